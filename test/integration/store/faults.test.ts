import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectRedis } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, T0, opening, sampleItem, sampleRow } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis;
afterEach(() => server.stop());

async function healthBecomes(stores: Stores, ok: boolean): Promise<void> {
  for (let i = 0; (await stores.health()).ok !== ok; i += 1) {
    if (i > 1_800) throw new Error(`health did not become ${ok}`);
    await sleep(25);
  }
}

const writes = (stores: Stores): Record<string, () => Promise<unknown>> => ({
  save: () => stores.cases.save(opening(2, {}, { rows: [sampleRow('new')] })),
  accept: () => stores.inbox.accept(['new']),
  push: () => stores.intake.push([sampleItem('new')]),
  claim: () => stores.outbox.claim(PLACE, ['row'], T0),
  settle: () => stores.outbox.settle(PLACE, ['row'], 'sent', T0),
  add: () => stores.outbox.add([sampleRow('new')]),
  lease: () => stores.intake.lease('r1', 'token', 1000),
  remember: () => stores.recents.remember([sampleItem('new').message]),
  bind: () => stores.directory.bind('topic:x', 'r1'),
  memo: () => stores.memos.set('a', 'b', 1000),
});

describe('a Redis with its memory full', () => {
  it('refuses every write whole, with a typed fault; keeps what it has; takes them again afterwards', async () => {
    server = await TestRedis.start();
    const redis = server.connect();
    const stores = createStores(redis, { account: 'main' });
    await stores.cases.save(opening(1));
    await stores.outbox.add([sampleRow('row')]);
    const contents = async () => {
      const keys = (await redis.keys('*')).filter((key) => !key.includes('{hy}')).sort();
      return Promise.all(keys.map(async (key) => [key, await redis.type(key), await redis.dump(key)]));
    };
    const before = await contents();
    await server.refuseWrites();
    for (const [name, write] of Object.entries(writes(stores))) {
      expect([name, await write().catch((error: unknown) => error)]).toEqual([
        name,
        expect.objectContaining({ name: 'StoreError', fault: 'refuses_writes' }),
      ]);
    }
    expect(await stores.health()).toMatchObject({
      ok: false,
      fault: 'refuses_writes',
      message: expect.stringMatching(/memory is full/),
    });
    expect(await contents()).toEqual(before);
    expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual([1]);
    await server.allowWrites();
    expect(await stores.cases.save(opening(2))).toBe('saved');
    expect(await stores.health()).toEqual({ ok: true, damaged: [] });
  });
});

describe('a Redis with its disk full', () => {
  it('says so, keeps what it has, and takes writes again once there is room', async () => {
    server = await TestRedis.start({ fileLimitKb: 256 });
    const redis = server.connect();
    const stores = createStores(redis, { account: 'main' });
    let saved = 0;
    let fault: unknown = null;
    while (saved < 2000 && fault === null) {
      const result = await stores.cases.save(opening(saved + 1)).catch((error: unknown) => (fault = error));
      if (result === 'saved') saved += 1;
    }
    expect(fault).toMatchObject({ name: 'StoreError', fault: 'refuses_writes' });
    expect(await stores.health()).toMatchObject({
      ok: false,
      message: expect.stringMatching(/cannot write to its disk/),
    });
    expect(await stores.cases.counter(PLACE)).toBe(saved);
    await server.freeDisk();
    await healthBecomes(stores, true);
    expect(await stores.cases.save(opening(saved + 1))).toBe('saved');
    await server.kill9();
    await server.restart();
    expect(await stores.cases.counter(PLACE)).toBe(saved + 1);
    expect(await stores.cases.open(PLACE)).toHaveLength(saved + 1);
  });
});

describe('a Redis that is away', () => {
  it('fails a producer within seconds, typed; lets a worker wait; both go on when it is back', async () => {
    server = await TestRedis.start();
    const producer = createStores(server.connect('producer'), { account: 'main' });
    const worker = createStores(server.connect('worker'), { account: 'main' });
    expect(await producer.health()).toEqual({ ok: true, damaged: [] });
    await worker.cases.counter(PLACE);
    await server.kill9();
    const start = performance.now();
    await expect(producer.cases.save(opening(1))).rejects.toMatchObject({ fault: 'unreachable' });
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(await producer.health()).toMatchObject({ ok: false, fault: 'unreachable' });
    const waiting = worker.cases.save(opening(1));
    await server.restart();
    expect(await waiting).not.toBe('conflict');
    await healthBecomes(producer, true);
    expect(await producer.cases.counter(PLACE)).toBe(1);
  });

  it('leaves a health check of a worker not waiting for ever', async () => {
    server = await TestRedis.start();
    const stores = createStores(server.connect('worker'), { account: 'main' });
    await stores.health();
    await server.kill9();
    expect(await stores.health()).toMatchObject({ ok: false, fault: 'unreachable' });
  });
});

describe('a wrong password', () => {
  it('is a typed fault that does not repeat it', async () => {
    server = await TestRedis.start();
    await server.connect().config('SET', 'requirepass', 'right-one');
    const client = connectRedis(
      { kind: 'socket', path: server.address, db: 0, tls: false, password: 'wr0ng-one' },
      { profile: 'producer' },
    );
    const failed = await createStores(client, { account: 'main' })
      .cases.counter(PLACE)
      .catch((error: unknown) => error);
    client.disconnect();
    expect(failed).toMatchObject({ name: 'StoreError', fault: 'no_access' });
    expect(String(failed)).not.toContain('wr0ng-one');
  });
});
