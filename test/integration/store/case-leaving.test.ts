import type { RedisClient } from '../../../src/store/connect.js';
import { placeKeys } from '../../../src/store/keys.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { MORNING, SHIMEN, Story, laohe } from '../../support/case-world.js';
import { sampleRow } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';
import { dump } from '../../support/sealed-search.js';
import { testVault } from '../../support/vault.js';

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main', vault: testVault() });
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

const shown = async (): Promise<string> => (await dump(redis)).map(([, text]) => text).join('\n');

describe('a case that leaves its village', () => {
  async function ordinary(): Promise<Story> {
    const story = new Story({}, { messageId: 'm1' });
    const { case: c, events } = story;
    await redis.set(placeKeys(SHIMEN).counter, (c.number ?? 1) - 1);
    const row = { ...sampleRow('r1'), place: SHIMEN, caseId: c.id, text: '路灯不亮' };
    const other = { ...sampleRow('r2'), place: SHIMEN, caseId: `${SHIMEN}#99`, text: '别的' };
    const change = {
      place: SHIMEN,
      opId: 'o',
      expectCounter: (c.number ?? 1) - 1,
      rows: [row, other],
      links: { m1: c.id },
    };
    expect(await stores.cases.save({ ...change, cases: [{ case: c, expectVersion: 0, events }] })).toBe(
      'saved',
    );
    return story;
  }

  it('is in no list of it from that step on, and is found by who finishes', async () => {
    const { case: c, events } = await ordinary();
    expect(await stores.cases.leave({ ...c, version: 7 })).toBe('conflict');
    expect(await stores.cases.leave(c)).toBe('left');
    expect(await stores.cases.load(c.id)).toBeNull();
    expect(await stores.cases.open(SHIMEN)).toEqual([]);
    expect(await stores.cases.touched(SHIMEN, 0, MORNING * 2)).toEqual([]);
    expect(await stores.cases.caseOfMessage(SHIMEN, 'm1')).toBeNull();
    expect(await stores.ladders.due(SHIMEN, MORNING * 2, 10)).toEqual([]);
    expect(await stores.cases.waitedOut(SHIMEN, MORNING * 2)).toEqual([]);
    expect(await stores.cases.leaving(c.id)).toEqual({ case: c, events });
  });

  it('leaves no word behind, what was still to be said of it neither, and its number is never given again', async () => {
    const { case: c } = await ordinary();
    await stores.cases.leave(c);
    await stores.cases.gone(c.id);
    await stores.cases.gone(c.id);
    expect(await shown()).not.toMatch(/路灯|wxid_he/u);
    expect((await stores.outbox.unsettled(SHIMEN)).map(({ row }) => row.text)).toEqual(['别的']);
    expect(await stores.cases.raisedBy(laohe.id)).toEqual([]);
    expect(await stores.cases.counter(SHIMEN)).toBe(c.number);
  });
});
