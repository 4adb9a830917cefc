import type { Logger } from 'pino';
import { createAccount } from '../bot/account.js';
import type { Account, AccountHandlers } from '../bot/account-port.js';
import { hear, type HearOptions } from '../bot/hear.js';
import { RoomReaders } from '../bot/room-readers.js';
import { RoomRegistry } from '../bot/room-registry.js';
import { categoryWords } from '../config/categories.js';
import type { ProductClock } from './clock.js';
import type { Config, Gateway } from '../config/shape.js';
import type { DirectoryView } from './directory.js';
import { raiseAlarm } from './alarm.js';
import { greet } from './invitations.js';
import { fileMaker } from './make-file.js';
import { Studio } from '../papers/studio.js';
import { showQr } from './qr.js';
import { welcomes } from './welcome.js';
import { makeServers, type Servers } from './servers.js';
import type { MembersView } from './members.js';
import type { Metrics } from '../web/metrics.js';
import type { Recogniser } from '../recognise/api.js';
import type { Stores } from '../store/stores.js';
import type { Desk } from '../workers/desk.js';
import { Echoes } from '../workers/echoes.js';
import { tellGap } from '../workers/gaps.js';
import { Pacer } from '../workers/pacer.js';
import type { Jobs } from '../workers/queues.js';
import { tell } from '../workers/reply.js';
import { Sender } from '../workers/sender.js';

export interface BotParts {
  name: string;
  gateway: Gateway;
  config: Config;
  stores: Stores;
  jobs: Jobs;
  directory: DirectoryView;
  members: MembersView;
  clock: ProductClock;
  recogniser: Recogniser;
  desk: Desk;
  metrics: Metrics;
  /** The terminal: a login code is for whoever sits there, not for a log. */
  print: (line: string) => void;
  log: Logger;
}

export interface Bot {
  account: Account;
  servers: Servers;
  registry: RoomRegistry;
  sender: Sender;
  studio: Studio;
}

/** The account with what hears and speaks through it. */
export function makeBot(parts: BotParts): Bot {
  const { config, stores, desk, clock, log } = parts;
  const echoes = new Echoes();
  const bot: Partial<Bot> = {};
  bot.servers = makeServers(parts, async (id, most) => (await bot.account?.file(id, most)) ?? null);
  const account = createAccount({
    gateway: addressOf(parts.gateway),
    inbox: stores.inbox,
    handlers: handlersOf(parts, bot as Bot, echoes),
    clock,
    log,
    lifeSigns: lifeSigns(stores),
    timing: { awayAlarmMs: config.settings.alarmAfterMs },
  });
  bot.account = account;
  bot.registry = new RoomRegistry({
    directory: () => parts.directory.current,
    people: stores.directory,
    changed: () => parts.directory.refresh(),
    members: (roomId, ids) => parts.members.note(roomId, ids),
    tellAdmins: (key, values, opId) => tell(desk, opId, null, [{ key, values, to: { kind: 'admins' } }]),
    guests: welcomes(desk),
    room: (id) => account.room(id),
    rooms: () => account.rooms(),
    log,
  });
  const { pacing } = config.settings;
  const studio = new Studio();
  bot.studio = studio;
  bot.sender = new Sender({
    outbox: stores.outbox,
    say: account.say,
    clock,
    pacer: new Pacer(pacing.on ? pacing : null),
    echoes,
    quiet: config.settings.quietHours,
    mergeWindowMs: pacing.on ? pacing.mergeWindowMs : 0,
    render: (key, values) => desk.render(key, values),
    make: fileMaker(stores.files, studio, {
      cases: stores.cases,
      fetch: (id, most) => account.file(id, most),
      render: (key, values) => desk.render(key, values),
      draw: (order) => studio.make(order),
    }),
    log,
    tally: desk.tally,
  });
  return bot as Bot;
}

function handlersOf(parts: BotParts, bot: Bot, echoes: Echoes): AccountHandlers {
  const { desk, log, metrics } = parts;
  const options = hearOptions(parts, bot);
  const later = (work: Promise<void>): void => {
    work.catch((error: unknown) => log.warn({ err: String(error) }, 'account event'));
  };
  return {
    messages: (run) => hear(options, run),
    own: (message) => void echoes.heard(message.chat.id, message.text),
    unreadable: (id, error) => {
      metrics.unreadable();
      log.warn({ message: id, err: error }, 'message could not be read');
    },
    login: (self) => {
      log.info({ account: self.id }, 'logged in');
      later(bot.registry.survey());
      later(wakePending(parts));
    },
    logout: (reason) => log.warn({ reason }, 'logged out'),
    scan: (qr) => later(showQr(qr, parts.print)),
    gap: (from, to) => {
      metrics.gap(to - from);
      later(tellGap(desk, from, to, parts.config.settings.gapTellMs));
      later(wakePending(parts));
    },
    roomJoin: ({ roomId, selfJoined }) => later(bot.registry.refresh(roomId, selfJoined)),
    roomLeave: ({ roomId, selfLeft }) => later(selfLeft ? Promise.resolve() : bot.registry.refresh(roomId)),
    roomTopic: ({ roomId }) => later(bot.registry.refresh(roomId)),
    friendship: (event) => greet(desk, event),
    invitation: ({ inviterId }) => Promise.resolve(desk.directory().officialOf(inviterId) !== null),
    alarm: (what) => {
      later(raiseAlarm(parts.config.settings.webhook, what, parts.clock.now(), log));
    },
  };
}

function hearOptions(parts: BotParts, bot: Bot): HearOptions {
  const { stores, config, clock } = parts;
  return {
    account: parts.name,
    directory: () => parts.directory.current,
    recents: stores.recents,
    intake: stores.intake,
    memos: stores.memos,
    readers: new RoomReaders({
      recogniser: bot.servers.recogniser,
      second: bot.servers.second,
      recents: stores.recents,
      cases: stores.cases,
      memos: stores.memos,
      directory: () => parts.directory.current,
      now: () => clock.now(),
    }),
    second: bot.servers.second,
    voice: bot.servers.voice,
    voiceSuggestions: config.settings.voiceSuggestions,
    clock,
    staleMs: config.settings.staleAfterMs,
    categories: categoryWords(config.taxonomy),
    self: () => bot.account.self,
    bind: (message) => bot.registry.find(message.chat.id),
    wake: (chatId) => parts.jobs.wakeIntake(chatId),
    heard: (outcome) => parts.metrics.heard(outcome),
  };
}

/** The gateway is (again) there: what waited for it is woken at once instead of at the next sweep. */
async function wakePending(parts: BotParts): Promise<void> {
  for (const place of await parts.stores.outbox.places()) {
    const waiting = await parts.stores.outbox.unsettled(place);
    const rows = waiting.filter((one) => one.state === 'pending').map((one) => one.row);
    if (rows.length > 0) await parts.jobs.wakeSend(rows);
  }
}

function addressOf(gateway: Gateway): Parameters<typeof createAccount>[0]['gateway'] {
  const { token, endpoint, noTls, caCert, serverName } = gateway;
  return {
    token,
    ...(endpoint !== null && { endpoint }),
    tls: { disable: noTls, ...(caCert !== null && { caCert }), ...(serverName !== null && { serverName }) },
  };
}

/** Until when everything was certainly heard, over restarts. */
function lifeSigns(stores: Stores): {
  load: () => Promise<number | null>;
  save: (at: number) => Promise<void>;
} {
  const key = 'life-sign';
  return {
    load: async () => Number((await stores.memos.get(key)) ?? Number.NaN) || null,
    save: (at) => stores.memos.set(key, String(at), 30 * 24 * 3600 * 1000),
  };
}
