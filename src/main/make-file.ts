import type { OutFile } from '../cases/out-file.js';
import type { StoredFiles } from '../cases/stored-file.js';
import type { Studio } from '../papers/studio.js';
import { makePair, type PairParts } from './make-pair.js';

/** Has drawn and written what the outbox describes, takes up what waits in the store. Throws when its day is over. */
export function fileMaker(
  files: StoredFiles,
  studio: Studio,
  pairs: PairParts,
): (file: OutFile) => Promise<{ name: string; bytes: Uint8Array }> {
  return async (file) => {
    if (file.kind === 'pair') return makePair(pairs, file);
    if (file.kind !== 'stored') return studio.make(file);
    const bytes = await files.get(file.key);
    if (bytes === null) throw new Error('its bytes are no longer kept');
    return { name: file.name, bytes };
  };
}
