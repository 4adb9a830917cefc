import type { BotMessage, ChatLine, Village } from './api.js';
import { befriend } from './comings.js';
import { fault } from './fault.js';
import type { VillagePuppet } from './puppet.js';
import type { World } from './world.js';

type Talk = Pick<
  Village,
  'post' | 'recall' | 'duplicate' | 'sent' | 'waitFor' | 'lines' | 'line' | 'file' | 'listen'
>;

/** What is said in the village, and what the bot says to it. */
export function talk(world: World, puppet: VillagePuppet): Talk {
  const { log, society } = world;
  return {
    post: (post) => {
      const line = world.post(post);
      if (!line.room && !society.isFriend(line.from)) befriend(world, puppet, line.from, line.text);
      else if (heardByBot(line, world)) puppet.announce(line.id);
      return line.id;
    },
    recall: (from, messageId) => {
      const notice = world.recall(from, messageId);
      if (heardByBot(notice, world)) puppet.announce(notice.id);
    },
    duplicate: (messageId) => {
      if (!log.get(messageId)) throw fault(`没有消息 ${messageId}`);
      puppet.announce(messageId);
    },
    sent: () => sent(world),
    waitFor: (predicate, ms, after) => waitFor(world, predicate, ms, after),
    lines: (chat, limit = 50, beforeSeq = Infinity) => log.lines(chat, limit, beforeSeq),
    line: (messageId) => log.get(messageId),
    file: (messageId) => world.files.get(messageId, log.get(messageId)?.file?.name),
    listen: (listener) => world.listen(listener),
  };
}

function heardByBot(line: ChatLine, world: World): boolean {
  return line.room ? world.society.isMember(line.chat, world.bot.id) : world.society.isFriend(line.chat);
}

function botMessage({ id, chat, text, mentions, at }: ChatLine): BotMessage {
  return { id, to: chat, text, mentionIds: mentions, at };
}

function sent(world: World): BotMessage[] {
  return [...world.log.all()].filter((l) => l.from === world.bot.id && l.type !== 'recalled').map(botMessage);
}

function waitFor(
  world: World,
  accepts: (message: BotMessage) => boolean,
  ms = 10_000,
  after?: string,
): Promise<BotMessage> {
  const from = after === undefined ? 0 : (world.log.get(after)?.seq ?? 0);
  const fits = (line: ChatLine): boolean =>
    line.from === world.bot.id && line.type !== 'recalled' && line.seq > from && accepts(botMessage(line));
  for (const line of world.log.all()) if (fits(line)) return Promise.resolve(botMessage(line));
  return new Promise((resolve, reject) => {
    const end = world.listen((event) => {
      if (event.type !== 'line' || !fits(event.line)) return;
      clearTimeout(timer);
      end();
      resolve(botMessage(event.line));
    });
    const timer = setTimeout(() => {
      end();
      reject(new Error(`after ${ms} ms the bot had not said it; ${lastWords(world)}`));
    }, ms);
  });
}

function lastWords(world: World): string {
  const said = sent(world).slice(-5);
  if (said.length === 0) return 'it has said nothing';
  return `its last words were:\n${said.map((m) => `  → ${m.to}: ${m.text}`).join('\n')}`;
}
