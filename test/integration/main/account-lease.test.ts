import { spawnSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { pino } from 'pino';
import { holdAccount } from '../../../src/main/account-lease.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { eventually, sleep } from '../../support/eventually.js';
import { TestRedis } from '../../support/redis.js';

const ELSEWHERE = JSON.stringify({ host: 'other-machine', space: 'pid:[1]', pid: 7, id: 'x' });
const log = pino({ level: 'silent' });

describe('the lease of an account', () => {
  let server: TestRedis;
  let stores: Stores;
  let lost: string[];
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    server = await TestRedis.start();
    stores = createStores(server.connect(), { account: 'main' });
  });
  beforeEach(() => {
    lost = [];
    return server.connect().flushall();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  afterAll(() => server.stop());

  async function hold(): Promise<void> {
    ends.push(await holdAccount({ lease: stores.lease, log, lost: (line) => lost.push(line) }));
  }

  it('is kept beyond its time and given back at the end', async () => {
    await hold();
    await sleep(4_000);
    const holder = await stores.lease.holder();
    expect(JSON.parse(holder?.token ?? '')).toMatchObject({ host: hostname(), pid: process.pid });
    expect(holder?.leftMs).toBeGreaterThan(6_500); // of ten seconds: renewed meanwhile
    await ends.pop()?.();
    expect(await stores.lease.holder()).toBeNull();
    expect(lost).toEqual([]);
  });

  it('is refused in one line, with who has it, while its holder lives', async () => {
    await stores.lease.take(ELSEWHERE, 10_000);
    const living = setInterval(() => void stores.lease.take(ELSEWHERE, 10_000), 1_500);
    try {
      await expect(hold()).rejects.toThrow(
        /^Process 7 on other-machine holds this account already.*HUIYIN_ROLES=worker,web\.$/u,
      );
    } finally {
      clearInterval(living);
    }
  });

  it('passes on when its holder elsewhere has died, once it runs out', async () => {
    await stores.lease.take(ELSEWHERE, 2_000);
    await hold();
    expect((await stores.lease.holder())?.token).toContain(`"pid":${process.pid}`);
  });

  it('passes on at once when its holder on this machine has died', async () => {
    const { pid } = spawnSync('true');
    const dead = { host: hostname(), space: readlinkSync('/proc/self/ns/pid'), pid, id: 'x' };
    await stores.lease.take(JSON.stringify(dead), 3_600_000);
    await hold();
    expect((await stores.lease.holder())?.token).toContain(`"pid":${process.pid}`);
  });

  it('that another has taken over is told once, and not taken back', async () => {
    await hold();
    const redis = server.connect();
    const [key = ''] = await redis.keys('*:lease');
    await redis.set(key, ELSEWHERE);
    await eventually('it is noticed', () => lost.length > 0);
    await ends.pop()?.();
    expect(lost).toEqual(['Process 7 on other-machine has taken over this account: this process ends.']);
    expect(await redis.get(key)).toBe(ELSEWHERE);
  });

  it('outlives a restart of Redis', async () => {
    await hold();
    await server.kill9();
    await sleep(3_500);
    await server.restart();
    await eventually('it is renewed', async () => ((await stores.lease.holder())?.leftMs ?? 0) > 8_000);
    expect(lost).toEqual([]);
  });
});
