import { Redis } from 'ioredis';
import { PLACE, makeHistories } from '../../../bench/loading/histories.mjs';
import { loadCases } from '../../../bench/loading/load.mjs';
import { cadreOf, placeOf, villagerOf } from '../../../bench/lib/county.mjs';
import { createStores } from '../../../src/store/stores.ts';
import { personKeys, placeKeys } from '../../../src/store/keys.ts';
import { TestRedis } from '../../support/redis.ts';

const NOW = Date.parse('2026-05-02T10:00:00+08:00');
const TEXT = '中院子路灯不亮，晚上看不见';

/** The redis of the loader: what it needs of BenchRedis. */
function redisForLoading(server) {
  const client = new Redis({ path: server.address });
  const info = async (section, field) => Number(new RegExp(`^${field}:(\\S+)`, 'm').exec(await client.info(section))?.[1]);
  return { address: server.address, client, info, memory: () => info('memory', 'used_memory') };
} // prettier-ignore

/** What a Redis keeps, by key, in a form that can be compared. */
async function contents(client, keys) {
  const reads = {
    string: 'get',
    list: ['lrange', 0, -1],
    zset: ['zrange', 0, -1, 'WITHSCORES'],
    hash: 'hgetall',
  };
  const found = {};
  for (const key of keys) {
    const [command, ...rest] = [reads[await client.type(key)] ?? 'get'].flat();
    found[key] = await client[command](key, ...rest);
  }
  return found;
}

describe('the benchmark’s stored cases', () => {
  let servers;
  let redis;
  beforeEach(async () => {
    servers = [await TestRedis.start(), await TestRedis.start()];
    redis = redisForLoading(servers[0]);
  });
  afterEach(async () => {
    redis.client.disconnect();
    await Promise.all(servers.map((server) => server.stop()));
  });

  it.each(['closed', 'open'])('are stored as the product stores a case: %s', async (state) => {
    const loaded = { cases: 1, open: state === 'open' ? 1 : 0, groups: 1, now: NOW, texts: [TEXT] };
    await loadCases(redis, loaded);
    const stores = createStores(servers[1].connect(), { account: 'main' });
    const one = await storedOne(stores, state);

    const at = placeKeys(placeOf(0));
    const people = [personKeys(villagerOf(0, 3)).raised, personKeys(cadreOf(0)).handles];
    const indexes = [at.counter, at.open, at.resolved, at.touched, at.links];
    const keys = [at.state(one.id), at.events(one.id), ...indexes, ...people];
    const [theirs, ours] = [await contents(servers[1].connect(), keys), await contents(redis.client, keys)];
    // A closed case's handler index is emptied by its next reader: the loader leaves it out.
    if (state === 'closed') delete theirs[people[1]];
    if (state === 'closed') delete ours[people[1]];
    expect(ours).toEqual(theirs);
    expect(await redis.client.smembers('hy:{hy}:places')).toEqual([placeOf(0)]);
  });

  /** The same history, saved step by step through the store. */
  async function storedOne({ cases }, state) {
    const make = await makeHistories();
    const history = make[state](TEXT, state === 'closed' ? NOW - 10 * 86_400_000 : NOW - 3_600_000);
    const { case: one, events } = JSON.parse(filled(JSON.stringify(history)));
    const { foldOne } = await import('../../../src/cases/fold.ts');
    let current = null;
    for (const [i, event] of events.entries()) {
      current = foldOne(current, event);
      const change = { case: current, expectVersion: i, events: [event] };
      const shared = { place: one.place, rows: [], links: { [event.messageId]: one.id } };
      await cases.save({ ...shared, opId: `op${i}`, expectCounter: i === 0 ? 0 : null, cases: [change] });
    }
    return one;
  }

  const filled = (text) =>
    text.replaceAll(PLACE, placeOf(0)).replaceAll('7777777', '1').replaceAll('8888888', '0');
});
