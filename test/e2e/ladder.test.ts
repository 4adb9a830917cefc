import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUICK, Scene } from '../support/scene.js';
import { HERE, history, raise, since, stands, WORK } from '../support/talk.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Handlers who say nothing keep their cases here: the ladder alone is looked at. */
const SETTINGS = `${QUICK}idle_hours: 0\n`;
const LADDER = /时间过半|快到期了|黄牌|红牌|要抓紧/u;

/** What somebody was told by the ladder after a message. */
function climbed(scene: Scene, who: string, mark: string): string[] {
  return since(scene, who, mark).filter((text) => LADDER.test(text));
}

/** A talk line that is answered by nothing: what comes after it is new. */
const mark = (scene: Scene): string => scene.say('惠民超市', HERE, '早上好');

describe('one case climbs the whole ladder', () => {
  let scene: Scene;
  let number: string;
  let from: string;
  beforeAll(async () => {
    scene = await Scene.open({ settings: SETTINGS });
    number = await raise(scene, '老贺', HERE, '三组的路灯坏了');
    scene.say('周小满', HERE, `交办 ${number} @电力所 1天`);
    await scene.hears('电力所', /交给您办/u);
    from = mark(scene);
  });
  afterAll(() => scene.close());

  const name = (): string => `石门社区${number} 三组的路灯坏了`;
  const told = (who: string): string[] => climbed(scene, who, from);

  it('at half of the term its handler is reminded, a minute before nobody', async () => {
    await scene.pass(12 * HOUR - MINUTE);
    await scene.settle(400);
    expect(told('电力所')).toEqual([]);
    await scene.pass(MINUTE);
    await scene.hears('电力所', /时间过半/u, from);
    await scene.pass(MINUTE);
    await scene.settle(400);
    expect(told('电力所')).toEqual([
      `${name()} 时间过半，明天上午办好。办好了回“办结 石门社区${number} 做了什么”。`,
    ]);
    expect(told('彭立新')).toEqual([]);
  });

  it('at 80 % handler and village head', async () => {
    await scene.pass(7.2 * HOUR);
    const line = `${name()} 快到期了，今天9点前办好，在电力所手里。办好了回“办结 石门社区${number} 做了什么”。`;
    expect((await scene.hears('彭立新', /快到期/u, from)).text).toBe(line);
    await scene.hears('电力所', /快到期/u, from);
  });

  it('past the deadline a yellow card: handler and township leader', async () => {
    await scene.pass(5 * HOUR);
    expect((await scene.hears('李望秋', /黄牌/u, from)).text).toMatch(
      /三组的路灯坏了 超期\d+分钟，黄牌，在电力所手里。/u,
    );
    await scene.hears('电力所', /黄牌/u, from);
    expect(told('欧清和')).toEqual([]);
    expect((await history(scene, number)).join('\n')).toContain('系统 黄牌');
  });

  it('at one and a half a red card with a number of 督办: inspector, handler, head; the group hears nothing of it all', async () => {
    await scene.pass(12 * HOUR);
    expect((await scene.hears('欧清和', /红牌/u, from)).text).toContain(
      '红牌（督办〔2026〕1号），在电力所手里',
    );
    await scene.hears('电力所', /红牌/u, from);
    await scene.hears('彭立新', /红牌/u, from);
    expect(await stands(scene, number)).toMatch(/已交办、超期、督办/u);
    expect(since(scene, HERE, from).filter((text) => LADDER.test(text) || /督办/u.test(text))).toEqual([]);
    const list = scene.say('欧清和', 'bot', '督办');
    expect((await scene.hears('欧清和', /^督办1件：/u, list)).text).toContain(name());
  });

  it('neither time nor a restart nor a clock set back tells any of it again', async () => {
    await scene.pass(3 * HOUR);
    expect(await scene.product.stop()).toBe(0);
    await scene.startProduct();
    await scene.pass(-20 * HOUR);
    await scene.pass(MINUTE);
    await scene.pass(30 * HOUR);
    await scene.settle(600);
    expect(told('电力所')).toHaveLength(4);
    expect(told('彭立新')).toHaveLength(2);
    expect(told('李望秋')).toHaveLength(1);
    expect(told('欧清和')).toHaveLength(1);
  });
});

describe('the ladder, else', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ settings: SETTINGS });
  });
  afterAll(() => scene.close());

  async function given(what: string): Promise<string> {
    const number = await raise(scene, '谭嫂子', HERE, what);
    const id = scene.say('周小满', HERE, `交办 ${number} @电力所 1天`);
    await scene.hears('电力所', /交给您办/u, id);
    return number;
  }

  it('several lines to one person in one hour are one message; after a jump the highest rung alone', async () => {
    const numbers = [
      await given('一组的路灯坏了'),
      await given('二组的电表箱没盖子'),
      await given('四组停电了'),
    ];
    const at = mark(scene);
    await scene.pass(13 * HOUR);
    const text = (await scene.hears('电力所', /要抓紧/u, at)).text;
    expect(text.split('\n')[0]).toBe('3件要抓紧：');
    for (const number of numbers)
      expect(text).toMatch(new RegExp(`石门社区${number} .*，时间过半，明天上午办好`, 'u'));
    await scene.pass(24 * HOUR);
    const red = (await scene.hears('欧清和', /红牌/u, at)).text;
    expect(red).toMatch(/^3件要抓紧：\n/u);
    expect(new Set(red.match(/督办〔2026〕\d号/gu))).toEqual(
      new Set([1, 2, 3].map((n) => `督办〔2026〕${n}号`)),
    );
    await scene.settle(500);
    expect(climbed(scene, '电力所', at)).toHaveLength(2);
    expect(climbed(scene, '李望秋', at)).toEqual([]);
    for (const number of numbers) scene.say('电力所', 'bot', `办结 石门社区${number} 修好了`);
    await scene.hears(HERE, new RegExp(`${numbers[2] ?? ''} 已办结`, 'u'), at);
  });

  it('督办 by a leader, with a day: a number, first on the list, a reminder each day, until it is lifted', async () => {
    const number = await given('五组的电线杆歪了');
    const at = scene.say('李望秋', 'bot', `督办 石门社区${number} 5月5日 必须修好`);
    const order = /督办：必须修好。电力所，(?:5月5日前|明天晚上|后天)?.*办好（督办〔2026〕4号）。/u;
    for (const who of ['电力所', '彭立新', WORK]) await scene.hears(who, order, at);
    const list = scene.say('李望秋', 'bot', '待办');
    const [, first] = (await scene.hears('李望秋', /^待办/u, list)).text.split('\n');
    expect(first).toMatch(new RegExp(`^石门社区${number} .*，督办到5月5日$`, 'u'));
    const other = scene.say('县办', 'bot', `督办 石门社区${number} 我也要`);
    await scene.hears('县办', /李望秋已经督办了/u, other);
    scene.say('电力所', 'bot', `办结 石门社区${number} 扶正了`);
    await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'), at);
    await scene.pass(72 * HOUR);
    await scene.hears('李望秋', /督办的日子到了，在电力所手里，已办结/u, at);
    await scene.pass(HOUR);
    await scene.pass(24 * HOUR);
    await scene.settle(500);
    expect(since(scene, '李望秋', at).filter((text) => text.includes('督办的日子到了'))).toHaveLength(2);
    const lift = scene.say('李望秋', 'bot', `解除督办 石门社区${number} 看过了，修得好`);
    await scene.hears('电力所', /不再督办：看过了，修得好。/u, lift);
    const none = scene.say('李望秋', 'bot', '督办');
    expect((await scene.hears('李望秋', /^(?:督办\d|没有督办)/u, none)).text).not.toContain(
      `石门社区${number} `,
    );
    const bad = scene.say('李望秋', 'bot', '督办 石门社区#1 2月30日 快办');
    await scene.hears('李望秋', /日期要写今后半年内的/u, bad);
  });

  it('an official who leaves the directory leaves no case behind: it goes to the village’s head, with one line', async () => {
    const number = await given('六组的变压器响');
    const at = mark(scene);
    expect(await scene.product.stop()).toBe(0);
    const file = join(scene.product.folder, 'config', 'directory.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/.*电力所.*\n/u, ''));
    await scene.startProduct();
    await scene.pass(MINUTE);
    await scene.hears(
      '彭立新',
      new RegExp(`石门社区${number} .*原来的承办人不在名单里了，请您接着办`, 'u'),
      at,
    );
    await scene.pass(MINUTE);
    await scene.settle(400);
    const lines = since(scene, '彭立新', at).filter((one) => one.includes('不在名单里'));
    expect(lines).toHaveLength(1);
    expect(await stands(scene, number)).toContain('彭立新');
    expect((await history(scene, number)).join('\n')).toContain('原承办人不在名单里，转给彭立新');
    expect(since(scene, HERE, at).filter((one) => one.includes(`${number} 已交办`))).toEqual([]);
  });
});
