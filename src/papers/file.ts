import type { SentFile } from '../cases/posts/picture.js';
import { picturePng } from './picture.js';

/** Makes what the outbox only describes. */
export async function makeFile(file: SentFile): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: file.name, bytes: await picturePng(file.picture) };
}
