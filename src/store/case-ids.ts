import type { Db } from './db.js';
import { placeKeys } from './keys.js';
import { pairs } from './reply.js';

const SCANNED = 500;

/** Every case that a place ever held: each opening leaves its mark in the index of moments. */
export async function* allIds(db: Db, place: string): AsyncIterable<string> {
  const key = placeKeys(place).touched;
  const met = new Set<string>();
  for (let cursor = '0', first = true; first || cursor !== '0'; first = false) {
    const [next, page] = await db.call('listing all cases', (redis) =>
      redis.zscan(key, cursor, 'MATCH', 'o|*', 'COUNT', SCANNED),
    );
    cursor = next;
    for (const [mark] of pairs(page)) {
      const id = mark.slice(mark.indexOf('|') + 1);
      // A scan may meet an entry twice.
      if (!met.has(id)) yield id;
      met.add(id);
    }
  }
}
