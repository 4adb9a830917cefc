import type { Audience, OutboxRow } from '../cases/outcome.js';
import type { IntakeItem } from '../cases/ports.js';
import type { PostPicture } from '../cases/posts/picture.js';
import type { Priority } from '../cases/words.js';
import type { Desk } from './desk.js';
import { rowsOf, send } from './reply.js';

export interface SentPost {
  texts: string[];
  /** null: text alone. */
  picture: PostPicture | null;
  to: Audience;
  priority?: Priority;
}

/**
 * A post as text, then as a picture. Each under an operation of its own: when it is told again after a crash, with more
 * or fewer messages than before, the picture is still the same row.
 */
export function rowsOfPost(
  desk: Desk,
  opId: string,
  item: IntakeItem | null,
  { texts, picture, to, priority = 'other' }: SentPost,
): OutboxRow[] {
  const said = texts.map((text) => ({ key: 'text', values: { text }, to, priority }));
  const drawn = picture === null ? [] : [{ ...pictureNotice(desk, picture), to, priority }];
  return [...rowsOf(desk, opId, item, said), ...rowsOf(desk, `${opId}:picture`, item, drawn)];
}

/** Writes it and wakes the sender. */
export async function sendPost(
  desk: Desk,
  opId: string,
  item: IntakeItem | null,
  post: SentPost,
): Promise<void> {
  await send(desk, rowsOfPost(desk, opId, item, post));
}

function pictureNotice(desk: Desk, picture: PostPicture) {
  const { title, period } = picture;
  const name = desk.render('picture_file', { title, period });
  return { key: 'text', values: { text: name }, file: { kind: 'picture' as const, name, picture } };
}
