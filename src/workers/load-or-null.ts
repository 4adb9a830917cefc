import type { Case } from '../cases/case.js';
import { SealedLostError } from '../cases/sealed-lost.js';
import type { Desk } from './desk.js';

/** Null too for a sealed case whose key is not here: nothing is said of it, and everybody else has their answer. */
export async function loadOrNull(desk: Pick<Desk, 'cases'>, id: string): Promise<Case | null> {
  const c = await loadOrLocked(desk, id);
  return c === 'locked' ? null : c;
}

/** `locked`: it is there, and its key is not. */
export async function loadOrLocked(desk: Pick<Desk, 'cases'>, id: string): Promise<Case | 'locked' | null> {
  try {
    return await desk.cases.load(id);
  } catch (error) {
    if (error instanceof SealedLostError) return 'locked';
    throw error;
  }
}
