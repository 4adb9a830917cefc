import { pause } from './pause.js';

/** What the account is for the gateway: not said yet, logged in, logged out. */
export type LoginState = 'unknown' | 'in' | 'out';
export interface Self {
  id: string;
  name: string;
}

export interface SessionHandlers {
  login(self: Self): void;
  logout(reason: string): void;
  scan(qr: string | null): void;
}

export interface SessionOptions {
  handlers: SessionHandlers;
  /** The account's own nickname; '' when it cannot be had now. */
  ownName: (id: string) => Promise<string>;
  over: AbortSignal;
}

/** Longer than a failed name is remembered. */
const NAME_AGAIN_MS = 15_000;
/** Talkers to one listener before we believe that the listener is the account (a single one may be an echo). */
const WITNESSES = 2;
/** wechaty-puppet's ScanStatus: a code that waits for a scan, or timed out and is replaced by the next. */
const QR_WANTED = new Set([0, 2, 5]);

/**
 * Who is logged in. Stays over gaps in the connection; the gateway may say it again, or never (then the private
 * messages tell).
 */
export class Session {
  readonly #options: SessionOptions;
  readonly #talkers = new Map<string, Set<string>>();
  #self: Self | null = null;
  #state: LoginState = 'unknown';
  #qr: string | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get self(): Self | null {
    return this.#self;
  }
  get state(): LoginState {
    return this.#state;
  }
  get qr(): string | null {
    return this.#qr;
  }

  /** Told once per login, with the name when it is known. */
  async login(id: string): Promise<void> {
    this.#showQr(null);
    if (this.#self?.id === id && this.#state === 'in') return;
    if (this.#self && this.#self.id !== id) this.logout('another account logged in');
    this.#state = 'in';
    const self: Self = { id, name: '' };
    this.#self = self;
    const name = await this.#options.ownName(id);
    if (this.#self !== self) return;
    this.#self = { id, name };
    this.#options.handlers.login(this.#self);
    if (name === '') void this.#nameLater(id);
  }

  /** Commands are told from talk by the account's name: it is asked for until it is known. */
  async #nameLater(id: string): Promise<void> {
    const { ownName, over } = this.#options;
    while (!over.aborted && this.#self?.id === id && this.#self.name === '') {
      await pause(NAME_AGAIN_MS, over);
      const name = await ownName(id);
      if (this.#self?.id === id) this.#self = { id, name };
    }
  }

  logout(reason: string): void {
    const was = this.#state;
    this.#state = 'out';
    if (was === 'in') this.#options.handlers.logout(reason);
  }

  /** A code to scan means that nobody is logged in. */
  scan(status: number, qr: string): void {
    if (!QR_WANTED.has(status) || qr === '') return this.#showQr(null);
    this.logout('the gateway asks for a login');
    this.#showQr(qr);
  }

  /** A private message between these two: for gateways that never say who is logged in. */
  pair(talkerId: string, listenerId: string): void {
    if (this.#self || this.#state !== 'unknown' || talkerId === listenerId) return;
    const talkers = this.#talkers.get(listenerId) ?? new Set();
    this.#talkers.set(listenerId, talkers.add(talkerId));
    if (talkers.size >= WITNESSES) void this.login(listenerId);
  }

  #showQr(qr: string | null): void {
    if (this.#qr === qr) return;
    this.#qr = qr;
    this.#options.handlers.scan(qr);
  }
}
