import type { Logger } from 'pino';
import type { Millis } from '../cases/case.js';
import type { Clock } from '../cases/clock.js';
import type { Inbox } from '../cases/ports.js';
import type { AccountHandlers } from './account-port.js';

/** Where the gateway is. What is left out comes from wechaty-puppet-service's own environment variables. */
export interface GatewayAddress {
  /** `<sni>_<anything>`; WECHATY_PUPPET_SERVICE_TOKEN. */
  token?: string;
  /** `host:port`; WECHATY_PUPPET_SERVICE_ENDPOINT. Without either the token is looked up at wechaty's discovery service. */
  endpoint?: string;
  /** The discovery service's host; WECHATY_PUPPET_SERVICE_AUTHORITY. */
  authority?: string;
  tls?: { disable?: boolean; caCert?: string; serverName?: string };
}

/** Remembers over restarts until when the account certainly heard everything: what was said later may be missing. */
export interface LifeSigns {
  load(): Promise<Millis | null>;
  save(at: Millis): Promise<void>;
}

/** All in milliseconds of the machine's time unless said otherwise. */
export interface AccountTiming {
  /** A silent stream is asked for a sign of life after this long … */
  pingAfterMs: number;
  /** … and must answer within this. */
  pingDeadlineMs: number;
  /** One attempt to connect. */
  connectDeadlineMs: number;
  /** Pause between attempts, doubling from the first to the second. */
  retryMinMs: number;
  retryMaxMs: number;
  /** A payload that cannot be read holds back the messages after it for this long, then they pass it. */
  holdMs: number;
  /** One payload call. */
  payloadDeadlineMs: number;
  /** Retrying one payload while connected, before it is called unreadable. */
  unreadableAfterMs: number;
  /** Pause between tries of a failing payload, store or handler, doubling from the first to the second. */
  backoffMinMs: number;
  backoffMaxMs: number;
  sendDeadlineMs: number;
  /** Names are asked anew after this. */
  nameTtlMs: number;
  /** Logged out this long without a new login, or away from the gateway this long: alarm. */
  logoutAlarmMs: number;
  awayAlarmMs: number;
}

export interface AccountLimits {
  /** Payload calls at one time. */
  fetches: number;
  /** Chats whose messages are handled at one time. */
  chats: number;
  /** Messages read and not yet handled; the others wait as ids. */
  read: number;
  /** Ids waiting for the inbox while the store is away. */
  unsaved: number;
}

export interface AccountOptions {
  gateway: GatewayAddress;
  inbox: Inbox;
  handlers: AccountHandlers;
  clock: Clock;
  /** Gets ids and counts, never chat text, names or phone numbers. */
  log: Logger;
  lifeSigns?: LifeSigns;
  timing?: Partial<AccountTiming>;
  limits?: Partial<AccountLimits>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const DEFAULT_TIMING: AccountTiming = {
  pingAfterMs: 5 * SECOND,
  pingDeadlineMs: 3 * SECOND,
  connectDeadlineMs: 2.5 * SECOND,
  retryMinMs: 200,
  retryMaxMs: SECOND,
  holdMs: 3 * SECOND,
  payloadDeadlineMs: 5 * SECOND,
  unreadableAfterMs: 10 * MINUTE,
  backoffMinMs: 200,
  backoffMaxMs: 15 * SECOND,
  sendDeadlineMs: 15 * SECOND,
  nameTtlMs: 5 * MINUTE,
  logoutAlarmMs: 2 * MINUTE,
  awayAlarmMs: 5 * MINUTE,
};

export const DEFAULT_LIMITS: AccountLimits = { fetches: 64, chats: 64, read: 10_000, unsaved: 100_000 };
