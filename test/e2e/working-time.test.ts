import { Scene } from '../support/scene.js';
import { HERE, WORK, raise, since, stands } from '../support/talk.js';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const SETTINGS = 'quiet_hours: off\npacing: off\n';

/** Labour Day 2026: off from Friday the 1st to Tuesday the 5th; Saturday the 9th is worked instead. */
describe('deadlines in working time', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ settings: SETTINGS, now: '2026-04-30T16:30:00+08:00' });
  });
  afterAll(() => scene.close());

  const receipt = async (who: string, words: string): Promise<string> => {
    const id = scene.say(who, HERE, `反映：${words}`);
    return (await scene.hears(HERE, /已收到 #\d+/u, id)).text;
  };

  it('the evening before a holiday: what is left of two hours is done on the day after it', async () => {
    expect(await receipt('老贺', '三组的路灯坏了')).toContain('彭立新5月6日前回话');
    expect(await receipt('谭嫂子', '二组的垃圾没人清')).toContain('彭立新5月6日前回话');
    expect(await stands(scene, '#2')).toContain('5月8日前办好');
  });

  it('in the holiday: the term begins when work does; an emergency does not wait for it', async () => {
    await scene.pass(2 * DAY);
    expect(await receipt('刘阿婆', '一组的垃圾没人清')).toContain('彭立新5月7日前回话');
    expect(await stands(scene, '#3')).toContain('5月9日前办好');
    await raise(scene, '老贺', HERE, '电线断了掉在路上，有人触电了');
    expect(await stands(scene, '#4')).toContain('明天下午办好');
  });

  it('a number of days that an official names are days of the calendar', async () => {
    const id = scene.say('周小满', HERE, '交办 #3 @彭立新 2天');
    expect((await scene.hears(HERE, /#3 已交办/u, id)).text).toContain('5月4日前办好');
  });

  it('nothing is overdue before its working day is over, over a restart too; lists say so', async () => {
    await scene.pass(4 * DAY);
    const list = scene.say('李望秋', 'bot', '待办');
    const todo = (await scene.hears('李望秋', /^待办/u, list)).text;
    expect(todo).toContain('石门社区#2 二组的垃圾没人清，待交办，5月8日到期');
    expect(todo).toContain('石门社区#3 一组的垃圾没人清，彭立新，超期2天');
    expect(await scene.product.stop()).toBe(0);
    await scene.startProduct();
    const before = scene.say('惠民超市', HERE, '早上好');
    await scene.pass(2 * DAY - 10 * 60_000);
    await scene.settle(400);
    expect(scene.said('彭立新').filter((text) => /二组的垃圾.*超期/u.test(text))).toEqual([]);
    // The reminder at 80 % has just been told, and a person hears one message an hour.
    await scene.pass(65 * 60_000);
    await scene.hears('彭立新', /石门社区#2 二组的垃圾没人清.*超期/u);
    expect(since(scene, HERE, before)).toEqual([]);
    expect(scene.said(WORK).join('\n')).not.toMatch(/二组的垃圾没人清.*超期/u);
  });
});

describe('a county of its own days and hours', () => {
  it('rests for the harvest and works on a Saturday', async () => {
    const own =
      "working_hours: '08:00-12:00'\nrest_days: ['2026-07-15..2026-07-17']\nwork_days: ['2026-07-18']\n";
    const scene = await Scene.open({ settings: SETTINGS + own, now: '2026-07-14T10:00:00+08:00' });
    try {
      const id = scene.say('谭嫂子', HERE, '反映：二组的垃圾没人清');
      expect((await scene.hears(HERE, /已收到 #1/u, id)).text).toContain('7月18日前回话');
    } finally {
      await scene.close();
    }
  });
});
