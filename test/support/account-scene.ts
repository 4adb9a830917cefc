import { pino } from 'pino';
import type { Logger } from 'pino';
import { createAccount } from '../../src/bot/account.js';
import type { AccountOptions, AccountTiming, LifeSigns } from '../../src/bot/account-options.js';
import type { Account, AccountHandlers } from '../../src/bot/account-port.js';
import type { Incoming } from '../../src/cases/message.js';
import type { Inbox } from '../../src/cases/ports.js';
import { TOKEN } from './gateway.js';

/** Everything that an account told, in order. */
export interface Told {
  messages: Incoming[];
  own: Incoming[];
  unreadable: [id: string, error: string][];
  logins: { id: string; name: string }[];
  logouts: string[];
  scans: (string | null)[];
  gaps: { from: number; to: number; ms: number }[];
  rooms: unknown[];
  friendships: { contactId: string; hello: string }[];
  invitations: { inviterId: string; topic: string }[];
  alarms: string[];
}

export interface Scene {
  account: Account;
  told: Told;
  log: string[];
  /** Replaced by tests that want to be slow, or to fail. */
  onMessage: (message: Incoming) => Promise<void>;
}

export interface SceneOptions {
  port: number;
  tls?: { disable: boolean };
  token?: string;
  inbox?: Inbox;
  clock?: { now(): number };
  timing?: Partial<AccountTiming>;
  limits?: AccountOptions['limits'];
  lifeSigns?: LifeSigns;
  accept?: (what: string) => boolean;
}

/** An account on a gateway at this port, started, with what it tells written down. */
export function openAccount(options: SceneOptions): Scene {
  const told: Told = {
    messages: [], own: [], unreadable: [], logins: [], logouts: [], scans: [], gaps: [], rooms: [],
    friendships: [], invitations: [], alarms: [],
  }; // prettier-ignore
  const log: string[] = [];
  const scene: Scene = {
    told,
    log,
    onMessage: async () => undefined,
    account: undefined as unknown as Account,
  };
  scene.account = createAccount({
    gateway: {
      token: options.token ?? TOKEN,
      endpoint: `127.0.0.1:${options.port}`,
      tls: options.tls ?? { disable: true },
    },
    inbox: options.inbox ?? new MemoryInbox(),
    handlers: handlersOf(scene, options.accept ?? (() => true)),
    clock: options.clock ?? { now: () => Date.now() },
    log: loggerTo(log),
    timing: { backoffMinMs: 20, backoffMaxMs: 500, ...options.timing },
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.lifeSigns ? { lifeSigns: options.lifeSigns } : {}),
  });
  scene.account.start();
  return scene;
}

function handlersOf(scene: Scene, accept: (what: string) => boolean): AccountHandlers {
  const { told } = scene;
  return {
    async messages([first]) {
      if (!first) return 0;
      await scene.onMessage(first.message);
      told.messages.push(first.message);
      return 1;
    },
    own: (message) => void told.own.push(message),
    unreadable: (id, error) => void told.unreadable.push([id, error]),
    login: (self) => void told.logins.push(self),
    logout: (reason) => void told.logouts.push(reason),
    scan: (qr) => void told.scans.push(qr),
    gap: (from, to) => void told.gaps.push({ from, to, ms: to - from }),
    roomJoin: (event) => void told.rooms.push({ join: event }),
    roomLeave: (event) => void told.rooms.push({ leave: event }),
    roomTopic: (event) => void told.rooms.push({ topic: event }),
    async friendship(event) {
      told.friendships.push(event);
      return accept(event.hello);
    },
    async invitation(event) {
      told.invitations.push(event);
      return accept(event.topic);
    },
    alarm: (what) => void told.alarms.push(what),
  };
}

function loggerTo(lines: string[]): Logger {
  return pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
}

/** The inbox of a test that is not about the inbox. */
export class MemoryInbox implements Inbox {
  readonly seen = new Set<string>();
  readonly open = new Set<string>();

  async accept(ids: string[]): Promise<string[]> {
    const fresh = [...new Set(ids)].filter((id) => !this.seen.has(id));
    for (const id of fresh) {
      this.seen.add(id);
      this.open.add(id);
    }
    return fresh;
  }
  async pending(): Promise<string[]> {
    return [...this.open];
  }
  async settle(id: string): Promise<void> {
    this.open.delete(id);
  }
}
