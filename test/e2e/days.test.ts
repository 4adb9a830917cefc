import { QUICK, Scene } from '../support/scene.js';
import { until } from '../support/product.js';
import { HERE, THERE, WORK, raise, since, stands } from '../support/talk.js';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const COUNTY = '县群众';

describe('the daily post', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ settings: `${QUICK}message_chars: 200\n` });
  });
  afterAll(() => scene.close());

  /** A talk line that is answered by nothing: what comes after it is new. */
  const mark = (): string => scene.say('惠民超市', HERE, '早上好');

  it('日报 gives it now, in the group and in private, of the asker’s own place', async () => {
    await raise(scene, '老贺', HERE, '三组的路灯坏了');
    await raise(scene, '谭嫂子', HERE, '二组的垃圾没人清');
    await raise(scene, '老唐', THERE, '一组的水渠堵了');
    scene.say('周小满', HERE, '办结 #1 换了灯泡');
    scene.say('老贺', HERE, '满意 #1');
    await stands(scene, '#1');
    const id = scene.say('周小满', HERE, '日报');
    const post = await scene.hears(HERE, /^石门社区 5月2日：/u, id);
    expect(post.text.split('\n')[0]).toBe(
      '石门社区 5月2日：收到诉求2件、回复1件、1件办理中、满意度100%（1件评价）。办理中：#2 二组的垃圾没人清，待交办，5月5日到期。',
    );
    const town = scene.say('李望秋', 'bot', '日报');
    const first = await scene.hears('李望秋', /^店门镇 5月2日：/u, town);
    expect(first.text).toContain('收到诉求3件、回复1件、2件办理中、满意度100%（1件评价）');
  });

  it('goes out at daily_at by the injected clock: villages, townships, county; no sooner, and once', async () => {
    const before = mark();
    await scene.pass(9 * HOUR - 60_000);
    await scene.settle(400);
    expect(since(scene, HERE, before)).toEqual([]);
    await scene.pass(60_000);
    await scene.hears(HERE, /^石门社区 5月2日：收到诉求2件/u, before);
    await scene.hears(THERE, /^枫树坳村 5月2日：收到诉求1件、回复0件、1件办理中、满意度暂无评价/u, before);
    await scene.hears(WORK, /^店门镇 5月2日：收到诉求3件/u, before);
    await scene.hears(
      COUNTY,
      /^衡岭县 5月2日：收到诉求3件、回复1件、2件办理中、满意度100%（1件评价）/u,
      before,
    );
    await scene.pass(HOUR);
    await scene.settle(400);
    expect(since(scene, HERE, before)).toHaveLength(1);
    const posts = [...since(scene, WORK, before), ...since(scene, COUNTY, before)];
    expect(posts.filter((text) => /5月2日：/u.test(text))).toHaveLength(2);
  });

  it('a day on which nothing happened is no news to a village; officials hear what stands', async () => {
    const before = mark();
    await scene.pass(DAY);
    await scene.hears(WORK, /^店门镇 5月3日：收到诉求0件、回复0件、0件办理中、满意度暂无评价/u, before);
    await scene.settle(400);
    expect(since(scene, HERE, before)).toEqual([]);
    expect(since(scene, THERE, before)).toEqual([]);
  });

  it('after several days at once the last alone is told, and a restart tells none of it again', async () => {
    const before = mark();
    await scene.pass(3 * DAY);
    await scene.hears(WORK, /^店门镇 5月6日：/u, before);
    expect(await scene.product.stop()).toBe(0);
    await scene.startProduct();
    await scene.pass(60_000);
    await scene.settle(500);
    expect(since(scene, WORK, before).filter((text) => /^店门镇 5月\d日：/u.test(text))).toHaveLength(1);
    expect(since(scene, WORK, before).join('\n')).not.toMatch(/5月[45]日：/u);
  });

  it('says what is overdue; the village group is not told of it one by one', async () => {
    const list = scene.say('李望秋', 'bot', '超期');
    expect((await scene.hears('李望秋', /^超期/u, list)).text).toContain(
      '石门社区#2 二组的垃圾没人清，待交办，超期1天',
    );
    expect(scene.said(HERE).filter((text) => text.includes('超期'))).toEqual([]);
    await scene.hears('彭立新', /石门社区#2 二组的垃圾没人清 超期/u);
    const shown = await stands(scene, '#2');
    expect(shown).toMatch(/^查 #2 已收到、超期/u);
  });

  it('is split by line when it is too long, never inside a case, each part with its heading', async () => {
    const places = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    await scene.pass(DAY / 2);
    for (const place of places) await raise(scene, '刘阿婆', HERE, `${place}组的路面塌了一大块`);
    const before = mark();
    await scene.pass(DAY / 2);
    const first = await scene.hears(HERE, /^石门社区 5月7日：收到诉求10件/u, before);
    const listed = (): string[] =>
      since(scene, HERE, before).flatMap((part) => part.split('\n').filter((line) => line.startsWith('#')));
    await until(
      () => (listed().length >= 11 ? true : null),
      () => listed().join('\n'),
    );
    await scene.settle(600);
    const parts = since(scene, HERE, before);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]).toBe(first.text);
    for (const part of parts.slice(1)) expect(part).toMatch(/^石门社区 5月7日（接上条）：\n/u);
    for (const part of parts) expect([...part].length).toBeLessThanOrEqual(220);
    expect(listed()).toHaveLength(11);
    for (const line of listed())
      expect(line).toMatch(/^#\d+ .*，待交办，(?:超期\d天|5月\d+日到期|明天到期|今天到期)/u);
  });
});
