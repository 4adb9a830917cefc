import type { Actor } from '../cases/case.js';
import { placeName, within } from '../cases/directory.js';
import { mayJoin, newcomers, type Family } from '../cases/family.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { childrenOf, jointTerms, namesOf, OFFER_MS, recentCases, withoutFamily } from './joint-offer.js';
import { privately, refuse, tell } from './reply.js';

/**
 * `并办 1`: the offered cases are handled as one from now on, and so are those that have come since. Said again later, it
 * takes in the latecomers. Nothing is posted in the villages' groups: for each petitioner nothing has changed yet.
 */
export async function handleJointly(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  number: number,
  place: string | null,
): Promise<void> {
  const found = await offered(desk, item, by, number, place);
  if (!Array.isArray(found)) return refuse(desk, item, { key: found.refusal, values: {} });
  const [family, other] = found;
  if (!family) return refuse(desk, item, { key: 'refuse_joint_gone', values: {} });
  if (other) {
    const choices = found.map((one) => placeName(one.township, desk.directory().county)).join('、');
    return refuse(desk, item, { key: 'refuse_joint_place', values: { number, choices } });
  }
  const children = await childrenOf(desk, family);
  const later = await latecomers(desk, family);
  const all = [...children, ...later];
  const joined = family.joined ?? { by: by.officialName ?? by.name, at: item.message.at };
  await desk.families.join({ ...family, children: all.map((c) => c.id), joined });
  const values = { count: all.length, cases: namesOf(desk, all) };
  const village = desk.directory().groupOf(item.message.chat.id)?.kind === 'village';
  const to = village ? privately(by) : ({ kind: 'reply' } as const);
  await tell(desk, `answer:${item.message.id}`, item, [{ key: 'joint_done', values, to }]);
}

/** Of the townships that this chat and this official reach. */
async function offered(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  number: number,
  named: string | null,
): Promise<Family[] | { refusal: string }> {
  const directory = desk.directory();
  const group = item.message.chat.room ? directory.groupOf(item.message.chat.id) : null;
  const area = group?.place ?? '';
  const reached = directory.places.filter(
    (place) =>
      (within(place, area) || within(area, place)) && place !== '' && (named === null || place.endsWith(named)), // prettier-ignore
  );
  const allowed = reached.filter((place) => mayJoin(by, place));
  if (allowed.length === 0) return { refusal: 'refuse_joint_rights' };
  const now = desk.clock.now();
  const families = await Promise.all(allowed.map((place) => desk.families.load(place, number)));
  return families
    .filter((one) => one !== null)
    .filter((one) => one.joined !== null || now - one.offeredAt <= OFFER_MS);
}

async function latecomers(desk: Desk, family: Family): ReturnType<typeof childrenOf> {
  const terms = jointTerms(desk);
  if (!terms) return [];
  const villages = (await desk.cases.places()).filter((place) => place !== family.township && within(place, family.township)); // prettier-ignore
  const fresh = await recentCases(desk, villages, terms, desk.clock.now());
  const free = await withoutFamily(desk, family.township, fresh);
  return newcomers(family, await childrenOf(desk, family), free, terms);
}
