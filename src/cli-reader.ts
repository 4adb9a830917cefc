import type { Decision } from './cases/message.js';
import { StartFault } from './main/fault.js';
import { makeLogger } from './main/log.js';
import type { Recogniser, RoomMessage, RoomReader } from './recognise/api.js';
import { withSecondReader } from './recognise/second/recogniser.js';
import { SecondRoom } from './recognise/second/room.js';
import { chatReader } from './remote/chat-reader.js';
import { Guard } from './remote/guard.js';

/** Options of `huiyin classify` for a second reader. */
export interface ReaderFlags {
  reader?: string;
  readerModel?: string;
  readerTimeout?: string;
}

/** What `classify` goes by: a recogniser, and who settles its decisions. */
export interface Judge {
  recogniser: Recogniser;
  /** Null: the recogniser alone decides, at once. */
  settle: ((room: RoomReader, message: RoomMessage, local: Decision) => Promise<Decision>) | null;
  /** One line on what the second reader did; '' without one. */
  report(): string;
}

const DEFAULT_TIMEOUT_S = 30;

/** A judge with the second reader that the flags name. @throws StartFault when they make no sense */
export function judgeOf(flags: ReaderFlags, recogniser: Recogniser, key: string | undefined): Judge {
  if (flags.reader === undefined) return { recogniser, settle: null, report: () => '' };
  const counts = new Map<string, number>();
  const guard = new Guard({
    service: 'reader',
    limits: { timeoutMs: timeoutOf(flags) * 1000, perHour: Infinity, atOnce: 8, failures: 20 },
    clock: { now: () => Date.now() },
    tally: (_service, outcome) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
    log: makeLogger('silent'),
  });
  const endpoint = {
    url: urlOf(flags.reader),
    model: flags.readerModel ?? 'default',
    key: key?.trim() || null,
  };
  const ask = chatReader({ endpoint, guard, extra: {} });
  return {
    recogniser: withSecondReader(recogniser, { officials: () => [], hidden: () => false }),
    async settle(room, message, local) {
      const asked = room instanceof SecondRoom ? room.ask(message, local) : null;
      const verdict = asked && (await ask(asked.question));
      if (!(room instanceof SecondRoom) || !asked || !verdict) return local;
      return room.settle(message, local, verdict, asked.matters);
    },
    report: () =>
      `second reader: ${[...counts].map(([outcome, n]) => `${outcome} ${n}`).join(', ') || 'not asked'}`,
  };
}

function urlOf(text: string): string {
  if (URL.canParse(text) && /^https?:\/\/[^/@]+(?:\/|$)/iu.test(text)) return text;
  throw new StartFault(`huiyin classify: --reader ${text} is no server; write http://host:port/v1`);
}

function timeoutOf({ readerTimeout }: ReaderFlags): number {
  const seconds = Number(readerTimeout ?? DEFAULT_TIMEOUT_S);
  if (seconds > 0 && seconds <= 600) return seconds;
  throw new StartFault(
    `huiyin classify: --reader-timeout ${readerTimeout ?? ''} is no time; write seconds, like 20`,
  );
}
