import type { Case } from '../../../src/cases/case.js';
import type { CaseEvent } from '../../../src/cases/event.js';
import { SealedLostError } from '../../../src/cases/sealed-lost.js';
import { verifyStore } from '../../../src/cli-audit.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { placeKeys, personKeys, sealedKeys } from '../../../src/store/keys.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { ACCUSATION, SHIMEN, Story, laohe, ou } from '../../support/case-world.js';
import { sampleItem, sampleRow } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';
import { dump } from '../../support/sealed-search.js';
import { testVault } from '../../support/vault.js';

const CODE = 'K7MNPQ';
const WORDS = /举报村主任|回扣|谈了话|老贺|wxid_he|K7MNPQ/u;

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;
const withKeys = (...names: string[]): Stores =>
  createStores(redis, { account: 'main', vault: testVault(...names) });

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = withKeys('first');
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

const tale = (): Story =>
  new Story({ ...ACCUSATION, origin: SHIMEN }, { id: CODE, place: '~sealed', number: null, messageId: 'm1' })
    .do({ type: 'view' }, ou)
    .do({ type: 'progress', note: '谈了话' }, ou);

async function keep(into: Stores, { case: c, events }: { case: Case; events: CaseEvent[] }): Promise<void> {
  const row = { ...sampleRow('r1'), id: '~row/0', place: '~sealed', caseId: CODE, text: `${CODE} 回扣` };
  const change = {
    place: '~sealed',
    opId: `open:${c.id}`,
    expectCounter: null,
    rows: [row],
    links: { m1: c.id },
  };
  const cases = [{ case: c, expectVersion: 0, events }];
  expect(await into.cases.save({ ...change, cases })).toBe('saved');
}

/** As versions before sealing wrote it. */
async function keepInTheClear({ case: c, events }: Story): Promise<void> {
  const at = placeKeys('~sealed');
  await redis.set(sealedKeys.plainState(CODE), JSON.stringify(c));
  await redis.rpush(sealedKeys.plainEvents(CODE), ...events.map((event) => JSON.stringify(event)));
  await redis.zadd(at.open, c.openedAt, CODE);
  await redis.zadd(at.touched, c.openedAt, `o|${CODE}`, c.openedAt, `a|${CODE}`);
  await redis.hset(at.links, 'm1', CODE);
  await redis.zadd(personKeys(laohe.id).raised, c.openedAt, CODE);
  const row = { ...sampleRow('r1'), place: '~sealed', caseId: CODE, text: `${CODE} 回扣` };
  await redis.hset(at.row('r1'), 'row', JSON.stringify(row), 'state', 'pending', 'at', '1');
  await redis.zadd(at.unsettled, 1, 'r1');
}

const shown = async (): Promise<string> => (await dump(redis)).map(([, text]) => text).join('\n');

async function audit(into: Stores): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  return { code: await verifyStore(into.cases, (line) => lines.push(line)), lines };
}

describe('a sealed case at rest', () => {
  it('shows no word, no name, no code, and is read whole', async () => {
    const story = tale();
    await keep(stores, story);
    expect(await shown()).not.toMatch(WORDS);
    expect(await stores.cases.load(CODE)).toEqual(story.case);
    expect(await stores.cases.history(CODE)).toEqual(story.events);
    expect((await stores.cases.sealedOpen()).map((one) => one.id)).toEqual([CODE]);
    expect(await stores.cases.raisedBy(laohe.id)).toEqual([CODE]);
    const id = await stores.cases.caseOfMessage('~sealed', 'm1');
    expect((await stores.cases.load(id ?? ''))?.id).toBe(CODE);
    expect((await stores.outbox.unsettled('~sealed')).map(({ row }) => row.text)).toEqual([`${CODE} 回扣`]);
    expect(await audit(stores)).toMatchObject({ code: 0 });
  });

  it('opens with another key in front, and new ones take that', async () => {
    await keep(stores, tale());
    const turned = withKeys('second', 'first');
    expect((await turned.cases.load(CODE))?.text).toBe(ACCUSATION.text);
    expect(await turned.cases.raisedBy(laohe.id)).toEqual([CODE]);
    expect(await turned.cases.caseOfMessage('~sealed', 'm1')).not.toBeNull();
    expect(await turned.sealKeys.missing()).toEqual([]);
  });

  it('without its key says so, is walked from outside, and nothing of it is touched', async () => {
    await keep(stores, tale());
    const before = await dump(redis);
    const other = withKeys('other');
    await expect(other.cases.load(CODE)).rejects.toThrow(SealedLostError);
    await expect(other.cases.history(CODE)).rejects.toThrow(SealedLostError);
    expect(await other.cases.sealedOpen()).toEqual([]);
    expect(await other.cases.sealedLost()).toBe(1);
    expect(await other.outbox.unsettled('~sealed')).toEqual([]);
    expect(await other.sealKeys.missing()).toHaveLength(1);
    expect(await audit(other)).toEqual({
      code: 0,
      lines: [
        '1 cases, 1 of them sealed, 3 events: every history is whole',
        '1 sealed cases were walked from outside only: their key is not here',
      ],
    });
    expect(new Map(await dump(redis))).toEqual(new Map(before));
  });

  it.each([
    ['an event is changed', async (key: string) => redis.lset(key, 1, ((await redis.lindex(key, 1)) ?? '').replace('"data":"', '"data":"AAAA')), 2], // prettier-ignore
    ['two events change places', async (key: string) => swap(key), 1],
    ['the last is missing', async (key: string) => redis.rpop(key), 3],
  ])('without its key the audit still sees that %s', async (_, harm, seq) => {
    await keep(stores, tale());
    await harm(placeKeys('~sealed').events(CODE));
    const { code, lines } = await audit(withKeys('other'));
    expect(code).toBe(1);
    expect(lines[0]).toMatch(new RegExp(`^~[\\w-]{16}: .*event ${seq}`, 'u'));
  });

  it('with its key sees an envelope that was put in another’s place', async () => {
    await keep(stores, tale());
    const { state } = placeKeys('~sealed');
    await redis.set(state('B2BBBB'), (await redis.get(state(CODE))) ?? '');
    await expect(stores.cases.load('B2BBBB')).rejects.toThrow(/its seal does not hold/u);
  });

  it('cannot be taken without any key', async () => {
    await expect(keep(createStores(redis, { account: 'main' }), tale())).rejects.toThrow(/no key/u);
    expect(await redis.keys('*case*')).toEqual([]);
  });
});

async function swap(key: string): Promise<void> {
  const [a, b] = await redis.lrange(key, 0, 1);
  await redis.lset(key, 0, b ?? '');
  await redis.lset(key, 1, a ?? '');
}

describe('what an older version kept in the clear', () => {
  it('is read as it stands, and audited', async () => {
    const story = tale();
    await keepInTheClear(story);
    expect(await stores.cases.load(CODE)).toEqual(story.case);
    expect(await stores.cases.history(CODE)).toEqual(story.events);
    expect((await stores.cases.sealedOpen()).map((one) => one.id)).toEqual([CODE]);
    expect(await audit(stores)).toMatchObject({ code: 0 });
  });

  it('is sealed at the next start, once, and loses nothing', async () => {
    const story = tale();
    await keepInTheClear(story);
    expect(await stores.sealOld()).toBe(1);
    expect(await shown()).not.toMatch(WORDS);
    expect(await stores.cases.load(CODE)).toEqual(story.case);
    expect(await stores.cases.history(CODE)).toEqual(story.events);
    expect(await stores.cases.raisedBy(laohe.id)).toEqual([CODE]);
    expect(await stores.cases.caseOfMessage('~sealed', 'm1')).not.toBeNull();
    expect((await stores.outbox.unsettled('~sealed')).map(({ row }) => row.text)).toEqual([`${CODE} 回扣`]);
    expect(await audit(stores)).toMatchObject({ code: 0 });
    const before = await dump(redis);
    expect(await stores.sealOld()).toBe(0);
    expect(new Map(await dump(redis))).toEqual(new Map(before));
  });

  it('that is damaged stays where it is', async () => {
    await keepInTheClear(tale());
    await redis.set(sealedKeys.plainState(CODE), 'junk');
    expect(await stores.sealOld()).toBe(0);
    expect(await redis.get(sealedKeys.plainState(CODE))).toBe('junk');
  });
});

describe('messages on their way', () => {
  const decision = { action: 'open', intent: 'discipline', category: 'government', urgency: 'normal', sealed: true, matter: 'q', confidence: 1, ask: false } as const; // prettier-ignore

  it('are hidden in the queue and among the last day’s, as soon as they are known for accusations', async () => {
    const item = { ...sampleItem('q'), decision };
    const message = { ...item.message, text: '举报村主任', reply: '举报村主任' };
    await stores.recents.remember([message], new Set([message.id]));
    await stores.intake.push([{ ...item, message }]);
    expect(await shown()).not.toContain('举报');
    expect((await stores.intake.peek(message.chat.id, 1))[0]?.message).toEqual(message);
    expect(await stores.recents.find(message.chat.id, message.id)).toEqual(message);
  });

  it('are veiled when they turn out to be some, and nobody else’s are', async () => {
    const [one, two] = ['q1', 'q2'].map((id) => ({ ...sampleItem(id).message, text: `举报${id}` }));
    if (!one || !two) throw new Error('two messages');
    await stores.recents.remember([one]);
    await stores.recents.remember([two]);
    await stores.recents.veil(one.chat.id, [one.id, 'unknown']);
    expect(await shown()).not.toContain('举报q1');
    expect(await shown()).toContain('举报q2');
    const all = await stores.recents.recall(one.chat.id, 10, one.at);
    expect(all.map((each) => each.text).sort()).toEqual(['举报q1', '举报q2']);
    const other = withKeys('other');
    expect((await other.recents.recall(one.chat.id, 10, one.at)).map((each) => each.text)).toEqual([
      '举报q2',
    ]);
  });

  it('and notes about them open with their own key alone', async () => {
    await stores.memos.hide('list', '举报村主任', 60_000);
    expect(await shown()).not.toContain('举报');
    expect(await stores.memos.get('list')).toBeNull();
    expect(await withKeys('other').memos.reveal('list')).toBeNull();
    expect(await stores.memos.reveal('list')).toBe('举报村主任');
  });
});
