import type { Case } from '../cases/case.js';
import type { CaseEvent } from '../cases/event.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';
import { absorbedBy } from './merged-under.js';

/** Under what a sealed case is found by the name that it had in its village; blinded where it is kept. */
export const formerName = (id: string): string => `was:${id}`;

/** Codes of the sealed cases that this one was merged with before they were sealed, each by itself since. */
export async function sealedFamily(
  { cases }: Pick<Desk, 'cases'>,
  c: Case,
  history: readonly CaseEvent[],
): Promise<string[]> {
  const into = history.flatMap(({ body }) => (body.type === 'merge' ? [body.into] : []));
  const former = [...new Set([...into, ...absorbedBy(history)])];
  const found = await Promise.all(former.map((id) => cases.caseOfMessage(SEALED_PLACE, formerName(id))));
  const loaded = await Promise.all(found.flatMap((id) => (id === null ? [] : [cases.load(id)])));
  return loaded.flatMap((one) => (one === null || one.id === c.id ? [] : [one.id]));
}
