import { SYSTEM_ACTOR, type Case } from '../cases/case.js';
import type { Change } from '../cases/ports.js';
import { FINAL_STATES, type CaseState } from '../cases/words.js';
import { placeKeys, placeOfCase, SEALED_PLACE } from './keys.js';

/** Applied operations are remembered this long, in seconds. */
const OP_SECONDS = 30 * 24 * 3600;

const FINAL: ReadonlySet<CaseState> = new Set(FINAL_STATES);

export function isFinal(one: Case): boolean {
  return FINAL.has(one.state);
}

/** Keys and arguments of save.lua. @throws Error when the change contradicts itself (a fault of the program) */
export function saveArguments(change: Change): { keys: string[]; args: (string | number)[] } {
  check(change);
  const at = placeKeys(change.place);
  const links = Object.entries(change.links);
  const born = change.cases.filter(
    ({ case: one, expectVersion }) => expectVersion === 0 && one.number !== null,
  );
  const newCounter =
    change.expectCounter !== null && born.length > 0 ? change.expectCounter + born.length : '';
  const indexes = [
    at.open,
    at.resolved,
    at.touched,
    at.links,
    at.unsettled,
    at.ladder,
    at.passed,
    at.watched,
    at.waiting,
  ];
  const shared = [at.op(change.opId), at.counter, ...indexes];
  return {
    keys: [
      ...shared,
      ...change.cases.flatMap(({ case: one }) => [at.state(one.id), at.events(one.id)]),
      ...change.rows.map((row) => at.row(row.id)),
    ],
    args: [
      JSON.stringify(change.rows.map((row) => row.id)),
      OP_SECONDS,
      change.expectCounter ?? '',
      newCounter,
      change.cases.length,
      change.rows.length,
      links.length,
      ...change.cases.flatMap(caseArguments),
      ...change.rows.flatMap((row) => [row.id, JSON.stringify(row), row.createdAt]),
      ...links.flat(),
    ],
  };
}

function caseArguments({ case: one, expectVersion, events }: Change['cases'][number]): (string | number)[] {
  const moments = momentsOf(one);
  return [
    one.id,
    expectVersion,
    JSON.stringify(one),
    isFinal(one) ? '' : one.openedAt,
    one.state === 'resolved' ? (one.resolvedAt ?? '') : '',
    watchedSince(one) ?? '',
    one.waiting?.until ?? '',
    moments.length / 2,
    ...moments,
    events.length,
    ...events.map((event) => JSON.stringify(event)),
  ];
}

/** States that leave nothing to watch. */
const NEVER_WATCHED: readonly CaseState[] = ['withdrawn', 'merged', 'void'];

/** Since when a case is under 督办; null: it is not, or there is nothing left to watch. A red card's watch ends with the case. */
export function watchedSince(one: Case): number | null {
  const { supervised } = one;
  if (supervised === null || NEVER_WATCHED.includes(one.state)) return null;
  return supervised.by === SYSTEM_ACTOR.name && isFinal(one) ? null : supervised.at;
}

/** When things happened to a case, each under a letter of its own; '' takes the moment back (an undone step). */
function momentsOf(one: Case): (string | number)[] {
  return [
    ...['o', one.openedAt],
    ...['a', one.answeredAt ?? ''],
    ...['d', one.resolvedAt ?? ''],
    ...['r', one.ratedAt ?? ''],
    ...['c', one.closedAt ?? ''],
  ];
}

function check(change: Change): void {
  const wrong = (what: string) => new Error(`change ${change.opId} in "${change.place}": ${what}`);
  let next = change.expectCounter;
  for (const { case: one, expectVersion, events } of change.cases) {
    // A sealed case under a village's keys would be seen by the village (product.md, rule 4): never written.
    if (placeOfCase(one.id) !== change.place) throw wrong(`case ${one.id} belongs to another slot`);
    if (one.sealed !== (change.place === SEALED_PLACE))
      throw wrong(`case ${one.id} is sealed or not, its slot differs`);
    if (one.version !== expectVersion + events.length)
      throw wrong(`case ${one.id} has version ${one.version}`);
    if (expectVersion > 0 || one.number === null) continue;
    if (next === null) throw wrong(`new case ${one.id} without expectCounter`);
    next += 1;
    if (one.number !== next) throw wrong(`new case ${one.id} should have number ${next}`);
  }
  const stray = change.rows.find((row) => row.place !== change.place);
  if (stray) throw wrong(`row ${stray.id} belongs to the outbox of "${stray.place}"`);
}
