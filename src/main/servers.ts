import type { Logger } from 'pino';
import type { VoiceOptions, FetchFile } from '../bot/voice.js';
import { SecondReading } from '../bot/second-reading.js';
import type { Clock } from '../cases/clock.js';
import type { Config } from '../config/shape.js';
import type { Server } from '../config/servers.js';
import type { Recogniser } from '../recognise/api.js';
import { withSecondReader } from '../recognise/second/recogniser.js';
import { chatReader } from '../remote/chat-reader.js';
import { Guard } from '../remote/guard.js';
import { transcriber } from '../remote/transcriber.js';
import type { Stores } from '../store/stores.js';
import type { Metrics } from '../web/metrics.js';
import type { Desk } from '../workers/desk.js';
import { namedOfficial } from '../workers/named-official.js';

export interface ServersParts {
  config: Config;
  stores: Stores;
  clock: Clock;
  recogniser: Recogniser;
  desk: Desk;
  metrics: Metrics;
  log: Logger;
}

/** The county's own servers, as far as settings.yaml names any: a second reader, transcription of voice. */
export interface Servers {
  /** The recogniser, with rooms that a second reader can settle where there is one. */
  recogniser: Recogniser;
  second: SecondReading | null;
  voice: VoiceOptions | null;
  breakers(): { service: string; open: boolean }[];
  /** Ends what is being asked; the messages stay in the inbox. */
  stop(): void;
}

/** @param file fetches a message's file from the gateway */
export function makeServers(parts: ServersParts, file: FetchFile): Servers {
  const { config, stores, desk } = parts;
  const { reader, voice } = config.settings;
  const guards = new Map<string, Guard>();
  const guardOf = (service: string, limits: Server): Guard => {
    const tally = (name: string, outcome: string): void => parts.metrics.remote(name, outcome);
    const guard = new Guard({ service, limits, clock: parts.clock, tally, log: parts.log });
    guards.set(service, guard);
    return guard;
  };
  const ask =
    reader &&
    chatReader({
      endpoint: { url: reader.url, model: reader.model, key: config.keys.reader },
      guard: guardOf('reader', reader),
      extra: reader.extra,
    });
  return {
    recogniser: ask
      ? withSecondReader(parts.recogniser, {
          officials: () => desk.directory().officials.map((one) => one.name),
          hidden: (text) => namedOfficial(desk, text) !== null,
        })
      : parts.recogniser,
    second: ask && new SecondReading({ ask, model: reader.model, memos: stores.memos }),
    voice: voice && {
      transcribe: transcriber(
        { url: voice.url, model: voice.model, key: config.keys.voice },
        guardOf('voice', voice),
      ),
      file,
      recents: stores.recents,
      maxSeconds: voice.maxSeconds,
      maxBytes: voice.maxBytes,
      log: parts.log,
    },
    breakers: () => [...guards].map(([service, guard]) => ({ service, open: guard.state !== 'closed' })),
    stop: () => guards.forEach((guard) => guard.stop()),
  };
}
