import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { connectRedis } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, T0, opening, sampleItem, sampleRow } from '../../support/case-samples.js';
import { LossyProxy } from '../../support/lossy-proxy.js';
import { TestRedis } from '../../support/redis.js';

/** The line breaks after Redis has done it and before it could say so; the client sends it again. */
let server: TestRedis;
let proxy: LossyProxy;
let client: Redis;
let stores: Stores;

beforeAll(async () => {
  server = await TestRedis.start();
  proxy = await LossyProxy.start(join(server.dir, 'lossy.sock'), server.address);
  client = connectRedis(proxy.path, { profile: 'worker' }) as Redis;
  stores = createStores(client, { account: 'main' });
  // Known beforehand: the first request of a script that Redis does not know yet changes nothing.
  const folder = join(import.meta.dirname, '../../../src/store');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.lua'));
  for (const name of scripts) await client.script('LOAD', await readFile(join(folder, name), 'utf8'));
});
beforeEach(() => client.flushall());
afterAll(async () => {
  client.disconnect();
  await proxy.stop();
  await server.stop();
});

/** Runs `work` while the reply to the first request that holds `word` is lost. */
async function losing<T>(word: string, work: () => Promise<T>): Promise<T> {
  const before = proxy.cuts;
  proxy.cutReplyTo(word);
  const result = await work();
  expect(proxy.cuts).toBe(before + 1);
  return result;
}

describe('a lost reply', () => {
  it('to a save leaves the change applied once', async () => {
    const change = opening(1, {}, { rows: [sampleRow('a')] });
    expect(await losing('"head"', () => stores.cases.save(change))).toBe('already');
    expect(await stores.cases.history(`${PLACE}#1`)).toHaveLength(1);
    expect(await stores.outbox.unsettled(PLACE)).toHaveLength(1);
  });

  it('to the inbox still says which ids are new', async () => {
    expect(await losing('new-1', () => stores.inbox.accept(['new-1', 'new-2']))).toEqual(['new-1', 'new-2']);
    expect(await stores.inbox.pending()).toEqual(['new-1', 'new-2']);
    expect(await stores.inbox.accept(['new-1'])).toEqual([]);
  });

  it('to a push leaves the message in its queue once', async () => {
    await losing('"id":"m9"', () => stores.intake.push([sampleItem('m9')]));
    expect(await stores.intake.peek('r1@chatroom', 10)).toEqual([sampleItem('m9')]);
    expect(await stores.intake.waiting()).toEqual(['r1@chatroom']);
  });

  it('to a claim still gives the claimed rows to the one who asked', async () => {
    await stores.outbox.add([sampleRow('row-1'), sampleRow('row-2')]);
    expect(await losing('row-2', () => stores.outbox.claim(PLACE, ['row-1', 'row-2'], T0))).toEqual([
      'row-1',
      'row-2',
    ]);
    expect(await stores.outbox.claim(PLACE, ['row-1', 'row-2'], T0)).toEqual([]);
  });

  it('to a lease leaves it with the one who took it', async () => {
    expect(await losing('token-1', () => stores.intake.lease('r1', 'token-1', 60_000))).toBe(true);
    expect(await stores.intake.lease('r1', 'token-2', 60_000)).toBe(false);
  });

  it('to a code does not count as a wrong one', async () => {
    await stores.directory.putCode('123456', '周小满', T0 + 1000);
    const redeemed = await losing('wxid_zhou', () => stores.directory.redeem('123456', 'wxid_zhou', T0));
    expect(redeemed).toEqual({ result: 'ok', official: '周小满' });
    expect(await stores.directory.version()).toBe(1);
  });

  it('to a binding or a telling is no second one', async () => {
    expect(await losing('room-7', () => stores.directory.bind('topic:石门', 'room-7'))).toBe(true);
    expect(await losing('room-8', () => stores.directory.tellOnce('unregistered room-8'))).toBe(true);
    expect(await stores.directory.tellOnce('unregistered room-8')).toBe(false);
  });
});
