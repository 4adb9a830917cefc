import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ClockControl, Post, Village } from './api.js';
import { fault } from './fault.js';
import {
  messageShape,
  olderShape,
  parse,
  PICTURE_BYTES,
  pictureShape,
  recallShape,
  viewerShape,
} from './inputs.js';
import { pictureKind } from './picture.js';
import { lineView, sees, villageView } from './view.js';

const LINES_AT_ONCE = 40;
const JSON_BYTES = 200_000;

/** Reading and writing chats. */
export function talkRoutes(village: Village, clock: ClockControl): Hono {
  const app = new Hono();
  app.get('/village', (c) => c.json(villageView(village, clock.now())));
  app.get('/chats', (c) => c.json(chatsOf(village, parse(viewerShape, c.req.query()).as)));
  app.get('/lines', (c) => {
    const { as, chat, before } = parse(olderShape, c.req.query());
    return c.json({ lines: linesOf(village, as, chat, before) });
  });
  app.post('/messages', jsonLimit(), async (c) => {
    const message = parse(messageShape, await body(c.req.raw));
    return c.json({ id: village.post(postOf(message)) });
  });
  app.post(
    '/pictures',
    bodyLimit({ maxSize: PICTURE_BYTES, onError: tooBig('图片太大了，最多 5 MB') }),
    async (c) => {
      const { name, ...address } = parse(pictureShape, c.req.query());
      const bytes = Buffer.from(await c.req.arrayBuffer());
      const kind = pictureKind(bytes);
      if (!kind) throw fault('这不是图片，只能发 JPG、PNG、GIF、WebP');
      return c.json({ id: village.post(picture(address, name, bytes, kind.extension)) });
    },
  );
  app.post('/recall', jsonLimit(), async (c) => {
    const { from, id } = parse(recallShape, await body(c.req.raw));
    village.recall(from, id);
    return c.json({ id });
  });
  app.get('/files/:id', async (c) => {
    const line = village.line(c.req.param('id'));
    const file = line && !line.recalled ? await village.file(line.id) : null;
    const kind = file && pictureKind(file.bytes);
    if (!kind) throw fault('没有这张图片，或者已经撤回了');
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': kind.type,
      'cache-control': 'private, max-age=3600',
    });
  });
  return app;
}

function chatsOf(village: Village, as: string): object {
  const rooms = village.rooms.filter((r) => r.members.includes(as)).map((r) => r.id);
  const chats = ['bot', ...rooms].map((id) => ({ id, lines: linesOf(village, as, id, Infinity) }));
  return { chats };
}

function linesOf(village: Village, as: string, chat: string, before: number): object[] {
  const where = chat === 'bot' ? { room: false, chat: as } : { room: true, chat };
  if (!sees(village, as, where)) throw fault('你不在这个群里');
  return village.lines(where.chat, LINES_AT_ONCE, before).map(lineView);
}

type Message = ReturnType<typeof parse<typeof messageShape>>;

function postOf({ chat, ...message }: Message): Post {
  return { ...message, ...addressOf(chat) };
}

function picture(
  { from, chat }: { from: string; chat: string },
  name: string,
  bytes: Buffer,
  extension: string,
): Post {
  const file = { name: name.replace(/\.[a-z0-9]{1,5}$/i, '') + extension, bytes };
  return { from, ...addressOf(chat), type: 'image', file };
}

function addressOf(chat: string): Pick<Post, 'room' | 'to'> {
  return chat === 'bot' ? { to: 'bot' } : { room: chat };
}

async function body(request: Request): Promise<unknown> {
  const value: unknown = await request.json().catch(() => null);
  if (value === null) throw fault('请求不是 JSON');
  return value;
}

function jsonLimit(): ReturnType<typeof bodyLimit> {
  return bodyLimit({ maxSize: JSON_BYTES, onError: tooBig('太长了，一条消息最多两万字') });
}

function tooBig(line: string): () => never {
  return () => {
    throw fault(line);
  };
}
