import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { CATEGORIES } from '../cases/words.js';
import type { Clock } from '../cases/clock.js';
import { clean } from '../cases/mask.js';
import { memoKey } from '../cases/memo-keys.js';
import { render } from '../cases/messages.js';
import type { HolidayTable } from '../config/holidays.js';
import type { Config } from '../config/shape.js';
import { exportInChat } from './export-chat.js';
import { workCalendar } from '../config/work-calendar.js';
import type { DirectoryView } from './directory.js';
import { answerStage, isMeToo, ratingOf } from '../recognise/plain-words.js';
import { judge } from '../recognise/judge.js';
import type { Recogniser } from '../recognise/api.js';
import type { Stores } from '../store/stores.js';
import type { Desk, DeskSettings, Tally } from '../workers/desk.js';
import type { Jobs } from '../workers/queues.js';

/** Matters of a room change rarely; the note lives as long as anybody could care. */
const ROOM_VERSION_MS = 30 * 24 * 3600 * 1000;

export interface DeskParts {
  config: Config;
  stores: Stores;
  jobs: Jobs;
  directory: DirectoryView;
  clock: Clock;
  recogniser: Recogniser;
  holidays: HolidayTable;
  /** Set by the bot part; true for everybody while no account runs in this process. */
  reach: { canWriteTo: (id: string) => Promise<boolean>; villagesOf: (id: string) => string[] };
  log: Logger;
  tally: Tally;
}

/** What the use cases get, made of the parts. */
export function makeDesk(parts: DeskParts): Desk {
  const { config, stores, jobs, directory, reach } = parts;
  return {
    cases: stores.cases,
    intake: stores.intake,
    outbox: stores.outbox,
    memos: stores.memos,
    recents: stores.recents,
    corrections: stores.corrections,
    families: stores.families,
    ladders: stores.ladders,
    mailboxes: stores.mailboxes,
    orders: stores.orders,
    record: stores.record,
    files: stores.files,
    privacy: stores.privacy,
    exportMonth: exportInChat(config, stores),
    people: stores.directory,
    directory: () => directory.current,
    directoryChanged: () => directory.refresh(),
    silenced: (roomId) => directory.silenced(roomId),
    villagesOf: (id) => reach.villagesOf(id),
    canWriteTo: (id) => reach.canWriteTo(id),
    clean,
    clock: parts.clock,
    settings: deskSettings(config, parts.holidays),
    render: (key, values) => render(config.messages, key, values),
    reader: {
      answerStage,
      ratingOf,
      isMeToo,
      classify: (text, type) => judge(parts.recogniser, text, type),
      version: parts.recogniser.version,
    },
    random: (bytes) => randomBytes(bytes).toString('hex'),
    wake: async (rows) => {
      if (rows.length > 0) await jobs.wakeSend(rows);
    },
    roomChanged: (chatId) =>
      stores.memos.set(memoKey.roomVersion(chatId), randomBytes(6).toString('base64url'), ROOM_VERSION_MS),
    log: parts.log,
    tally: parts.tally,
  };
}

function deskSettings(config: Config, holidays: HolidayTable): DeskSettings {
  const { settings, taxonomy } = config;
  return {
    closeAfterMs: settings.closeAfterDays * 24 * 3600 * 1000,
    dailyAt: settings.dailyAt,
    posts: settings.posts,
    quiet: settings.quietHours,
    mode: settings.mode,
    terms: taxonomy.categories,
    rules: {
      hours: workCalendar(settings.workingHours, settings, holidays),
      waits: settings.waits,
      extendDays: Object.fromEntries(CATEGORIES.map((one) => [one, taxonomy.categories[one].extendDays])),
    },
    holidaysUntil: holidays.lastYear,
    discreet: CATEGORIES.filter((one) => taxonomy.categories[one].private),
    categoryNames: Object.fromEntries(
      CATEGORIES.map((one) => [one, taxonomy.categories[one].name]),
    ) as DeskSettings['categoryNames'],
    messageChars: settings.messageChars,
    routing: taxonomy.routing,
    proofs: Object.fromEntries(
      CATEGORIES.map((one) => [one, taxonomy.categories[one].proof]),
    ) as DeskSettings['proofs'],
    idleMs: settings.idleMs,
    declineConsent: settings.declineConsent,
    retentionDays: settings.privacy.retentionDays,
    joint: settings.joint,
    correctionsMs: settings.correctionsDays * 24 * 3600 * 1000,
  };
}
