import type { SentFile } from '../cases/posts/picture.js';

/** Makes what the outbox only describes. What draws and writes is loaded when it is first wanted. */
export async function makeFile(file: SentFile): Promise<{ name: string; bytes: Uint8Array }> {
  if (file.kind === 'opinion') {
    const { opinionDocument } = await import('./opinion-document.js');
    return { name: file.name, bytes: await opinionDocument(file.paper) };
  }
  const { picturePng } = await import('./picture.js');
  return { name: file.name, bytes: await picturePng(file.picture) };
}
