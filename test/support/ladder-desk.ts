import { pino } from 'pino';
import { buildDirectory } from '../../src/cases/directory-build.js';
import { DEFAULT_DEADLINES, PLAIN_RULES } from '../../src/cases/deadlines.js';
import { clean } from '../../src/cases/mask.js';
import type { PersonEntry } from '../../src/cases/directory-entries.js';
import type { WorkingHours } from '../../src/cases/working-time.js';
import type { Role } from '../../src/cases/words.js';
import type { Stores } from '../../src/store/stores.js';
import type { Desk, DeskSettings } from '../../src/workers/desk.js';
import { PLACE } from './case-samples.js';
import { say } from './packaged-texts.js';

const person = (name: string, role: Role, place: string, contact: string): PersonEntry => ({
  name,
  role,
  place,
  contacts: [contact],
  categories: [],
});

export const LADDER_PEOPLE = [
  person('彭立新', 'village_head', PLACE, 'wxid_peng'),
  person('周小满', 'village_cadre', PLACE, 'wxid_zhou'),
  person('李望秋', 'township_leader', '店门镇', 'wxid_li'),
  person('电力所', 'department', '店门镇', 'wxid_dl'),
  person('欧清和', 'inspector', '', 'wxid_ou'),
  person('县办', 'admin', '', 'wxid_admin'),
];

export interface LadderWorld {
  now: number;
  people: PersonEntry[];
  working: WorkingHours | null;
}

/** The use cases' desk over real stores, with what the ladder needs; nobody sends: the outbox is what is looked at. */
export function ladderDesk(stores: Stores, world: LadderWorld): Desk {
  const settings: DeskSettings = {
    closeAfterMs: 7 * 24 * 3_600_000,
    dailyAt: 18 * 60,
    quiet: null,
    mode: 'live',
    terms: DEFAULT_DEADLINES,
    rules: { ...PLAIN_RULES, hours: world.working },
    holidaysUntil: 2099,
    posts: {
      weeklyAt: null,
      monthlyAt: null,
      pictures: false,
      dailyPictures: 'off',
      weights: { answeredOnTime: 0.1, solved: 0.5, satisfied: 0.4 },
      rankFromCases: 5,
    },
    discreet: [],
    categoryNames: {} as DeskSettings['categoryNames'],
    messageChars: 600,
    correctionsMs: 0,
    joint: null,
    routing: [],
    proofs: {} as DeskSettings['proofs'],
    idleMs: null,
    retentionDays: {},
    declineConsent: false,
  };
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    ...stores,
    people: stores.directory,
    exportMonth: () => Promise.reject(new Error('no tables here')),
    directory: () => buildDirectory({ county: '衡岭县', groups: [], people: world.people }, {}, {}),
    directoryChanged: nothing,
    silenced: () => false,
    canWriteTo: () => Promise.resolve(true),
    clean,
    villagesOf: () => [],
    clock: { now: () => world.now },
    settings,
    render: (key, values) => say(key as Parameters<typeof say>[0], values),
    reader: {
      answerStage: () => null,
      ratingOf: () => null,
      isMeToo: () => false,
      classify: () => ({ kind: 'petition', category: 'other', urgency: 'normal', sealed: false }),
      version: 'test',
    },
    random: () => 'salt',
    wake: nothing,
    roomChanged: nothing,
    log: pino({ level: 'silent' }),
    tally: { opened: () => undefined, sent: () => undefined, intake: () => undefined },
  };
}
