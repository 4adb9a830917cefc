import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hear, type HearOptions } from '../../../src/bot/hear.js';
import { RoomReaders } from '../../../src/bot/room-readers.js';
import { SecondReading } from '../../../src/bot/second-reading.js';
import type { Decision, Incoming } from '../../../src/cases/message.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { buildDirectory } from '../../../src/cases/directory-build.js';
import { sampleMessage } from '../../support/case-samples.js';
import { VILLAGE_CHAT } from '../../support/case-world.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { TestRedis } from '../../support/redis.js';

const CHAT = VILLAGE_CHAT.id;
const TALK = [
  ['wxid_he', '晚饭吃了没'],
  ['wxid_tan', '中院子的路灯坏了三天了，晚上黑得看不见'],
  ['wxid_deng', '今天太阳好'],
  ['wxid_he', '是的，昨晚我妈差点摔一跤，赶紧来修'],
  ['wxid_zhou', '#1 受理'],
  ['wxid_tan', '我家自来水停了两天了，没水做饭'],
  ['wxid_deng', '哈哈哈'],
] as const;

const DIRECTORY = buildDirectory(
  {
    county: '衡岭县',
    groups: [{ topic: null, id: CHAT, kind: 'village', place: '店门镇/石门社区', mode: 'live' }],
    people: [
      {
        name: '周小满',
        role: 'village_cadre',
        place: '店门镇/石门社区',
        contacts: ['wxid_zhou'],
        categories: [],
      },
    ],
  },
  {},
  {},
);
let server: TestRedis;
let stores: Stores;

beforeAll(async () => {
  server = await TestRedis.start();
});
beforeEach(async () => {
  await server.connect().flushall();
  stores = createStores(server.connect(), { account: 'main' });
});
afterAll(() => server.stop());

const AT = Date.parse('2026-05-12T10:00:00+08:00');
const talk = (): Incoming[] =>
  TALK.map(([who, text], i) =>
    sampleMessage(`m${i}`, { text, reply: text, who, at: AT + i * 20_000, chat: VILLAGE_CHAT }),
  );
const arrived = (messages: Incoming[]) => messages.map((message) => ({ message, waitedMs: 0 }));

interface Watched {
  options: HearOptions;
  outcomes: string[];
  woken: string[];
}

function watched(change: Partial<HearOptions> = {}, second: SecondReading | null = null): Watched {
  const outcomes: string[] = [];
  const woken: string[] = [];
  const clock = { now: () => AT + 600_000 };
  const directory = () => DIRECTORY;
  const { recents, cases, memos, intake } = stores;
  const recogniser = shippedRecogniser();
  const readers = new RoomReaders({ recogniser, second, recents, cases, memos, directory, now: clock.now });
  const options: HearOptions = {
    account: 'main', directory, recents, intake, memos, readers, second, voice: null, voiceSuggestions: true, clock,
    staleMs: 3_600_000, categories: new Map(), self: () => ({ id: 'wxid_bot', name: '回音' }),
    bind: () => Promise.resolve(null), wake: async (chat) => void woken.push(chat),
    heard: (outcome) => void outcomes.push(outcome), ...change,
  }; // prettier-ignore
  return { options, outcomes, woken };
}

const queued = async (): Promise<[string, Decision | null][]> =>
  (await stores.intake.peek(CHAT, 50)).map(({ message, decision }) => [message.id, decision]);
const remembered = async (): Promise<string[]> =>
  (await stores.recents.recall(CHAT, 50, AT + 600_000)).map(({ id }) => id);

describe('a run of messages', () => {
  it('means what the same messages mean one by one, and wakes its chat once', async () => {
    const one = watched();
    for (const message of arrived(talk())) await hear(one.options, [message]);
    const [queue, day] = [await queued(), await remembered()];
    expect(queue.map(([id]) => id)).toEqual(expect.arrayContaining(['m1', 'm4', 'm5']));
    expect(queue.length).toBeLessThan(TALK.length);
    expect(day).toHaveLength(TALK.length);

    await server.connect().flushall();
    const all = watched();
    expect(await hear(all.options, arrived(talk()))).toBe(TALK.length);
    expect(await queued()).toEqual(queue);
    expect(await remembered()).toEqual(day);
    expect(all.outcomes).toEqual(one.outcomes);
    expect(all.woken).toEqual([CHAT]);
  });

  it('that could not be kept comes again and means the same, nothing twice', async () => {
    const plain = watched();
    await hear(plain.options, arrived(talk()));
    const [queue, day] = [await queued(), await remembered()];

    await server.connect().flushall();
    let failures = 2;
    const push: typeof stores.intake.push = (items) => {
      if ((failures -= 1) >= 0) throw new Error('away');
      return stores.intake.push(items);
    };
    const { options, outcomes } = watched({ intake: Object.assign(Object.create(stores.intake), { push }) });
    const run = arrived(talk());
    await expect(hear(options, run)).rejects.toThrow('away');
    await expect(hear(options, run)).rejects.toThrow('away');
    expect(outcomes).toEqual([]);
    expect(await hear(options, run)).toBe(TALK.length);
    expect(await queued()).toEqual(queue);
    expect(await remembered()).toEqual(day);
    expect(outcomes).toEqual(plain.outcomes);
  });

  it('is not read twice by the next process after a crash between remembering and settling', async () => {
    await hear(watched().options, arrived(talk()));
    const queue = await queued();

    await server.connect().flushall();
    await stores.recents.remember(talk());
    expect(await hear(watched().options, arrived(talk()))).toBe(TALK.length);
    expect(await queued()).toEqual(queue);
    expect(await remembered()).toHaveLength(TALK.length);
  });

  it('keeps the ones before a message that fails, which comes again with those behind it', async () => {
    const { options } = watched();
    const actor = DIRECTORY.actor.bind(DIRECTORY);
    const broken = {
      ...options,
      directory: () =>
        Object.assign(Object.create(DIRECTORY) as typeof DIRECTORY, {
          actor: (id: string, name: string) => {
            if (id === 'wxid_zhou') throw new Error('broken');
            return actor(id, name);
          },
        }),
    };
    const run = arrived(talk());
    expect(await hear(broken, run)).toBe(4);
    expect((await queued()).map(([id]) => id)).not.toContain('m4');
    await expect(hear(broken, run.slice(4))).rejects.toThrow('broken');
    expect(await hear(options, run.slice(4))).toBe(3);
    expect((await queued()).map(([id]) => id)).toContain('m4');
  });

  it('ends before what may wait for a second reader', async () => {
    const second = new SecondReading({
      ask: () => Promise.resolve(null),
      model: 'other',
      memos: stores.memos,
    });
    const { options } = watched({}, second);
    expect(await hear(options, arrived(talk()))).toBe(1);
  });

  it('of a group that is none of ours leaves no trace', async () => {
    const { options, outcomes } = watched();
    const foreign = talk().map((one) => ({ ...one, chat: { id: 'other@chatroom', room: true } }));
    expect(await hear(options, arrived(foreign))).toBe(TALK.length);
    expect(new Set(outcomes)).toEqual(new Set(['foreign']));
    expect(await server.connect().keys('*other*')).toEqual([]);
  });
});
