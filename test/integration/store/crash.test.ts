import { afterEach, describe, expect, it } from '@jest/globals';
import { appendFile, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../../../src/cases/ports.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, T0, opening, sampleItem, sampleRow } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis;
afterEach(() => server.stop());

/** One file of commands holds all that was acknowledged. */
async function journal(): Promise<string> {
  const folder = join(server.dir, 'appendonlydir');
  const name = (await readdir(folder)).find((one) => one.endsWith('.incr.aof')) ?? '';
  return join(folder, name);
}

/** Opens cases until Redis is gone; returns the numbers that were acknowledged. */
async function openUntilKilled(stores: Stores, after: number): Promise<number[]> {
  const acknowledged: number[] = [];
  let killed: Promise<void> | null = null;
  for (let n = 1; n <= after + 40; n += 1) {
    const change: Change = opening(n, {}, { rows: [sampleRow(`r${n}`, { createdAt: T0 + n })] });
    // The client waits for the server's return and sends again what was not answered.
    if ((await stores.cases.save(change)) !== 'conflict') acknowledged.push(n);
    if (n === after) killed = server.kill9().then(() => server.restart());
  }
  await killed;
  return acknowledged;
}

/**
 * `no` is what the embedded server has (src/store/embedded-journal.ts). Not `everysec`: while its own fsync is slow such
 * a server holds back writes that it acknowledged, and loses them when it is killed just then.
 */
describe.each(['no', 'always'])('Redis killed while cases are saved, appendfsync %s', (fsync) => {
  it('keeps every acknowledged case, whole and once', async () => {
    server = await TestRedis.start({ settings: [['appendfsync', fsync]] });
    const stores = createStores(server.connect(), { account: 'main' });
    const acknowledged = await openUntilKilled(stores, 60);
    expect(acknowledged).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual(acknowledged);
    expect(await stores.cases.counter(PLACE)).toBe(100);
    expect((await stores.outbox.unsettled(PLACE)).map((one) => one.row.id)).toEqual(
      acknowledged.map((n) => `r${n}`),
    );
    for (const n of [1, 60, 61, 100]) expect(await stores.cases.history(`${PLACE}#${n}`)).toHaveLength(1);
  });
});

describe('Redis killed between the steps of a message', () => {
  it('has it in the inbox, in the queue, or in the case, never in none and never twice', async () => {
    server = await TestRedis.start();
    const stores = createStores(server.connect(), { account: 'main' });
    const again = async () => {
      await server.kill9();
      await server.restart();
    };
    await stores.inbox.accept(['m1']);
    await again();
    expect(await stores.inbox.pending()).toEqual(['m1']);
    await stores.intake.push([sampleItem('m1')]);
    await again();
    expect(await stores.inbox.accept(['m1'])).toEqual([]);
    expect(await stores.intake.push([sampleItem('m1')])).toBe(0);
    expect(await stores.intake.waiting()).toEqual(['r1@chatroom']);
    const change = opening(1, { messageId: 'm1' }, { opId: 'm1', rows: [sampleRow('m1/0')] });
    await stores.cases.save(change);
    await again();
    expect(await stores.cases.applied(PLACE, 'm1')).toBe(true);
    expect(await stores.cases.save(change)).toBe('already');
    expect((await stores.cases.rowsOf(PLACE, 'm1')).map((row) => row.id)).toEqual(['m1/0']);
    await stores.outbox.claim(PLACE, ['m1/0'], T0);
    await again();
    expect(await stores.outbox.claim(PLACE, ['m1/0'], T0)).toEqual([]);
    expect((await stores.outbox.unsettled(PLACE)).map((one) => one.state)).toEqual(['sending']);
  });
});

describe('a journal cut short by a power cut', () => {
  it('loses the last change whole, not half of it', async () => {
    server = await TestRedis.start({ settings: [['aof-load-truncated', 'yes']] });
    const stores = createStores(server.connect(), { account: 'main' });
    await stores.cases.save(opening(1));
    await stores.cases.save(opening(2, {}, { rows: [sampleRow('r2')] }));
    await server.kill9();
    const file = await journal();
    const { length } = await readFile(file);
    await truncate(file, length - 40);
    await server.restart();
    expect(await stores.cases.counter(PLACE)).toBe(1);
    expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual([1]);
    expect(await stores.cases.load(`${PLACE}#2`)).toBeNull();
    expect(await stores.outbox.unsettled(PLACE)).toEqual([]);
    expect(await stores.cases.save(opening(2))).toBe('saved');
  });
});

describe('a journal with rubbish at its end', () => {
  it('stops the server rather than losing cases silently', async () => {
    server = await TestRedis.start();
    await createStores(server.connect(), { account: 'main' }).cases.save(opening(1));
    await server.kill9();
    await appendFile(await journal(), 'rubbish that is no command\r\n');
    await expect(server.restart()).rejects.toThrow(/ended at its start/);
  });
});
