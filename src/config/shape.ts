import type { DirectoryEntries } from '../cases/directory-entries.js';
import type { Texts } from '../cases/messages.js';
import type { Taxonomy } from './categories.js';
import type { Keys } from './keys.js';
import type { SealedKeys } from './sealed-keys.js';
import type { Settings } from './settings.js';
import type { RedisAddress } from '../store/address.js';

/** Everything the product is told from outside, parsed once at start; nothing else reads the environment or `config/`. */
export interface Config {
  /** The folder of the operator's files, absolute. */
  configDir: string;
  /** Folder of the embedded Redis and of files, absolute; made when needed. */
  dataDir: string;
  /** What this process does. */
  parts: Part[];
  /** null: run the embedded Redis. */
  redis: RedisAddress | null;
  /** null: run the simulated village. */
  gateway: Gateway | null;
  http: { host: string; /** 0 = any free port */ port: number };
  logLevel: LogLevel;
  /** For the times that the log shows. The calendar of the cases is always that of Asia/Shanghai. */
  timeZone: string;
  /** The clock stands still but for `POST /clock`. */
  manualClock: boolean;
  settings: Settings;
  /** Secrets: never logged. */
  keys: Keys;
  /** Secrets, too: what sealed cases are opened with. */
  sealed: SealedKeys;
  directory: DirectoryEntries;
  taxonomy: Taxonomy;
  /** Every text the bot says. */
  messages: Texts;
}

/** The parts of the product that one process can run. */
export const PARTS = ['bot', 'worker', 'web'] as const;
export type Part = (typeof PARTS)[number];

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A puppet-service gateway; names as wechaty-puppet-service's options, all given so that it reads no variable itself. */
export interface Gateway {
  /** A secret: never logged, never in a fault. */
  token: string;
  /** `host:port` or a gRPC address; null: found by the token through `authority`. */
  endpoint: string | null;
  authority: string | null;
  noTls: boolean;
  /** PEM text. */
  caCert: string | null;
  serverName: string | null;
}
