import { buildDirectory } from '../../../src/cases/directory-build.js';
import { DAY, HOUR } from '../../../src/cases/calendar.js';
import type { OutboxRow } from '../../../src/cases/outcome.js';
import { CATEGORIES } from '../../../src/cases/words.js';
import { loadConfig } from '../../../src/config/load.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import type { Desk } from '../../../src/workers/desk.js';
import { postPeriods } from '../../../src/workers/period-posts.js';
import { opening, sampleCase } from '../../support/case-samples.js';
import { PACKAGED } from '../../support/config-folder.js';
import { say } from '../../support/packaged-texts.js';
import { TestRedis } from '../../support/redis.js';

const MONDAY = Date.parse('2026-05-04T09:00:00+08:00');
const THERE = '店门镇/枫树坳村';

let server: TestRedis;
let stores: Stores;
const world = { now: 0 };

/** The desk of the posts: real stores, the packaged county, its two work groups bound. */
function deskOf(over: Partial<Stores> = {}): Desk {
  const loaded = loadConfig({ HUIYIN_DATA: '/nonexistent' }, PACKAGED);
  if (!loaded.ok) throw new Error('the packaged configuration is broken');
  const { directory, settings, taxonomy } = loaded.config;
  const rooms = { 'topic:店门镇工作群': 'town@chatroom', 'topic:县群众工作群': 'county@chatroom' };
  const bound = buildDirectory(directory, rooms, {});
  const categoryNames = Object.fromEntries(CATEGORIES.map((one) => [one, taxonomy.categories[one].name]));
  const desk = {
    ...stores,
    ...over,
    directory: () => bound,
    clock: { now: () => world.now },
    settings: { ...settings, discreet: [], categoryNames, messageChars: 2_000 },
    render: say,
    silenced: () => false,
    wake: async () => undefined,
  };
  return desk as unknown as Desk;
}

const written = async (): Promise<OutboxRow[]> =>
  (await stores.outbox.unsettled('~desk')).map((one) => one.row);

beforeAll(async () => {
  server = await TestRedis.start();
  stores = createStores(server.connect(), { account: 'main' });
  world.now = MONDAY - 3 * DAY;
  await postPeriods(deskOf());
  const answered = {
    answeredAt: MONDAY - 2 * DAY,
    openedAt: MONDAY - 2 * DAY - HOUR,
    answerBy: MONDAY,
    resolveBy: MONDAY,
  };
  for (let n = 1; n <= 6; n += 1)
    await stores.cases.save(opening(n, { ...answered, state: 'closed', rating: 'satisfied', ratedAt: MONDAY - DAY, resolvedAt: MONDAY - DAY, closedAt: MONDAY - DAY })); // prettier-ignore
  await stores.cases.save(opening(1, { ...answered, place: THERE, id: `${THERE}#1`, messageId: 'there' }));
});
afterAll(() => server.stop());

describe('a week told through crashes', () => {
  it('is told once in each group, whatever broke half-way, and its figures are those of the cases', async () => {
    world.now = MONDAY;
    // The first try dies after the first group was written, the second after all groups, before it is noted.
    let adds = 0;
    const outbox = Object.assign(Object.create(stores.outbox) as typeof stores.outbox, {
      add: async (rows: OutboxRow[]) => {
        adds += 1;
        if (adds === 2) throw new Error('power cut');
        return stores.outbox.add(rows);
      },
    });
    await expect(postPeriods(deskOf({ outbox }))).rejects.toThrow('power cut');
    const first = await written();
    expect(first).toHaveLength(2);
    const memos = Object.assign(Object.create(stores.memos) as typeof stores.memos, {
      set: async (key: string, value: string, ms: number) => {
        if (key === 'week:last') throw new Error('power cut');
        return stores.memos.set(key, value, ms);
      },
    });
    // One more matter in between: the text may differ, the rows may not double.
    await stores.cases.save(opening(2, { ...sampleCase(2), place: THERE, id: `${THERE}#2`, messageId: 'there2', openedAt: MONDAY - HOUR * 12 })); // prettier-ignore
    await expect(postPeriods(deskOf({ memos }))).rejects.toThrow('power cut');
    await postPeriods(deskOf());
    await postPeriods(deskOf());
    const rows = await written();
    expect(rows.map((row) => [row.chat.id, row.file?.kind ?? 'text']).sort()).toEqual([
      ['county@chatroom', 'picture'],
      ['county@chatroom', 'text'],
      ['town@chatroom', 'picture'],
      ['town@chatroom', 'text'],
    ]);
    expect(rows.filter((row) => first.some((one) => one.id === row.id))).toEqual(first);
    const town = rows.find((row) => row.chat.id === 'town@chatroom' && !row.file)?.text ?? '';
    expect(town).toMatch(/^店门镇 4月27日至5月3日 晒进度：收到诉求[78]件/u);
    expect(town).toContain('1. 石门社区 100分');
  });

  it('the picture is kept as what it says, small, and comes back whole', async () => {
    for (const { file } of await written()) {
      if (file?.kind !== 'picture') continue;
      expect(JSON.stringify(file).length).toBeLessThan(8_000);
      expect(file.picture.tiles).toHaveLength(6);
    }
  });

  it('of several weeks missed only the last is told; a clock set back begins anew', async () => {
    world.now = MONDAY + 21 * DAY;
    await postPeriods(deskOf());
    const texts = (await written()).filter((row) => !row.file).map((row) => row.text);
    expect(texts.filter((text) => text.includes('晒进度') && text.includes('5月18日至5月24日'))).toHaveLength(
      2,
    );
    expect(texts.join('\n')).not.toMatch(/5月4日至|5月11日至/u);
    world.now = MONDAY;
    const before = (await written()).length;
    await postPeriods(deskOf());
    expect(await written()).toHaveLength(before);
  });
});
