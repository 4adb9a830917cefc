import type { ListView } from '../cases/digest-case-line.js';
import type { Desk } from './desk.js';

/** Lists say things in this county's words. */
export function listView(desk: Desk, here: string | null): ListView {
  const { discreet } = desk.settings;
  const say: ListView['say'] = (key, values) => desk.render(key, values);
  return { here, county: desk.directory().county, now: desk.clock.now(), discreet, say };
}
