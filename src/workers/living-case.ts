import type { Action } from '../cases/action.js';
import type { Case } from '../cases/case.js';
import type { Desk } from './desk.js';

/** Merges can follow one another; no county makes a longer chain by hand. */
const CHAIN_MOST = 50;

/** What comes later for a merged number goes to the case that lives on. */
export async function livingCase(desk: Desk, c: Case): Promise<Case> {
  const chain = await chainOf(desk, c);
  return chain.at(-1) ?? c;
}

/** The case itself, then each that it went into, the living one last. */
export async function chainOf(desk: Desk, c: Case): Promise<Case[]> {
  const chain = [c];
  for (let at = c; at.mergedInto !== null && chain.length < CHAIN_MOST;) {
    const next = await desk.cases.load(at.mergedInto);
    if (!next) break;
    chain.push(next);
    at = next;
  }
  return chain;
}

/** What was said to a merged case remembers it: taken apart again, it goes back there. */
export function viaMerged(action: Action, saidTo: Case, living: Case): Action {
  const marked = action.type === 'join' || action.type === 'add';
  // An ordinary case never names the accusation that it was taken for.
  return marked && !saidTo.sealed && saidTo.id !== living.id ? { ...action, via: saidTo.id } : action;
}
