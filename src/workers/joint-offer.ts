import type { Case, Millis } from '../cases/case.js';
import { above, placeName } from '../cases/directory.js';
import { findAlike, type Alike, type Family, type FamilyTerms } from '../cases/family.js';
import type { Desk } from './desk.js';
import { tell } from './reply.js';

/** An offer that nobody answered in a day is an offer no more. */
export const OFFER_MS = 24 * 3600 * 1000;
/** More names than these would not be read. */
const NAMED_MOST = 12;

/**
 * The same outage in several villages of a township within hours: its work group is asked once whether to handle it as
 * one (called by the sweep).
 */
export async function offerJointHandling(desk: Desk): Promise<void> {
  const terms = jointTerms(desk);
  if (!terms) return;
  const now = desk.clock.now();
  for (const [township, villages] of await townships(desk)) {
    const fresh = villages.length < terms.villages ? [] : await recentCases(desk, villages, terms, now);
    const free = await withoutFamily(desk, township, fresh);
    for (const alike of findAlike(free, terms, now))
      await desk.families.offer(recordOf(alike, township, now));
    // Told from what stands in the store: a crash between the two loses no offer.
    if (fresh.length > 0) await tellOffers(desk, township, now);
  }
}

/** The county's terms; null: never asked. */
export function jointTerms(desk: Desk): FamilyTerms | null {
  const { joint, discreet } = desk.settings;
  return joint === null ? null : { ...joint, discreet };
}

/** Places with cases, by the place above them; the county's own villages have no township to ask. */
async function townships(desk: Desk): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const place of await desk.cases.places()) {
    const up = place.startsWith('~') ? null : above(place);
    if (up) found.set(up, [...(found.get(up) ?? []), place]);
  }
  return found;
}

export async function recentCases(
  desk: Desk,
  villages: string[],
  terms: FamilyTerms,
  now: Millis,
): Promise<Case[]> {
  const from = now - terms.withinMs;
  const listed = await Promise.all(villages.map((place) => desk.cases.touched(place, from, now + 1)));
  return listed.flat().filter((c) => c.openedAt >= from);
}

export async function withoutFamily(desk: Desk, township: string, cases: Case[]): Promise<Case[]> {
  const families = await Promise.all(cases.map((c) => desk.families.of(township, c.id)));
  return cases.filter((_, i) => families[i] === null);
}

function recordOf({ category, what, cases }: Alike, township: string, now: Millis): Omit<Family, 'number'> {
  return { township, category, what, offeredAt: now, children: cases.map((c) => c.id), joined: null };
}

async function tellOffers(desk: Desk, township: string, now: Millis): Promise<void> {
  for (const family of await desk.families.all(township)) {
    const opId = `joint:${township}:${family.number}`;
    if (family.joined || now - family.offeredAt > OFFER_MS || (await desk.memos.get(opId)) !== null) continue;
    await tellOffer(desk, family, opId);
    await desk.memos.set(opId, '1', OFFER_MS);
  }
}

async function tellOffer(desk: Desk, family: Family, opId: string): Promise<void> {
  const cases = await childrenOf(desk, family);
  const count = new Set(cases.map((c) => c.place)).size;
  const place = placeName(family.township, desk.directory().county);
  const values = { place, count, cases: namesOf(desk, cases), number: family.number };
  const to = { kind: 'work_group', place: family.township } as const;
  const { what } = family;
  const said = what === '' ? { key: 'joint_offer_alike', values } : { key: 'joint_offer', values: { ...values, what } }; // prettier-ignore
  await tell(desk, opId, null, [{ ...said, to }]);
}

export async function childrenOf(desk: Desk, family: Pick<Family, 'children'>): Promise<Case[]> {
  const loaded = await Promise.all(family.children.map((id) => desk.cases.load(id)));
  return loaded.filter((c) => c !== null);
}

/** `石门社区#12、桐木村#4`. */
export function namesOf(desk: Desk, cases: readonly Case[]): string {
  const { county } = desk.directory();
  const names = cases.slice(0, NAMED_MOST).map((c) => `${placeName(c.place, county)}#${c.number ?? ''}`);
  return `${names.join('、')}${cases.length > NAMED_MOST ? '等' : ''}`;
}
