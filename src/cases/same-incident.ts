import { DAY } from './calendar.js';
import type { Case, Millis } from './case.js';
import { ALWAYS_DISCREET } from './digest-case-line.js';
import { groupsIn } from './landmarks.js';
import { alike, outageOf } from './outage.js';
import { isUnfinished } from './rates.js';
import type { Category } from './words.js';

/** A matter that two households tell of comes twice within days, or it is another one. */
export const SAME_WITHIN: Millis = 3 * DAY;

/** What has just been raised. */
export interface Raised {
  category: Category;
  text: string;
  at: Millis;
}

/**
 * The unfinished case of the same village that tells of the same incident, the latest; null: none. It is only put before
 * a cadre, and yet kept narrow: same category, close wording (or the same outage), no other group of households named.
 */
export function sameIncident(
  raised: Raised,
  cases: readonly Case[],
  discreet: readonly Category[],
): Case | null {
  if (ALWAYS_DISCREET.includes(raised.category) || discreet.includes(raised.category)) return null;
  const same = cases.filter(
    (c) =>
      !c.sealed &&
      c.category === raised.category &&
      isUnfinished(c) &&
      isNear(c, raised.at) &&
      isAlike(c, raised),
  );
  return same.sort((a, b) => b.openedAt - a.openedAt)[0] ?? null;
}

function isNear(c: Case, at: Millis): boolean {
  return Math.abs(at - c.openedAt) <= SAME_WITHIN;
}

function isAlike(c: Case, raised: Raised): boolean {
  const [here, there] = [groupsIn(raised.text), groupsIn(c.text)];
  if (here.length > 0 && there.length > 0 && !here.some((group) => there.includes(group))) return false;
  const [one, other] = [outageOf(raised), outageOf(c)];
  return one !== null || other !== null ? one === other : alike(c.text, raised.text);
}
