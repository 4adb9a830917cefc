import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, type RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, T0, opening, sampleItem, sampleRow } from '../../support/case-samples.js';
import { freePorts } from '../../support/free-ports.js';
import { TestRedis } from '../../support/redis.js';

let primaryPort: number;
let primary: TestRedis;
let replica: TestRedis;
let redis: RedisClient;
let stores: Stores;

beforeAll(async () => {
  const [a = 0, b = 0] = await freePorts(2);
  primaryPort = a;
  primary = await TestRedis.start({ port: a });
  replica = await TestRedis.start({ port: b, settings: [['replicaof', `127.0.0.1 ${a}`], ['repl-diskless-sync-delay', '0']] }); // prettier-ignore
  redis = primary.connect();
  stores = createStores(redis, { account: 'main', replicas: 1 });
  while (!(await replica.connect().info('replication')).includes('master_link_status:up')) await sleep(50);
});
beforeEach(() => redis.flushall());
afterEach(() => void process.kill(replica.pid, 'SIGCONT'));
afterAll(async () => {
  await replica.stop();
  await primary.stop();
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('with a replica', () => {
  it('a claimed row and a dropped message are on the replica', async () => {
    await stores.cases.save(opening(1, {}, { rows: [sampleRow('a')] }));
    expect(await stores.outbox.claim(PLACE, ['a'], T0)).toEqual(['a']);
    const copy = createStores(replica.connect(), { account: 'main' });
    expect((await copy.outbox.load(PLACE, 'a'))?.state).toBe('sending');
    expect((await copy.cases.load(`${PLACE}#1`))?.number).toBe(1);
  });

  it('that hangs, nothing is claimed and nothing dropped, and both go on when it is back', async () => {
    await stores.outbox.add([sampleRow('a')]);
    await stores.inbox.accept(['m']);
    await createStores(redis, { account: 'main' }).intake.push([sampleItem('q')]);
    process.kill(replica.pid, 'SIGSTOP');
    const unconfirmed = { name: 'StoreError', fault: 'unconfirmed' };
    await stores.recents.remember([sampleItem('x').message]);
    await expect(stores.outbox.claim(PLACE, ['a'], T0)).rejects.toMatchObject(unconfirmed);
    await expect(stores.inbox.settle('m')).rejects.toMatchObject(unconfirmed);
    await expect(stores.intake.done('r1@chatroom', 'q')).rejects.toMatchObject(unconfirmed);
    process.kill(replica.pid, 'SIGCONT');
    expect(await stores.inbox.pending()).toEqual(['m']);
    expect(await stores.intake.peek('r1@chatroom', 5)).toHaveLength(1);
    expect(await stores.outbox.claim(PLACE, ['a'], T0)).toEqual(['a']);
  });
});

describe('a sentinel', () => {
  let dir: string;
  let sentinel: ChildProcess;

  afterEach(async () => {
    sentinel.kill('SIGKILL');
    if (sentinel.exitCode === null && sentinel.signalCode === null) await once(sentinel, 'exit');
    await rm(dir, { recursive: true, force: true });
  });

  it('leads to its primary', async () => {
    dir = await mkdtemp(join(tmpdir(), 'hy-sentinel-'));
    const [port = 0] = await freePorts(1);
    const conf = join(dir, 'sentinel.conf');
    await writeFile(conf, `port ${port}\ndir "${dir}"\nsentinel monitor main 127.0.0.1 ${primaryPort} 1\n`);
    sentinel = spawn('redis-server', [conf, '--sentinel'], { stdio: 'ignore' });
    await redis.set('who', 'primary');
    const client = connectRedis(`redis+sentinel://127.0.0.1:${port}/main`, { profile: 'worker' });
    try {
      expect(await client.get('who')).toBe('primary');
      expect(await client.set('who', 'me')).toBe('OK');
    } finally {
      client.disconnect();
    }
    expect(await redis.get('who')).toBe('me');
  });
});
