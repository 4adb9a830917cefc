const KINDS: [type: string, extension: string, magic: RegExp][] = [
  ['image/jpeg', '.jpg', /^ffd8ff/],
  ['image/png', '.png', /^89504e470d0a1a0a/],
  ['image/gif', '.gif', /^47494638/],
  ['image/webp', '.webp', /^52494646.{8}57454250/],
];

/** What kind of picture these bytes are, by their first ones; null for anything else. */
export function pictureKind(bytes: Buffer): { type: string; extension: string } | null {
  const head = bytes.subarray(0, 12).toString('hex');
  const kind = KINDS.find(([, , magic]) => magic.test(head));
  return kind ? { type: kind[0], extension: kind[1] } : null;
}
