import { until } from '../support/product.js';
import { Scene } from '../support/scene.js';
import { HERE, THERE, WORK, since } from '../support/talk.js';

const HOUR = 3600_000;

describe('quiet hours', () => {
  let scene: Scene;
  let first: string;
  beforeAll(async () => {
    const settings = "quiet_hours: '22:00-07:00'\npacing: off\n";
    scene = await Scene.open({ settings, now: '2026-05-02T23:10:00+08:00' });
    first = scene.say('老贺', HERE, '反映：三组的路灯坏了');
    await opened('周小满', '#1', '三组的路灯坏了');
  });
  afterAll(() => scene.close());

  /** Receipts wait for the morning: a cadre asks until the case is there. Between chats nothing else orders the numbers. */
  async function opened(cadre: string, number: string, words: string): Promise<void> {
    const shown = new RegExp(`^查 ${number} 已收到：${words}`, 'u');
    await until(
      async () => {
        const id = scene.say(cadre, 'bot', `查 ${number}`);
        return shown.test((await scene.hears(cadre, /./u, id)).text) ? true : null;
      },
      () => `no ${number} ${words}`,
    );
  }

  it('hold what is for groups and for others', async () => {
    scene.say('老唐', THERE, '反映：一组的水渠堵了');
    scene.say('谭嫂子', 'bot', '反映：我家门口的下水道堵了');
    await opened('田秀云', '#1', '一组的水渠堵了');
    await opened('周小满', '#2', '我家门口的下水道堵了');
    await scene.settle();
    expect(since(scene, HERE, first)).toEqual([]);
    expect(since(scene, THERE, first)).toEqual([]);
    expect(since(scene, '彭立新', first)).toEqual([]);
  });

  it('answer at once who asks in private or in a work group', async () => {
    const asked = scene.say('周小满', 'bot', '查 #1');
    await scene.hears('周小满', /^查 #1 已收到/u, asked);
    const wrong = scene.say('周小满', 'bot', '受理 #77');
    await scene.hears('周小满', /没有找到这一件/u, wrong);
    const given = scene.say('李望秋', WORK, '交办 石门社区#1 @电力所');
    // Said at night: tomorrow is the day after this night.
    await scene.hears(WORK, /记下了，石门社区#1 已交办电力所，5月5日前办好/u, given);
    expect(since(scene, '电力所', given)).toEqual([]);
  });

  it('do not hold emergencies', async () => {
    const id = scene.say('老贺', HERE, '救命，二组电线掉路上了，冒火花');
    const receipt = await scene.hears(HERE, /已收到 #\d+ .*紧急/u, id);
    expect(receipt.mentionIds).toEqual(
      expect.arrayContaining(['wxid_he', 'wxid_peng', 'wxid_zhou', 'wxid_li']),
    );
    await scene.hears('周小满', /紧急：石门社区/u, id);
    await scene.hears(WORK, /紧急：石门社区/u, id);
  });

  it('end in the morning: everything is said once, with dates as of then', async () => {
    await scene.pass(7 * HOUR + 40 * 60_000);
    await scene.settle(400);
    expect(since(scene, THERE, first)).toEqual([]);
    await scene.pass(11 * 60_000);
    await scene.hears(HERE, /#1 已交办电力所，5月5日前办好/u);
    await scene.hears('电力所', /石门社区#1 .*交给您办/u);
    await scene.hears(HERE, /已收到 #1/u);
    await scene.hears(THERE, /已收到 #1/u);
    await scene.hears('谭嫂子', /已收到 #2/u);
    await scene.settle();
    const receipts = scene.said(HERE).filter((text) => text.includes('已收到 #1'));
    // Due at one in the night: in the morning that is as soon as possible.
    expect(receipts).toEqual(['@老贺\u2005已收到 #1 三组的路灯坏了。彭立新尽快回话。']);
    expect(scene.said(THERE)).toHaveLength(1);
    expect(scene.said(THERE)[0]).toMatch(
      /^@老唐\u2005已收到 #1 一组的水渠堵了。向明德(?:今天23点前|尽快)回话。$/u,
    );
    expect(scene.said('谭嫂子')).toHaveLength(1);
  });
});

describe('pacing', () => {
  let scene: Scene;
  beforeAll(async () => {
    const pace = 'pacing: on\nper_chat_s: 1.5\nbetween_chats_s: 0.1\nper_minute: 600\nmerge_window_s: 2\n';
    scene = await Scene.open({ settings: `quiet_hours: off\n${pace}` });
  });
  afterAll(() => scene.close());

  it('merges a burst of receipts in one group, each with its own date, and mentions everybody', async () => {
    const id = scene.say('老贺', HERE, '反映：三组的路灯坏了');
    scene.say('谭嫂子', HERE, '反映：二组的垃圾没人清');
    scene.say('刘阿婆', HERE, '反映：五组停电了');
    const merged = await scene.hears(HERE, /已收到 #1 .*#3 /su, id);
    expect(merged.text).toBe(
      '已收到 #1 三组的路灯坏了（@老贺\u2005）、#3 五组停电了（@刘阿婆\u2005）。彭立新今天11点前回话。\n' +
        '已收到 #2 二组的垃圾没人清（@谭嫂子\u2005）。彭立新明天上午回话。',
    );
    expect([...merged.mentionIds].sort()).toEqual(['wxid_he', 'wxid_liu', 'wxid_tan']);
    await scene.settle();
    expect(since(scene, HERE, id)).toHaveLength(1);
  });

  it('a quote of a merged receipt means none of them by itself', async () => {
    const merged = await scene.hears(HERE, /已收到 #1 .*#3 /su);
    const id = scene.say('周小满', HERE, '受理', { quote: merged.id });
    await scene.hears('周小满', /是哪一件？/u, id);
  });

  it('spaces out what is said in one chat, and lets an emergency go first', async () => {
    const start = scene.village.sent().length;
    for (const n of ['#1', '#2', '#3']) scene.say('周小满', HERE, `办结 ${n} 换了灯泡`);
    const id = scene.say('老贺', HERE, '救命，二组电线掉路上了，冒火花');
    await scene.hears(HERE, /紧急/u, id);
    await scene.hears(HERE, /#3 已办结/u, id);
    const order = scene.village.sent().slice(start).flatMap((one) => (one.to === scene.chat(HERE) ? [one] : [])); // prettier-ignore
    const emergency = order.findIndex((one) => one.text.includes('紧急'));
    expect(order).toHaveLength(4);
    expect(emergency).toBeLessThan(3);
    expect(
      order.filter((one) => one.text.includes('已办结')).map((one) => /#\d/u.exec(one.text)?.[0]),
    ).toEqual(['#1', '#2', '#3']);
  });
});
