import { holidaysEnd } from '../cases/holiday-warning.js';
import type { Desk } from './desk.js';
import { tell } from './reply.js';

const KEEP_MS = 400 * 24 * 3600 * 1000;

/** A month before the table of holidays ends: the log and the administrators hear of it, once for each year. */
export async function warnOfHolidays(desk: Desk): Promise<void> {
  const { rules, holidaysUntil } = desk.settings;
  const end = rules.hours === null ? null : holidaysEnd(holidaysUntil, desk.clock.now());
  if (end === null) return;
  const opId = `holidays-end:${end.next}`;
  if ((await desk.memos.get(opId)) !== null) return;
  desk.log.warn(
    { table: end.year },
    `the table of holidays ends with ${end.year}: update Huiyin; until then ${end.next} goes by the days of the week`,
  );
  await tell(desk, opId, null, [{ key: 'holidays_end', values: end, to: { kind: 'admins' } }]);
  await desk.memos.set(opId, '1', KEEP_MS);
}
