import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectRedis } from '../../src/store/connect.js';
import { runningServer } from '../../src/store/embedded-orphan.js';
import type { BotMessage } from '../../src/village/api.js';
import { at } from '../support/month/calendar.js';
import { ACCUSED, categories, COUNTY_GROUP, directory, INSPECTORS, leaderOf, PLACES, TOWNSHIPS, VILLAGERS } from '../support/month/county.js'; // prettier-ignore
import { rawCase, wrongDates, type RawCase } from '../support/month/history.js';
import { expectedLines, heardLines } from '../support/month/ladder.js';
import { Month, type Played } from '../support/month/play.js';
import { expectedPosts, faultsOf } from '../support/month/posts.js';
import { nightFaults, receiptFaults, stepFaults } from '../support/month/receipts.js';
import { ACCUSATIONS, CASES, plan, SECRET_WORDS, ticks, withMinutes } from '../support/month/script.js';
import { until } from '../support/product.js';
import { Scene } from '../support/scene.js';
import { leaksOf } from '../support/sealed-search.js';

const SETTINGS = 'pacing: off\nmessage_chars: 2000\npictures: off\njoint_villages: 0\n';

/** From the day before Labour Day to the first of June, on a clock that runs ahead; the power fails once in the middle. */
describe('a month of a county', () => {
  let scene: Scene;
  let played: Played;
  let cases: RawCase[];
  let sent: BotMessage[];
  beforeAll(async () => {
    const now = '2026-04-30T07:00:00+08:00';
    const parts = { directory: directory(), categories: categories(), villagers: VILLAGERS };
    scene = await Scene.open({ ...parts, settings: SETTINGS, historyLimit: 50_000, now });
    const hours = ticks();
    const planned = plan(hours);
    played = await new Month(scene, planned, hours, withMinutes(hours, planned), at('2026-04-30', '07:00')).play(); // prettier-ignore
    cases = await histories();
    sent = scene.village.sent();
  });
  afterAll(() => scene.close());

  /** The raw histories, as they lie in Redis. */
  async function histories(): Promise<RawCase[]> {
    const address = await runningServer(join(scene.product.folder, 'data', 'redis'));
    const redis = connectRedis(address ?? '', { profile: 'producer', name: 'recount' });
    try {
      const keys = (await redis.keys('hy:{p:*:events:*')).sort();
      return (await Promise.all(keys.map((key) => redis.lrange(key, 0, -1)))).map(rawCase);
    } finally {
      redis.disconnect();
    }
  }

  it('every word of the script is in its case’s history, once, over the power cut', () => {
    expect(played.restarts).toBe(1);
    expect(cases).toHaveLength(CASES);
    expect(played.done.length).toBeGreaterThan(2 * CASES);
    expect(stepFaults(played.done, cases)).toEqual([]);
  });

  it('every date is the one counted by hand: holidays, the make-up Saturday, waiting, extensions, second tries', () => {
    expect(cases.flatMap(wrongDates)).toEqual([]);
  });

  it('every state is told once in its own group, to its petitioner, at its hour', () => {
    expect(cases.flatMap((one) => receiptFaults(one, scene.village, sent))).toEqual([]);
  });

  it('nothing but emergencies, and answers to who asks, is said by night', () => {
    expect(nightFaults(sent, cases, scene.village)).toEqual([]);
  });

  it('every rung of the ladder is told to whom it concerns, at the first working hour after it comes, once', () => {
    const names = new Map(scene.village.people.map((one) => [one.id, one.name]));
    const heard = sent.flatMap(({ to, text, at: when }) => heardLines(text, names.get(to) ?? to, when));
    const expected = expectedLines(cases, played.sweeps);
    for (const rung of ['half', 'nearly', 'yellow', 'red', 'unanswered', 'alarm5', 'alarm10', 'alarm20'])
      expect(expected.some((one) => one.endsWith(rung))).toBe(true);
    expect(heard.sort()).toEqual(expected.sort());
  });

  it('every figure of every daily, weekly and monthly post is the one counted from the histories', () => {
    const expected = expectedPosts(cases, played.sweeps);
    const faults = expected.flatMap((post) => {
      const room = scene.village.rooms.find((one) => one.place === post.place)?.id;
      const begins = post.head.slice(0, post.head.indexOf('：') + 1);
      const told = sent.filter((one) => one.to === room && one.at === post.at && one.text.startsWith(begins));
      return told.length === 1
        ? faultsOf(post, told[0]?.text ?? '', cases)
        : [`told ${told.length} times: ${post.head}`];
    });
    expect(faults).toEqual([]);
    const all = sent.filter((one) => /^\S+ (?:\d+月\d+日|\S+ 晒进度|\S+ 月报)：/u.test(one.text));
    expect(all).toHaveLength(expected.length);
    for (const kind of ['晒进度', '月报', '日：'])
      expect(expected.some((one) => one.head.includes(kind))).toBe(true);
  });

  it('nothing of an accusation stands anywhere but with inspectors and who raised it', async () => {
    expect(new Set(played.codes).size).toBe(ACCUSATIONS.length);
    const accusers = ACCUSATIONS.map((one) => PLACES[0]?.neighbours[one.neighbour] ?? '');
    const secret = { words: [...SECRET_WORDS, ...played.codes], knowing: [...INSPECTORS, ...accusers] };
    const exits = { ...(await pictured()), ...(await exported()) };
    expect(await leaksOf(scene, secret, exits)).toEqual([]);
    // The search finds what it looks for: an ordinary case everywhere, and words that stand in pictures alone.
    const found = await leaksOf(scene, { words: ['田里没水', '都是什么事（收到，件）'], knowing: [] }, exits);
    for (const where of [
      '田里没水 in chat',
      '田里没水 in Redis',
      '田里没水 in a leader’s export',
      '都是什么事（收到，件） in Redis',
    ])
      expect(found.some((one) => one.startsWith(where))).toBe(true);
    for (const code of played.codes)
      for (const name of INSPECTORS)
        expect(scene.said(name).filter((text) => text.includes(`有一件检举控告，代号 ${code}`))).toHaveLength(
          1,
        );
    const rooms = [PLACES[0]?.name ?? '', ...TOWNSHIPS, COUNTY_GROUP].flatMap((where) => scene.said(where));
    expect(rooms.join('\n')).not.toMatch(/检举|举报|12388/u);
    expect(scene.said(ACCUSED).filter((text) => text.includes('没有找到')).length).toBeGreaterThanOrEqual(2 * ACCUSATIONS.length); // prettier-ignore
  });

  it('every history is whole at the end, and the log knows of no error', () => {
    expect(scene.product.errors).not.toMatch(/"level":[56]0/u);
    expect(scene.product.cli('audit', 'verify')).toMatch(
      new RegExp(`^${CASES + ACCUSATIONS.length} cases, ${ACCUSATIONS.length} of them sealed, \\d+ events: every history is whole`, 'u'), // prettier-ignore
    );
  });

  /** The month's report as pictures: what they say stands in the outbox, which the search reads; here their names. */
  async function pictured(): Promise<Record<string, string>> {
    await scene.product.stop();
    writeFileSync(join(scene.product.folder, 'config', 'settings.yaml'), SETTINGS.replace('pictures: off', 'pictures: on')); // prettier-ignore
    await scene.startProduct();
    const leader = leaderOf(TOWNSHIPS[0]);
    scene.say(leader, 'bot', '上月月报');
    const name = await until(() => fileOf(leader, '.png')?.name ?? null, () => scene.product.errors); // prettier-ignore
    return { pictures: name };
  }

  /** What others may take out of the house: the leader of the accused's township by command, the operator by the command line. */
  async function exported(): Promise<Record<string, string>> {
    const leader = leaderOf(TOWNSHIPS[0]);
    scene.say(leader, 'bot', '导出 2026-05 csv');
    const file = await until(() => fileOf(leader, '.csv'), () => scene.product.errors); // prettier-ignore
    const taken = (await scene.village.file(file.id))?.bytes.toString('utf8') ?? '';
    const out = join(scene.product.folder, 'month.csv');
    scene.product.cli('export', '--month', '2026-05', '--out', out);
    const tables = ['', '-events', '-rates'].map((part) => readFileSync(out.replace('.csv', `${part}.csv`), 'utf8')); // prettier-ignore
    expect(taken).toContain('柳塘村');
    return { 'a leader’s export': taken, 'the export of the command line': tables.join('\n') };
  }

  function fileOf(who: string, kind: string): { id: string; name: string } | null {
    const line = scene.village.lines(scene.chat(who), 20_000).find((one) => one.file?.name.endsWith(kind));
    return line?.file ? { id: line.id, name: line.file.name } : null;
  }
});
