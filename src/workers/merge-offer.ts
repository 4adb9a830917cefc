import { longName } from '../cases/case-names.js';
import type { Case } from '../cases/case.js';
import { placeName } from '../cases/directory.js';
import type { Notice } from '../cases/outcome.js';
import { sameIncident, type Raised } from '../cases/same-incident.js';
import type { Desk } from './desk.js';
import { staffOf } from './on-duty.js';

/** So many of a village's latest cases are looked at: what is told twice is told soon. */
const LOOKED_AT = 30;

/** The open case that a matter seems to be told a second time of. */
export async function toldBefore(desk: Desk, place: string, raised: Raised): Promise<Case | null> {
  const last = await desk.cases.counter(place);
  const numbers = Array.from({ length: Math.min(last, LOOKED_AT) }, (_, i) => last - i);
  const latest = await Promise.all(numbers.map((number) => desk.cases.byNumber(place, number)));
  return sameIncident(
    raised,
    latest.filter((c) => c !== null),
    desk.settings.discreet,
  );
}

/** One line to the village's cadre, out of the group: whether these two are one. */
export function mergeOffer(desk: Desk, opened: Case, before: Case): Notice[] {
  const county = desk.directory().county;
  const [keeper] = staffOf(desk, opened.place).keepers.filter((one) => one.contacts.length > 0);
  const name = (c: Case): string => longName(c, placeName(c.place, county));
  const matter = (c: Case): string => `${name(c)} ${c.title}`.trim();
  const values = {
    case: name(opened),
    matter: matter(opened),
    other: name(before),
    otherMatter: matter(before),
  };
  const to = { kind: 'person', contacts: keeper?.contacts ?? [], name: keeper?.name ?? '', place: opened.place, else: 'work_group' } as const; // prettier-ignore
  return [{ key: 'merge_suggest', values, to, priority: 'other', mention: [], caseId: opened.id }];
}
