import type { Millis } from '../cases/case.js';
import type { Say } from '../cases/ports.js';
import type { IntakeParts } from './account-intake.js';
import { createIntake } from './account-intake.js';
import type { LineHolder } from './account-line.js';
import { createSupervisor } from './account-line.js';
import type { AccountOptions } from './account-options.js';
import { DEFAULT_TIMING } from './account-options.js';
import type { AccountCounts } from './account-port.js';
import { Alarms } from './alarms.js';
import type { StockManager } from './gateway/channel.js';
import { GatewayPuppet } from './gateway/puppet.js';
import type { Supervisor } from './gateway/supervisor.js';
import { guarded } from './guard.js';
import type { Intake } from './intake/intake.js';
import { LifeSaver } from './life-saver.js';
import { Names } from './message/names.js';
import { createHooks } from './puppet-hooks.js';
import { Requests } from './requests.js';
import { Rooms } from './rooms.js';
import { createSay } from './say.js';
import { sendFile } from './send-file.js';
import { Session } from './session.js';

/** What an account consists of, wired together and not yet started. */
export interface Parts {
  over: AbortController;
  counts: AccountCounts;
  told: ReturnType<typeof guarded>;
  line: LineHolder;
  puppet: GatewayPuppet;
  session: Session;
  names: Names;
  rooms: Rooms;
  requests: Requests;
  intake: Intake;
  alarms: Alarms;
  life: LifeSaver;
  say: Say;
}

/** What they all share. */
interface Base extends IntakeParts {
  line: LineHolder;
}

export function createParts(options: AccountOptions): Parts {
  const base = createBase(options, () => parts);
  const { timing, told, puppet, line, counts } = base;
  const over = new AbortController();
  const names = new Names(puppet, timing.nameTtlMs);
  const rooms = new Rooms(puppet);
  const alarms = new Alarms({
    timing,
    alarm: told.alarm,
    whyAway: () => line.supervisor?.reason ?? 'not started',
  });
  const session = createSession(told, names, alarms, over.signal);
  const intake = createIntake(base, names, session);
  const parts: Parts = {
    over, counts, told, line, puppet, session, names, rooms, intake, alarms,
    requests: new Requests(puppet, options.handlers, options.log, over.signal),
    life: createLifeSaver(options, line, intake),
    say: createAccountSay(base, session, rooms),
  }; // prettier-ignore
  return parts;
}

function createBase(options: AccountOptions, parts: () => Parts): Base {
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const line: LineHolder = { supervisor: null, heardAt: null };
  const supervise = (stock: StockManager): Supervisor => {
    line.supervisor = createSupervisor(options, timing, stock, parts());
    return line.supervisor;
  };
  const puppet = new GatewayPuppet(options.gateway, createHooks(parts, options.log), supervise);
  const counts = {
    heard: 0, handled: 0, own: 0, retried: 0, unreadable: 0, garbage: 0, connections: 0, gaps: 0,
    sent: 0, refused: 0, unknown: 0,
  }; // prettier-ignore
  return { options, timing, counts, told: guarded(options.handlers, options.log), puppet, line };
}

function createSession(told: Base['told'], names: Names, alarms: Alarms, over: AbortSignal): Session {
  return new Session({
    over,
    ownName: (id) => names.of(null, id),
    handlers: {
      login(self) {
        alarms.loggedIn();
        told.login(self);
      },
      logout(reason) {
        alarms.loggedOut(reason);
        told.logout(reason);
      },
      scan: (qr) => told.scan(qr),
    },
  });
}

function createLifeSaver(options: AccountOptions, line: LineHolder, intake: Intake): LifeSaver {
  const heardAt = (): Millis | null => (intake.unsaved > 0 ? null : (line.supervisor?.heardAt ?? null));
  return new LifeSaver(options.lifeSigns, heardAt, options.log);
}

function createAccountSay({ options, counts, puppet }: Base, session: Session, rooms: Rooms): Say {
  const say = createSay({
    send: (chatId, text, mentions) => puppet.messageSendText(chatId, text, mentions),
    sendFile: (chatId, file) => sendFile(puppet.client, chatId, file),
    client: () => puppet.client,
    loggedOut: () => session.state === 'out',
    isFriend: async (id) => (await rooms.contact(id))?.friend ?? false,
    failed: (chat, result, why) =>
      options.log.warn({ chat, result, why }, 'a message was not sent for certain'),
  });
  const counted = (sent: Awaited<ReturnType<Say['text']>>): typeof sent => {
    counts[sent.result] += 1;
    return sent;
  };
  return {
    connected: () => say.connected(),
    canWriteTo: (id) => say.canWriteTo(id),
    text: async (chat, text, mentions) => counted(await say.text(chat, text, mentions)),
    file: async (chat, file) => counted(await say.file(chat, file)),
  };
}
