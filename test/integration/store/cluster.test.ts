import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkRedis } from '../../../src/store/check.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import {
  T0,
  opening,
  sampleCase,
  sampleItem,
  sampleMessage,
  sampleRow,
  step,
} from '../../support/case-samples.js';
import { testVault } from '../../support/vault.js';
import { TestCluster } from '../../support/redis-cluster.js';

const PLACES = Array.from({ length: 12 }, (_, i) => `店门镇/第${i}村`);
const handler = { name: '李望秋', role: 'township_leader' as const, place: '店门镇', contacts: ['wxid_li'] };
let cluster: TestCluster;
let client: RedisClient;
let stores: Stores;

beforeAll(async () => {
  cluster = await TestCluster.start();
  client = cluster.connect();
  stores = createStores(client, { account: 'main', vault: testVault() });
});
afterAll(() => cluster.stop());

describe('the stores on a Redis Cluster of three nodes', () => {
  it('pass the check at the start', async () => {
    await checkRedis(client, { timeoutMs: 20_000 });
  });

  it('keep each place in one slot and places over all nodes', async () => {
    for (const place of PLACES) {
      const change = opening(1, { place }, { rows: [sampleRow(`${place}/0`, { place })] });
      expect(await stores.cases.save(change)).toBe('saved');
      expect(await stores.cases.save(change)).toBe('already');
      const one = sampleCase(1, { place });
      await stores.cases.save(
        step(one, { type: 'assign', to: handler, dueBy: null }, { state: 'assigned', handler }),
      );
    }
    expect((await stores.cases.places()).sort()).toEqual([...PLACES].sort());
    expect((await stores.cases.handledBy('wxid_li')).sort()).toEqual(
      PLACES.map((place) => `${place}#1`).sort(),
    );
    const slots = (await cluster.keysByNode()).map(
      (keys) => keys.filter((key) => key.includes('{p:')).length,
    );
    expect(Math.min(...slots)).toBeGreaterThan(0);
    for (const place of PLACES) {
      expect((await stores.cases.open(place)).map((one) => one.id)).toEqual([`${place}#1`]);
      expect(await stores.cases.touched(place, T0, T0 + 10)).toHaveLength(1);
      expect(await stores.cases.history(`${place}#1`)).toHaveLength(2);
    }
  });

  it('send, settle and trim over all places', async () => {
    for (const place of PLACES) {
      expect(await stores.outbox.claim(place, [`${place}/0`], T0)).toEqual([`${place}/0`]);
      await stores.outbox.settle(place, [`${place}/0`], 'sent', T0);
    }
    expect(await stores.trim(T0 + 8 * 86_400_000)).toEqual({ recents: 0, rows: PLACES.length });
  });

  it('carry messages from the inbox to the queues of their chats', async () => {
    const chats = Array.from({ length: 9 }, (_, i) => ({ id: `r${i}@chatroom`, room: true }));
    const ids = chats.map((_, i) => `m${i}`);
    expect(await stores.inbox.accept(ids)).toEqual(ids);
    for (const [i, chat] of chats.entries()) {
      expect(await stores.intake.push([sampleItem(`m${i}`, { chat })])).toBe(1);
      await stores.recents.remember([sampleMessage(`m${i}`, { chat })]);
    }
    expect(await stores.inbox.pending()).toEqual([]);
    expect((await stores.intake.waiting()).sort()).toEqual(chats.map((chat) => chat.id).sort());
    for (const [i, chat] of chats.entries()) {
      expect(await stores.intake.lease(chat.id, 'me', 60_000)).toBe(true);
      expect((await stores.intake.peek(chat.id, 5)).map((item) => item.message.id)).toEqual([`m${i}`]);
      await stores.intake.setAside(chat.id, `m${i}`, 'boom');
      await stores.intake.release(chat.id, 'me');
    }
    expect(await stores.intake.listAside()).toHaveLength(9);
    expect(await stores.recents.sweep(T0 + 2 * 86_400_000)).toBe(9);
  });

  it('learn bindings, codes and notes', async () => {
    expect(await stores.directory.bind('topic:石门', 'r1')).toBe(true);
    await stores.directory.putCode('123456', '周小满', T0 + 1);
    expect((await stores.directory.redeem('123456', 'wxid_zhou', T0)).result).toBe('ok');
    await stores.directory.setSilenced('r1', true);
    expect(await stores.directory.version()).toBe(3);
    await stores.memos.set('a', 'b', 60_000);
    expect(await stores.memos.get('a')).toBe('b');
    expect(await stores.health()).toEqual({ ok: true, damaged: [] });
  });
});
