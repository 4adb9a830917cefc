import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, HOUR } from '../../src/cases/calendar.js';
import { QUICK, Scene } from '../support/scene.js';
import { until } from '../support/product.js';
import { wordsOfDocx } from '../support/docx.js';
import { HERE, messagesSince, raise, since, stands, THERE, WORK } from '../support/talk.js';

const COUNTY = '县群众';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('the weekly and monthly posts', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ settings: `${QUICK}message_chars: 2000\n` });
  });
  afterAll(() => scene.close());

  const mark = (): string => scene.say('惠民超市', HERE, '早上好');

  /** Names of the files that the bot sent to a chat since. */
  const pictures = (where: string, after: string): string[] => {
    const from = scene.village.line(after)?.seq ?? Infinity;
    const lines = scene.village.lines(scene.chat(where), 500);
    return lines.flatMap((line) => (line.file && line.from === scene.village.bot.id && line.seq > from ? [line.file.name] : [])); // prettier-ignore
  };
  const picture = (where: string, name: string, after: string): Promise<true> =>
    until(
      () => (pictures(where, after).includes(name) ? true : null),
      () => `${where}: ${pictures(where, after).join()} ${scene.product.errors}`,
    );

  const solve = async (who: string, number: string, word: string, why = ''): Promise<void> => {
    scene.say('周小满', HERE, `办结 ${number} 换了新的，今天上午弄好了`);
    await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'));
    scene.say(who, HERE, `${word} ${number} ${why}`);
    await stands(scene, number);
  };

  it('a week is told on Monday morning to township and county, with a picture; villages hear nothing', async () => {
    for (const group of ['一', '二', '三', '四', '五', '六'])
      await raise(scene, '老贺', HERE, `${group}组的路灯坏了`);
    await raise(scene, '老唐', THERE, '一组的水渠堵了');
    scene.say('老贺', HERE, '举报村主任吃回扣，低保名额拿钱换');
    for (const n of [1, 2, 3]) await solve('老贺', `#${n}`, '满意');
    await solve('老贺', '#4', '基本满意');
    await solve('老贺', '#5', '不满意', '还是不亮');
    const before = mark();
    await scene.pass(2 * DAY - 60_000);
    await scene.settle(400);
    expect(since(scene, WORK, before).join('\n')).not.toContain('晒进度');
    await scene.pass(60_000);
    const told = await scene.hears(
      WORK,
      /^店门镇 4月27日至5月3日 晒进度：收到诉求7件、回复5件、3件办理中、满意度78%（5件评价）。/u,
      before,
    );
    expect(told.text).toContain('群众说解决了：80%（4/5）');
    expect(told.text).toMatch(
      /1\. 石门社区 \d+(\.\d)?分：收到6件，按时回复83\.3%（5\/6），说解决了80%（4\/5），满意度78%/u,
    );
    expect(told.text).toContain('没排名的（不足5件或没人评价）：枫树坳村1件');
    await scene.hears(COUNTY, /^衡岭县 4月27日至5月3日 晒进度：收到诉求7件/u, before);
    await picture(WORK, '店门镇 晒进度 4月27日至5月3日.png', before);
    await picture(COUNTY, '衡岭县 晒进度 4月27日至5月3日.png', before);
    expect(since(scene, HERE, before).join('\n')).not.toContain('晒进度');
    expect(pictures(HERE, before).filter((name) => !name.includes('日报'))).toEqual([]);
  });

  it('the picture is a picture', async () => {
    const line = scene.village.lines(scene.chat(WORK), 500).find((one) => one.file?.name.includes('晒进度'));
    const file = await scene.village.file(line?.id ?? '');
    expect(file?.bytes.subarray(0, 4)).toEqual(PNG);
    expect(file?.bytes.readUInt32BE(16)).toBe(1080);
  });

  it('a restart tells none of it again, text or picture', async () => {
    const before = mark();
    await scene.product.kill();
    await scene.startProduct();
    await scene.pass(60_000);
    await scene.settle(1_000);
    expect(messagesSince(scene, WORK, before).filter(({ text }) => text.includes('晒进度'))).toEqual([]);
    expect(pictures(WORK, before)).toEqual([]);
  });

  it('the next week is compared with it', async () => {
    await raise(scene, '谭嫂子', HERE, '桥栏杆断了');
    const before = mark();
    await scene.pass(7 * DAY);
    const told = await scene.hears(WORK, /^店门镇 5月4日至5月10日 晒进度：收到诉求1件/u, before);
    expect(told.text).toContain('比上期少收到6件。');
    expect(told.text).toContain('收到满5件、又有人评价的才排名，这次没有。');
  });

  it('a month is told on the first of the next, with what it took', async () => {
    const before = mark();
    // Monday, 1 June: the week is told at the same hour.
    await scene.pass(21 * DAY);
    const told = await scene.hears(WORK, /^店门镇 2026年5月 月报：收到诉求8件/u, before);
    expect(told.text).toContain('不满意重新办理：20%（1/5）');
    expect(told.text).toMatch(/平均每件：机器人说话[\d.]+条，干部操作[\d.]+次（8件）/u);
    expect(told.text).toContain('超期的：');
    await scene.hears(COUNTY, /^衡岭县 2026年5月 月报：收到诉求8件/u, before);
    await picture(COUNTY, '衡岭县 月报 2026年5月.png', before);
    await picture(WORK, '店门镇 月报 2026年5月.png', before);
    await scene.pass(HOUR);
    await scene.settle(600);
    expect(since(scene, WORK, before).filter((text) => text.includes('月报'))).toHaveLength(1);
    expect(pictures(WORK, before).filter((name) => name.includes('月报'))).toHaveLength(1);
  });

  it('officials get them when they ask, in that chat, with the picture; a villager does not', async () => {
    const asked = scene.say('李望秋', 'bot', '上月月报');
    await scene.hears('李望秋', /^店门镇 2026年5月 月报：收到诉求8件/u, asked);
    await picture('李望秋', '店门镇 月报 2026年5月.png', asked);
    const own = scene.say('周小满', HERE, '周报');
    await scene.hears(HERE, /^石门社区 5月26日至6月1日 晒进度：收到诉求0件/u, own);
    const day = scene.say('县办', COUNTY, '日报');
    await picture(COUNTY, '衡岭县 日报 6月1日.png', day);
    const curious = scene.say('老贺', HERE, '周报');
    await stands(scene, '#1');
    await scene.settle(400);
    expect(since(scene, HERE, curious).join('\n')).not.toContain('晒进度');
  });

  it('社情民意 is a Word file for an admin in private; the command line writes the same', async () => {
    const asked = scene.say('县办', 'bot', '上月社情民意');
    await picture('县办', '衡岭县 2026年5月 社情民意信息（草稿）.docx', asked);
    const line = scene.village.lines(scene.chat('县办'), 50).find((one) => one.file?.name.endsWith('.docx'));
    const file = await scene.village.file(line?.id ?? '');
    const words = wordsOfDocx(file?.bytes ?? Buffer.alloc(0));
    expect(words).toContain('2026年5月，衡岭县收到群众诉求8件，其中回复5件');
    expect(words).not.toMatch(/回扣|举报|检举|老贺|谭嫂子/u);
    const out = join(scene.product.folder, 'report.docx');
    expect(scene.product.cli('report', '--month', '2026-05', '--out', out)).toContain('2026年5月: 8 cases');
    expect(wordsOfDocx(readFileSync(out))).toBe(words);
    const refused = scene.say('李望秋', 'bot', '社情民意');
    await scene.hears('李望秋', /^社情民意信息由管理员来要。/u, refused);
  });

  it('the accusation stands in none of it', () => {
    const everywhere = [HERE, THERE, WORK, COUNTY].flatMap((where) => scene.said(where)).join('\n');
    expect(everywhere).not.toMatch(/回扣|举报|检举|M[A-Z0-9]{5}/u);
  });
});
