import type { PaperOrder } from './orders.js';

/** Makes what the outbox only describes. What draws and writes is loaded when it is first wanted. */
export async function makeFile(file: PaperOrder): Promise<{ name: string; bytes: Uint8Array }> {
  if (file.kind === 'opinion') {
    const { opinionDocument } = await import('./opinion-document.js');
    return { name: file.name, bytes: await opinionDocument(file.paper) };
  }
  if (file.kind === 'pair') {
    const { pairPng } = await import('./pair.js');
    return { name: file.name, bytes: await pairPng(file.before, file.after, file.words) };
  }
  const { picturePng } = await import('./picture.js');
  return { name: file.name, bytes: await picturePng(file.picture) };
}
