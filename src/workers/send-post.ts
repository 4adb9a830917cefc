import type { Audience } from '../cases/outcome.js';
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
export async function sendPost(
  desk: Desk,
  opId: string,
  item: IntakeItem | null,
  { texts, picture, to, priority = 'other' }: SentPost,
): Promise<void> {
  const said = texts.map((text) => ({ key: 'text', values: { text }, to, priority }));
  const drawn = picture === null ? [] : [{ ...pictureNotice(desk, picture), to, priority }];
  await send(desk, [...rowsOf(desk, opId, item, said), ...rowsOf(desk, `${opId}:picture`, item, drawn)]);
}

function pictureNotice(desk: Desk, picture: PostPicture) {
  const { title, period } = picture;
  const name = desk.render('picture_file', { title, period });
  return { key: 'text', values: { text: name }, file: { kind: 'picture' as const, name, picture } };
}
