import { SYSTEM_ACTOR, type Case } from '../cases/case.js';
import type { OutboxRow } from '../cases/outcome.js';
import type { Change } from '../cases/ports.js';
import { FINAL_STATES, type CaseState } from '../cases/words.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { indexName, placeKeys, placeOfCase } from './keys.js';
import type { SealedText } from './sealed-text.js';

/** Applied operations are remembered this long, in seconds. */
const OP_SECONDS = 30 * 24 * 3600;

const FINAL: ReadonlySet<CaseState> = new Set(FINAL_STATES);

export function isFinal(one: Case): boolean {
  return FINAL.has(one.state);
}

/** Keys and arguments of save.lua. @throws Error when the change contradicts itself (a fault of the program) */
export function saveArguments(
  change: Change,
  sealed: SealedText,
): { keys: string[]; args: (string | number)[] } {
  check(change);
  const at = placeKeys(change.place);
  const links = linksOf(change, sealed);
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
      ...change.cases.flatMap((one) => caseArguments(one, sealed)),
      ...change.rows.flatMap((row) => [row.id, rowText(row, sealed), row.createdAt]),
      ...links.flat(),
    ],
  };
}

/** A row as its slot keeps it: of the sealed slot nothing can be read without the key. */
export function rowText(row: OutboxRow, { vault }: SealedText): string {
  const text = JSON.stringify(row);
  return row.place === SEALED_PLACE ? vault.wrap(text, placeKeys(row.place).row(row.id)) : text;
}

/** Message ids and the cases that they belong to; in the sealed slot neither can be read. */
function linksOf({ place, links }: Change, { vault }: SealedText): [string, string][] {
  const plain = Object.entries(links);
  if (place !== SEALED_PLACE) return plain;
  return plain.map(([messageId, id]) => [vault.blinds(messageId)[0] ?? '', indexName(id)]);
}

function caseArguments(
  { case: one, expectVersion, events }: Change['cases'][number],
  sealed: SealedText,
): (string | number)[] {
  const moments = momentsOf(one);
  const at = placeKeys(placeOfCase(one.id));
  const stateKey = at.state(one.id);
  const eventsKey = at.events(one.id);
  return [
    indexName(one.id),
    expectVersion,
    sealed.state(stateKey, one),
    isFinal(one) ? '' : one.openedAt,
    one.state === 'resolved' ? (one.resolvedAt ?? '') : '',
    watchedSince(one) ?? '',
    one.waiting?.until ?? '',
    moments.length / 2,
    ...moments,
    events.length,
    ...events.map((event) => sealed.event(eventsKey, one, event)),
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
  const sealed = change.place === SEALED_PLACE;
  // A fault's words reach the log: they name no sealed case.
  const wrong = (what: string) =>
    new Error(
      sealed
        ? 'a contradictory change of a sealed case'
        : `change ${change.opId} in "${change.place}": ${what}`,
    );
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
