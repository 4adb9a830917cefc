import type { CaseStore } from '../cases/ports.js';
import { stillShows } from '../cases/pair.js';
import type { PairFile } from '../cases/pair-file.js';
import type { PairOrder } from '../papers/orders.js';
import type { Render } from '../workers/merge-rows.js';

/** A telephone's picture comes small out of the chat; what is larger is not worth the wait of a group. */
const PHOTO_MAX_BYTES = 5 * 1024 * 1024;
/** Both together; meanwhile nothing else is said in that group. */
const FETCH_MS = 15_000;

export interface PairParts {
  cases: Pick<CaseStore, 'load'>;
  /** A message's file from the gateway; null: it cannot be had, or is larger. */
  fetch: (messageId: string, maxBytes: number) => Promise<{ bytes: Uint8Array } | null>;
  render: Render;
  /** Draws them, elsewhere. */
  draw: (order: PairOrder) => Promise<{ name: string; bytes: Uint8Array }>;
}

/** Fetches both pictures of a case and draws them side by side. Throws where one cannot be had: the text stands alone. */
export async function makePair(
  { cases, fetch, render, draw }: PairParts,
  pair: PairFile,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (!stillShows(await cases.load(pair.caseId), pair))
    throw new Error('its pictures are no longer to be shown');
  const [before, after] = await within(
    FETCH_MS,
    Promise.all([fetch(pair.before, PHOTO_MAX_BYTES), fetch(pair.after, PHOTO_MAX_BYTES)]),
  );
  if (!before || !after) throw new Error('a picture cannot be had any more');
  const words = {
    title: render('pair_title', { case: pair.name }),
    before: render('pair_before', {}),
    after: render('pair_after', {}),
  };
  const name = render('pair_file', { case: pair.name });
  return draw({ kind: 'pair', name, before: before.bytes, after: after.bytes, words });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no pictures within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
