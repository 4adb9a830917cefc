import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Case } from '../../../src/cases/case.js';
import type { CaseEvent } from '../../../src/cases/event.js';
import { verifyStore } from '../../../src/cli-audit.js';
import { sealedRef } from '../../../src/cases/sealed-code.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { placeKeys } from '../../../src/store/keys.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { Story, handler, laohe, power, zhou } from '../../support/case-world.js';
import { testVault } from '../../support/vault.js';
import { TestRedis } from '../../support/redis.js';

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

/** A real history of five events, taken back once, as the product writes it. */
async function keep(over: { sealed?: boolean } = {}): Promise<{ c: Case; events: CaseEvent[] }> {
  const sealed = over.sealed ?? false;
  const story = sealed
    ? new Story({ sealed: true, kind: 'discipline' }, { id: 'A7K3M9', place: '~sealed', number: null })
    : new Story({}, {})
        .do({ type: 'assign', to: handler(power), dueBy: null }, zhou)
        .do({ type: 'progress', note: '在修' }, power)
        .do({ type: 'undo' }, power)
        .do({ type: 'resolve', done: '换了灯泡' }, power)
        .do({ type: 'rate', rating: 'satisfied', reason: '' }, laohe);
  const { case: c, events } = story;
  if (c.number !== null) await redis.set(placeKeys(c.place).counter, c.number - 1);
  const result = await stores.cases.save({
    place: c.place,
    opId: `op-${c.id}`,
    expectCounter: c.number === null ? null : c.number - 1,
    cases: [{ case: c, expectVersion: 0, events }],
    rows: [],
    links: {},
  });
  if (result !== 'saved') throw new Error(result);
  return { c, events };
}

async function audit(): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await verifyStore(stores.cases, (line) => lines.push(line));
  return { code, lines };
}

async function rewrite(c: Case, at: number, change: (event: CaseEvent) => CaseEvent): Promise<void> {
  const event = (await stores.cases.history(c.id))[at];
  if (!event) throw new Error(`no event ${at}`);
  await redis.lset(placeKeys(c.place).events(c.id), at, JSON.stringify(change(event)));
}

describe('audit verify', () => {
  it('finds nothing on an empty store', async () => {
    expect(await audit()).toEqual({ code: 0, lines: ['0 cases, 0 events: every history is whole'] });
  });

  it('walks open and sealed cases', async () => {
    const plain = await keep();
    const secret = await keep({ sealed: true });
    const events = plain.events.length + secret.events.length;
    const line = `2 cases, 1 of them sealed, ${events} events: every history is whole`;
    expect(await audit()).toEqual({ code: 0, lines: [line] });
  });

  it('names the first event that was changed, and none of its words', async () => {
    const { c } = await keep();
    await rewrite(c, 1, (event) => ({ ...event, at: event.at + 60_000 }));
    await rewrite(c, 4, (event) => ({ ...event, at: event.at + 60_000 }));
    const { code, lines } = await audit();
    expect(code).toBe(1);
    expect(lines[0]).toMatch(new RegExp(`^${c.id}: event 2 \\(assign, .+\\) is not as it was written$`, 'u'));
    expect(lines.at(-1)).toMatch(/1 cases are broken$/u);
    expect(lines.join()).not.toContain('灯泡');
  });

  it('sees a history that was cut off', async () => {
    const { c, events } = await keep();
    await redis.rpop(placeKeys(c.place).events(c.id));
    const { code, lines } = await audit();
    expect(code).toBe(1);
    expect(lines[0]).toBe(`${c.id}: its history breaks off before event ${events.length}`);
  });

  it('sees a state that the events do not make', async () => {
    const { c } = await keep();
    await redis.set(placeKeys(c.place).state(c.id), JSON.stringify({ ...c, rating: 'fairly' }));
    expect((await audit()).lines[0]).toBe(`${c.id}: its state is not what its events make of it`);
  });

  it('says of damaged content and of a state that is gone what it is, and goes on', async () => {
    const { c } = await keep();
    const secret = await keep({ sealed: true });
    await redis.set(placeKeys(c.place).state(c.id), 'junk 换了灯泡');
    await redis.del(placeKeys(secret.c.place).state(secret.c.id));
    const { code, lines } = await audit();
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/cannot be read: .*not JSON/u);
    expect(lines[1]).toBe(`${sealedRef(secret.c.id)}: its state is gone`);
    expect(lines.join()).not.toContain('灯泡');
  });
});
