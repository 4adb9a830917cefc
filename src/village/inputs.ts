import { z } from 'zod';
import { fault } from './fault.js';

/** What the page may send; each message is the line that the page shows. */
export const TEXT_LIMIT = 20_000;
export const PICTURE_BYTES = 5 * 1024 * 1024;
const ADVANCE_LIMIT_MS = 31 * 86_400_000;

const id = z.string('缺少编号').min(1, '缺少编号').max(100, '编号太长了');
const text = z.string('要发的内容应当是文字').max(TEXT_LIMIT, '太长了，一条消息最多两万字');

/** `chat`: a room id, or `bot` for the private chat. */
const address = { from: id, chat: id };

const place = z.object({
  latitude: z.number('位置要有纬度').min(-90, '纬度不对').max(90, '纬度不对'),
  longitude: z.number('位置要有经度').min(-180, '经度不对').max(180, '经度不对'),
  name: z.string('位置要有名称').trim().min(1, '位置要有名称').max(100, '位置名称太长了'),
  address: z.string('位置要有地址').max(200, '位置地址太长了'),
});

export const messageShape = z.discriminatedUnion(
  'type',
  [
    z.object({
      ...address,
      type: z.literal('text'),
      text: text.refine((t) => t.trim() !== '', '不能发空白消息'),
      mentions: z.array(id, '@ 的人不对').max(50, '一次最多 @ 50 个人').default([]),
      quote: id.exactOptional(),
    }),
    z.object({ ...address, type: z.literal('location'), place }),
    z.object({
      ...address,
      type: z.literal('audio'),
      seconds: z.int('语音要有秒数').min(1, '语音至少一秒').max(60, '语音最长六十秒'),
    }),
  ],
  '这里只能发文字、位置和语音',
);

export const pictureShape = z.object({
  ...address,
  name: z.string().max(200, '文件名太长了').default('图片'),
});

export const recallShape = z.object({ from: id, id });

export const advanceShape = z.object({
  advanceMs: z.int('快进多少毫秒？').min(1, '时间只能往前走').max(ADVANCE_LIMIT_MS, '一次最多快进 31 天'),
});

export const dayShape = z.object({ do: z.enum(['play', 'stop'], '只能开始或停止') });

export const viewerShape = z.object({ as: id });

export const olderShape = z.object({
  as: id,
  chat: id,
  before: z.coerce.number('从哪一条往前？').int().min(1),
});

/** Parses, or throws the first fault's line. */
export function parse<S extends z.ZodType>(shape: S, value: unknown): z.infer<S> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw fault(result.error.issues[0]?.message ?? '内容不对');
}
