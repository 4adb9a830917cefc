import type { Case } from '../cases/case.js';
import { SealedLostError } from '../cases/sealed-lost.js';
import type { Desk } from './desk.js';

/** Null too for a sealed case whose key is not here: nothing is said of it, and everybody else has their answer. */
export async function loadOrNull(desk: Pick<Desk, 'cases'>, id: string): Promise<Case | null> {
  try {
    return await desk.cases.load(id);
  } catch (error) {
    if (error instanceof SealedLostError) return null;
    throw error;
  }
}
