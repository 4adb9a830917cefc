import type { Case } from '../cases/case.js';
import type { CaseEvent } from '../cases/event.js';
import type { Desk } from './desk.js';

/** Merges into one case, and into those; no village makes more by hand. */
const MOST = 200;

/** Ids of the cases that stand merged into this one, and into those: each before the one that it went into. */
export async function mergedUnder(desk: Pick<Desk, 'cases'>, id: string): Promise<string[]> {
  const found: string[] = [];
  const descend = async (into: string): Promise<void> => {
    for (const from of absorbedBy(await historyOf(desk, into))) {
      if (found.length >= MOST || found.includes(from)) continue;
      const c = await caseOf(desk, from);
      // Taken apart since, it stands by itself.
      if (c?.mergedInto !== into) continue;
      await descend(from);
      found.push(from);
    }
  };
  await descend(id);
  return found;
}

/** Ids of all that ever went into a case, by its history. */
export function absorbedBy(history: readonly CaseEvent[]): string[] {
  return [...new Set(history.flatMap(({ body }) => (body.type === 'absorb' ? [body.from] : [])))];
}

/** Also of one that is just leaving its village. */
async function historyOf({ cases }: Pick<Desk, 'cases'>, id: string): Promise<CaseEvent[]> {
  return (await cases.leaving(id))?.events ?? cases.history(id);
}

async function caseOf({ cases }: Pick<Desk, 'cases'>, id: string): Promise<Case | null> {
  return (await cases.leaving(id))?.case ?? cases.load(id);
}
