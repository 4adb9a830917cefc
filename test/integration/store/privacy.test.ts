import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditHistory } from '../../../src/cases/audit.js';
import { DAY } from '../../../src/cases/calendar.js';
import { anonymise, forgetPerson } from '../../../src/cases/erase.js';
import { SEALED_PLACE } from '../../../src/cases/sealed-code.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { placeKeys } from '../../../src/store/keys.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { ACCUSATION, MORNING, SHIMEN, Story, laohe, tansaozi, zhou } from '../../support/case-world.js';
import { sampleItem, sampleMessage, sampleRow } from '../../support/case-samples.js';
import { correctionId } from '../../../src/cases/correction.js';
import { TestRedis } from '../../support/redis.js';
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

async function keep(story: Story): Promise<void> {
  const { case: c, events } = story;
  await redis.set(placeKeys(c.place).counter, (c.number ?? 1) - 1);
  const links = Object.fromEntries(events.map((event) => [event.messageId, c.id]));
  const result = await stores.cases.save({
    place: c.place,
    opId: `op-${c.id}`,
    expectCounter: (c.number ?? 1) - 1,
    cases: [{ case: c, expectVersion: 0, events }],
    rows: [sampleRow(`row-${c.id}`, { place: c.place, caseId: c.id, text: `@${c.petitioner.name} 已收到 #${c.number}`, mentions: [c.petitioner.id] })],
    links,
  }); // prettier-ignore
  if (result !== 'saved') throw new Error(result);
}

function closed(number: number, over: Partial<ConstructorParameters<typeof Story>[0]> = {}): Story {
  return new Story({ text: '老贺家门口的灯，电话13812345678', ...over }, { id: `${SHIMEN}#${number}`, number })
    .do({ type: 'join' }, tansaozi)
    .do({ type: 'add', material: { messageId: 'pic', type: 'image', text: '', by: { id: tansaozi.id, name: tansaozi.name }, at: MORNING } }, tansaozi)
    .do({ type: 'resolve', done: '换了老贺家的灯泡' }, zhou)
    .do({ type: 'rate', rating: 'satisfied', reason: '' }, laohe); // prettier-ignore
}

/** Every value of the store as one text. */
async function dump(): Promise<string> {
  const parts: string[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    if (type === 'string') parts.push((await redis.get(key)) ?? '');
    if (type === 'list') parts.push(...(await redis.lrange(key, 0, -1)));
    if (type === 'hash') parts.push(...Object.entries(await redis.hgetall(key)).flat());
    if (type === 'zset') parts.push(...(await redis.zrange(key, '0', '-1')));
    if (type === 'set') parts.push(...(await redis.smembers(key)));
  }
  return parts.join('\n');
}

async function whole(id: string): Promise<void> {
  const c = await stores.cases.load(id);
  expect(c && auditHistory(c, await stores.cases.history(id))).toBeNull();
}

describe('a person is taken out', () => {
  const he = { ids: new Set([laohe.id]), named: null };

  it('of a sealed case, which stays sealed and whole; nothing is taken where the key is not here', async () => {
    const told = new Story(ACCUSATION, { now: MORNING, id: 'K7MNPQ', place: SEALED_PLACE, number: null });
    const { case: c, events } = told;
    const change = { place: SEALED_PLACE, opId: 'op', expectCounter: null, links: { m0: c.id } };
    const row = sampleRow('row', { place: SEALED_PLACE, caseId: c.id, text: '老贺 K7MNPQ' });
    await stores.cases.save({ ...change, cases: [{ case: c, expectVersion: 0, events }], rows: [row] });
    const meant = { ids: new Set([c.petitioner.id]), named: null };
    const ids: string[] = [];
    for await (const page of stores.privacy.mentioning(SEALED_PLACE, [c.petitioner.id]))
      ids.push(...page.ids);
    expect(ids).toHaveLength(1);
    const without = createStores(redis, { account: 'main', vault: testVault('another') });
    expect(
      await without.privacy.rewrite(ids[0] ?? '', (one, all) => forgetPerson(one, all, meant)),
    ).toBeNull();
    await stores.privacy.rewrite(ids[0] ?? '', (one, all) => forgetPerson(one, all, meant));
    expect((await stores.cases.load(c.id))?.text).toBe('');
    await whole(c.id);
    expect(await stores.cases.caseOfMessage(SEALED_PLACE, 'm0')).toBeNull();
    const forgot = await stores.privacy.forget({ ids: [c.petitioner.id], caseIds: ids, corrections: [] });
    expect(forgot.outbox).toBe(1);
    expect(await dump()).not.toMatch(/K7MNPQ|老贺|wxid_he/u);
  });

  it('of everything: their case, messages, chats, indexes, corrections; the bare facts and the chain stay', async () => {
    await keep(closed(1));
    await stores.recents.remember([sampleMessage('late', { who: laohe.id, name: '老贺', text: '老贺又说' })]);
    await stores.recents.remember([
      sampleMessage('other', { who: tansaozi.id, name: '谭嫂子', text: '别人说' }),
    ]);
    await stores.directory.enrol(laohe.id, '旧人|店门镇');
    await stores.intake.push([sampleItem('stuck', { who: laohe.id, name: '老贺' })]);
    await stores.intake.setAside('r1@chatroom', 'stuck', 'broken');
    const pages = [];
    for await (const page of stores.privacy.mentioning(SHIMEN, [laohe.id])) pages.push(...page.ids);
    expect(pages).toEqual([`${SHIMEN}#1`]);
    const erased = await stores.privacy.rewrite(`${SHIMEN}#1`, (c, events) => forgetPerson(c, events, he));
    const forgot = await stores.privacy.forget({
      ids: [laohe.id],
      caseIds: pages,
      corrections: (erased?.messageIds ?? []).map(correctionId),
    });
    expect(forgot).toEqual({ outbox: 1, recents: 1, aside: 1, corrections: 0 });
    expect(await dump()).not.toMatch(/老贺|wxid_he|13812345678|灯泡/u);
    expect(await dump()).toContain('别人说');
    const c = await stores.cases.load(`${SHIMEN}#1`);
    expect(c).toMatchObject({
      number: 1,
      state: 'closed',
      category: 'utility',
      rating: 'satisfied',
      text: '',
    });
    await whole(`${SHIMEN}#1`);
    expect(await stores.cases.raisedBy(laohe.id)).toEqual([]);
    expect(await stores.cases.caseOfMessage(SHIMEN, 'm0')).toBeNull();
    // Again: nothing left to do.
    expect(
      await stores.privacy.rewrite(`${SHIMEN}#1`, (one, events) => forgetPerson(one, events, he)),
    ).toBeNull();
  });

  it('of a neighbour’s case only their own part; a change in between is not lost', async () => {
    await keep(closed(1));
    const tan = { ids: new Set([tansaozi.id]), named: null };
    let tries = 0;
    await stores.privacy.rewrite(`${SHIMEN}#1`, (c, events) => {
      tries += 1;
      if (tries === 1) void redis.set(placeKeys(SHIMEN).state(c.id), JSON.stringify({ ...c, spoken: 9 }));
      return forgetPerson(c, events, tan);
    });
    const c = await stores.cases.load(`${SHIMEN}#1`);
    expect(tries).toBe(2);
    expect(c).toMatchObject({ spoken: 9, coPetitioners: [], materials: [], petitioner: { id: laohe.id } });
    expect(c?.text).toContain('灯');
    expect(JSON.stringify(await stores.cases.history(`${SHIMEN}#1`))).not.toMatch(/谭嫂子|wxid_tan/u);
    await whole(`${SHIMEN}#1`);
  });

  it('without a contact is found by name, in that place alone', async () => {
    const granny = new Story(
      {
        petitioner: { id: '', name: '王奶奶' },
        registrar: { id: 'wxid_zhou', name: '周小满' },
        text: '王奶奶家漏雨',
      },
      { id: `${SHIMEN}#1`, number: 1 },
    );
    await keep(granny);
    await keep(closed(2));
    const by = (name: string) => ({ ids: new Set<string>(), named: { name, place: SHIMEN } });
    const elsewhere = { ids: new Set<string>(), named: { name: '王奶奶', place: '店门镇' } };
    expect(
      await stores.privacy.rewrite(`${SHIMEN}#1`, (c, events) => forgetPerson(c, events, elsewhere)),
    ).toBeNull();
    expect(
      await stores.privacy.rewrite(`${SHIMEN}#1`, (c, events) => forgetPerson(c, events, by('王奶奶'))),
    ).not.toBeNull();
    expect(JSON.stringify(await stores.cases.load(`${SHIMEN}#1`))).not.toContain('王奶奶');
    // Who has a contact is not meant by a name.
    expect(
      await stores.privacy.rewrite(`${SHIMEN}#2`, (c, events) => forgetPerson(c, events, by('老贺'))),
    ).toBeNull();
  });
});

describe('keeping times', () => {
  it('list what ended in a stretch of time, and count a run once', async () => {
    for (const n of [1, 2, 3]) await keep(closed(n));
    const end = (await stores.cases.load(`${SHIMEN}#1`))?.closedAt ?? 0;
    const { ids, next } = await stores.privacy.endedBetween(SHIMEN, 0, end);
    expect([ids.sort(), next]).toEqual([[1, 2, 3].map((n) => `${SHIMEN}#${n}`), null]);
    expect((await stores.privacy.endedBetween(SHIMEN, end + 1, end + DAY)).ids).toEqual([]);
    for (let again = 0; again < 2; again += 1)
      for (const id of ids) await stores.privacy.rewrite(id, anonymise, 'night');
    expect(await stores.privacy.counted(SHIMEN, 'night')).toEqual({ closed: 3 });
    expect(await dump()).not.toMatch(/13812345678|灯泡/u);
    for (const id of ids) await whole(id);
  });
});
