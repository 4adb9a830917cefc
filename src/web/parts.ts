import type { Hono } from 'hono';
import type { Registry } from 'prom-client';
import type { Logger } from 'pino';
import type { Millis } from '../cases/case.js';

export interface Health {
  ready: boolean;
  /** Why not, each in a few words without personal data: `redis away`, `writes refused`, `gateway disconnected`. */
  reasons: string[];
}

/** What the status page shows: figures, no names. */
export interface Status {
  /** Null: this process holds no account. */
  connected: boolean | null;
  loggedIn: boolean;
  /** Label and figure, in this order: 诉求 12, 办理中 3. */
  counts: [label: string, count: number][];
}

/** The clock of HUIYIN_CLOCK=manual. */
export interface SettableClock {
  now(): Millis;
  /** Resolves when everything that follows the time has followed. */
  set(at: Millis): Promise<void>;
}

/** Everything that the web side shows, passed in. */
export interface WebParts {
  /** Asked at each /readyz; away after 3 s counts as not ready. */
  health: () => Promise<Health>;
  metrics: Registry;
  /** The text of the login QR code; null when none is wanted. */
  qr: () => string | null;
  status: () => Promise<Status>;
  /** Null: time is not to be set from outside. */
  clock: SettableClock | null;
  log: Pick<Logger, 'error' | 'warn'>;
}

export interface MountOptions {
  /** Largest request of these routes, bytes. Default 64 KiB. */
  maxBody?: number;
}

export interface Web {
  /** Adds the village's page (or others) at `/`, before the start. Its `/` takes the place of the status page. */
  mount(routes: Hono, options?: MountOptions): void;
  /** Listens. Port 0: a free one. @throws WebStartError with one line that says what to do */
  start(port: number, host: string): Promise<{ url: string; port: number }>;
  /** Stops listening, lets answers in hand end for a moment, closes the rest. */
  stop(): Promise<void>;
}
