import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Actor, Case } from '../../../src/cases/case.js';
import type { IntakeItem } from '../../../src/cases/ports.js';
import { readHolidays } from '../../../src/config/holidays.js';
import { loadConfig } from '../../../src/config/load.js';
import { formatFaults } from '../../../src/config/fault.js';
import { ProductClock } from '../../../src/main/clock.js';
import { makeDesk } from '../../../src/main/desk.js';
import { DirectoryView } from '../../../src/main/directory.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import type { Desk } from '../../../src/workers/desk.js';
import { openMatter } from '../../../src/workers/open-matter.js';
import { Jobs } from '../../../src/workers/queues.js';
import { mergeCases } from '../../../src/workers/merge-cases.js';
import { sealedFamily } from '../../../src/workers/sealed-family.js';
import { sealCase } from '../../../src/workers/seal-case.js';
import { sampleItem } from '../../support/case-samples.js';
import { MORNING, SHIMEN, laohe, ou, zhou } from '../../support/case-world.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { dump } from '../../support/sealed-search.js';
import { TestRedis } from '../../support/redis.js';
import { testVault } from '../../support/vault.js';

const PACKAGED = fileURLToPath(new URL('../../../config/', import.meta.url));
const ROOM = { id: 'shimen@chatroom', room: true };
const THREE = { kind: 'number', number: 1, place: '石门社区' } as const;

let server: TestRedis;
let stores: Stores;
let jobs: Jobs;
let desk: Desk;

beforeAll(async () => {
  server = await TestRedis.start();
  const log = pino({ level: 'silent' });
  stores = createStores(server.connect(), { account: 'main', vault: testVault() });
  jobs = new Jobs({ producer: server.connect(), worker: server.connect(), account: 'main', log, failed: () => undefined }); // prettier-ignore
  const loaded = loadConfig({ HUIYIN_DATA: '/nonexistent' }, PACKAGED);
  if (!loaded.ok) throw new Error(formatFaults(loaded.faults));
  const { config } = loaded;
  const directory = new DirectoryView(config.directory, stores.directory, () => undefined);
  await directory.refresh();
  const clock = new ProductClock('manual');
  await clock.set(MORNING);
  const reach = { canWriteTo: async () => true, villagesOf: () => [] };
  const tally = { opened: () => undefined, sent: () => undefined, intake: () => undefined };
  desk = makeDesk({
    config,
    stores,
    jobs,
    directory,
    clock,
    recogniser: shippedRecogniser(),
    holidays: readHolidays(),
    reach,
    log,
    tally,
  });
});
beforeEach(async () => void (await server.connect().flushall()));
afterAll(async () => {
  await jobs.close();
  await server.stop();
});

async function lamp(): Promise<Case> {
  const c = await openMatter(desk, {
    ...{ opId: 'open:m1', text: '四组水渠修了还漏', place: SHIMEN, chat: ROOM, petitioner: laohe, by: laohe, registrar: null },
    ...{ messageId: 'm1', at: MORNING, confidence: null },
    judged: { kind: 'petition', category: 'farming', urgency: 'normal', sealed: false },
  }); // prettier-ignore
  if (!c) throw new Error('not opened');
  return c;
}

const said = (id: string): IntakeItem => ({
  ...sampleItem(id, { who: ou.id, name: '欧清和', chat: { id: ou.id, room: false }, at: MORNING + 1 }),
  command: { verb: 'seal', ref: THREE, reason: '说的是回扣' },
});
const seal = (on: Desk, id = 's1', by: Actor = ou): Promise<void> =>
  sealCase(on, said(id), by, THREE, '说的是回扣');

/** The desk of a process that is killed the first time that it gets to this step; what it did before stands. */
function killedAt(step: 'leave' | 'save' | 'gone', before: boolean): Desk {
  const { cases } = desk;
  const killed = Object.create(cases) as Desk['cases'];
  const die = async (run: () => Promise<unknown>): Promise<never> => {
    if (!before) await run();
    throw new Error('killed');
  };
  killed.leave = (c) => (step === 'leave' ? die(() => cases.leave(c)) : cases.leave(c));
  killed.save = (change) => (step === 'save' ? die(() => cases.save(change)) : cases.save(change));
  killed.gone = (id) => (step === 'gone' ? die(() => cases.gone(id)) : cases.gone(id));
  return { ...desk, cases: killed };
}

/** A second case that went into the first one, and a third one that went into the second. */
async function withMerged(into: Case): Promise<Case[]> {
  const made: Case[] = [];
  for (const [n, text] of ['渠款去哪里了', '水渠钱被吃了'].entries()) {
    const messageId = `t${n}`;
    const c = await openMatter(desk, {
      ...{ opId: `open:${messageId}`, text, place: SHIMEN, chat: ROOM, petitioner: { id: `w${n}`, name: '甲' }, by: laohe },
      ...{ registrar: null, messageId, at: MORNING, confidence: null },
      judged: { kind: 'petition', category: 'farming', urgency: 'normal', sealed: false },
    }); // prettier-ignore
    if (c) made.push(c);
  }
  const [one, two] = made;
  if (!one || !two) throw new Error('not opened');
  for (const [n, [from, to]] of [[two, one], [one, into]].entries()) {
    const item = sampleItem(`merge${n}`, { who: zhou.id, name: '周小满', chat: ROOM, at: MORNING + 1 });
    const ref = (c: Case | undefined) => ({ kind: 'number', number: c?.number ?? 0, place: null }) as const;
    await mergeCases(desk, item, zhou, ref(from), ref(to));
  } // prettier-ignore
  return made;
}

async function expectSealed(c: Case): Promise<void> {
  expect(await desk.cases.load(c.id)).toBeNull();
  expect(await desk.cases.leaving(c.id)).toBeNull();
  const sealed = await desk.cases.sealedOpen();
  expect(sealed).toMatchObject([{ text: c.text, state: 'received', origin: SHIMEN }]);
  const history = await desk.cases.history(sealed[0]?.id ?? '');
  expect(history.map((event) => event.body.type)).toEqual(['open', 'seal']);
  const told = (await desk.outbox.unsettled('~sealed')).map(({ row }) => `${row.chat.id} ${row.text}`);
  expect(told.filter((text) => /有一件检举控告/u.test(text))).toHaveLength(1);
  expect(told.filter((text) => text.includes('已转给县纪检干部'))).toHaveLength(1);
}

describe('密封, whatever is killed on the way', () => {
  it.each([
    ['leave', true],
    ['leave', false],
    ['save', true],
    ['save', false],
    ['gone', true],
    ['gone', false],
  ] as const)('at %s (before it: %s)', async (step, before) => {
    const c = await lamp();
    await expect(seal(killedAt(step, before))).rejects.toThrow('killed');
    await seal(desk);
    await seal(desk);
    await expectSealed(c);
  });

  it.each([
    ['leave', true],
    ['leave', false],
    ['save', false],
    ['gone', false],
  ] as const)('takes along what went into it; killed at %s (before it: %s)', async (step, before) => {
    const c = await lamp();
    const merged = await withMerged(c);
    expect((await desk.cases.load(merged[1]?.id ?? ''))?.mergedInto).toBe(merged[0]?.id);
    await expect(seal(killedAt(step, before))).rejects.toThrow('killed');
    await seal(desk);
    for (const one of [c, ...merged]) {
      expect(await desk.cases.load(one.id)).toBeNull();
      expect(await desk.cases.leaving(one.id)).toBeNull();
    }
    const sealed = await desk.cases.sealedOpen();
    expect(sealed.map((one) => one.text).sort()).toEqual([c, ...merged].map((one) => one.text).sort());
    expect(sealed.every((one) => one.state === 'received' && one.mergedInto === null)).toBe(true);
    // An inspector who opens one finds the others; nobody finds them by their old numbers.
    const codes = sealed.map((one) => one.id);
    const [whole, middle, last] = [c, ...merged].map(({ text }) => sealed.find((one) => one.text === text));
    const familyOf = async (one = whole): Promise<string[]> =>
      one ? sealedFamily(desk, one, await desk.cases.history(one.id)) : [];
    expect([await familyOf(whole), await familyOf(last)]).toEqual([[middle?.id], [middle?.id]]);
    expect((await familyOf(middle)).sort()).toEqual(codes.filter((id) => id !== middle?.id).sort());
    expect((await dump(server.connect())).flat().join('\n')).not.toContain('was:');
  });

  it('one that went into another is not sealed by itself, nor left behind half', async () => {
    const c = await lamp();
    const [one] = await withMerged(c);
    const ref = { kind: 'number', number: one?.number ?? 0, place: null } as const;
    await sealCase(desk, said('s9'), ou, ref, '说的是回扣');
    expect((await desk.cases.load(one?.id ?? ''))?.state).toBe('merged');
    expect(await desk.cases.sealedOpen()).toEqual([]);
  });

  it('two who seal it at once make one of it', async () => {
    const c = await lamp();
    await Promise.all([seal(desk, 's1'), seal(desk, 's2')]);
    expect(await desk.cases.sealedOpen()).toHaveLength(1);
    expect(await desk.cases.load(c.id)).toBeNull();
  });
});
