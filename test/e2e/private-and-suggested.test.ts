import { APART, doubtfulLines, IN_PAIRS } from '../support/doubtful.js';
import { until } from '../support/product.js';
import { Scene } from '../support/scene.js';
import { HERE, THERE, WORK, history, raise, since, stands } from '../support/talk.js';

const MINUTE = 60_000;

/** Said 40 minutes apart, and two by two at once. */
const doubtful = doubtfulLines(4, APART);
const together = doubtfulLines(4, IN_PAIRS);

describe('raised in a private chat', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());

  it('opens in the sender’s only village, is answered privately, and the group learns nothing of it', async () => {
    const id = scene.say('老贺', 'bot', '我家门口的下水道堵了，臭水都漫到路上来了');
    const receipt = await scene.hears('老贺', /已收到 #1 我家门口的下水道堵了/u, id);
    expect(receipt.text).not.toContain('@');
    await scene.hears('彭立新', /石门社区#1 我家门口的下水道堵了，村民私下反映的.*“受理 石门社区#1”/u, id);
    scene.say('周小满', 'bot', '交办 #1 @李望秋');
    await scene.hears('老贺', /#1 已交办李望秋/u, id);
    const done = scene.say('李望秋', WORK, '办结 石门社区#1 疏通了');
    await scene.hears('老贺', /#1 已办结：疏通了。好了吗？/u, done);
    scene.say('老贺', 'bot', '满意');
    await scene.hears('老贺', /#1 已归档/u, done);
    // Numbers are the village's: whoever asks there hears the state, and no words.
    expect(await stands(scene, '#1')).toBe('查 #1 已归档。');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('a report of an official by name is taken, privately at once, in the middle of other talk as a question to inspectors', async () => {
    const id = scene.say('刘阿婆', 'bot', '我要举报彭立新，他收了人家两条烟');
    await scene.hears('刘阿婆', /只有纪检干部看得到。代号/u, id);
    await scene.hears('欧清和', /有一件检举控告/u, id);
    for (const text of ['今天街上人多', '中午吃的面', '橘子卖完了没有']) scene.say('惠民超市', HERE, text);
    const told = scene.say('月亮走我也走', HERE, '周小满把救灾款私分了，我要举报他');
    await scene.settle(400);
    await scene.pass(MINUTE);
    const asked = await scene.hears('欧清和', /可能是检举|有一件检举控告/u, told);
    expect(asked.text).not.toContain('两条烟');
    await scene.settle(400);
    expect(since(scene, HERE, id)).toEqual([]);
    expect(since(scene, '彭立新', id).join()).not.toMatch(/举报|救灾款|两条烟/u);
  });

  it('small talk is answered at most once a day with what one can write', async () => {
    const id = scene.say('月亮走我也走', 'bot', '在吗');
    await scene.hears('月亮走我也走', /直接写“反映：什么事、在哪里”/u, id);
    scene.say('月亮走我也走', 'bot', '哈哈哈');
    scene.say('月亮走我也走', 'bot', '今天天气好');
    await scene.settle(500);
    expect(since(scene, '月亮走我也走', id)).toHaveLength(1);
  });

  it('somebody of no village, or of two, is asked to say it in the group', async () => {
    scene.village.addPerson({ id: 'wxid_far', name: '外乡人' });
    scene.village.join(scene.room(THERE), ['wxid_tan'], 'wxid_tian');
    await scene.settle(400);
    for (const who of ['外乡人', '谭嫂子']) {
      const id = scene.say(who, 'bot', '反映：三组的路灯坏了');
      await scene.hears(who, /不晓得您是哪个村的/u, id);
    }
  });

  it('what is said to the bot in the group opens; thanks and jokes to it do not', async () => {
    const bot = ['wxid_huiyin'];
    const id = scene.say('刘阿婆', HERE, '二组的下水道堵了好几天了', { mentions: bot });
    const receipt = await scene.hears(HERE, /已收到 #2 二组的下水道堵了好几天了/u, id);
    for (const text of ['谢谢你', '你是机器人吗', '讲个笑话听听', '吃饭了吗'])
      scene.say('刘阿婆', HERE, text, { mentions: bot });
    await stands(scene, '#2');
    expect(since(scene, HERE, receipt.id)).toEqual([]);
  });

  it('neighbours’ talk is answered by nothing', async () => {
    const id = scene.say('老贺', HERE, '大家早上好');
    const talk = [
      '今晚跳舞不',
      '哈哈哈',
      '谁家的狗丢了，在我家门口',
      '祝李奶奶生日快乐',
      '超市鸡蛋三块五一斤',
      '[强][强][强]',
    ];
    for (const [i, text] of talk.entries()) scene.say(i % 2 === 0 ? '谭嫂子' : '惠民超市', HERE, text);
    await stands(scene, '#2');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('an emergency names who has been told, and tells them on every way', async () => {
    const id = scene.say('老贺', HERE, '救命，二组电线掉路上了，冒火花');
    const receipt = await scene.hears(HERE, /已收到 #\d+ .*紧急/u, id);
    expect(receipt.text).toMatch(/@彭立新.*@周小满.*@李望秋.*已通知。有危险先撤人，119、110、120。/u);
    expect([...receipt.mentionIds].sort()).toEqual(['wxid_he', 'wxid_li', 'wxid_peng', 'wxid_zhou']);
    for (const who of ['彭立新', '周小满', '李望秋', WORK])
      await scene.hears(who, /^紧急：石门社区#\d+ /u, id);
    await scene.settle(400);
    expect(since(scene, HERE, id)).toHaveLength(1);
    expect(since(scene, THERE, id)).toEqual([]);
  });
});

describe('what may be a petition', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());

  it('goes to the village’s cadre, out of the group, with numbers to answer', async () => {
    expect(doubtful.length).toBeGreaterThanOrEqual(4);
    const speakers = ['老贺', '谭嫂子', '刘阿婆', '月亮走我也走'];
    const first = scene.say('老贺', HERE, '早上好');
    await scene.settle(300);
    await scene.pass(40 * MINUTE);
    for (const [i, text] of doubtful.slice(0, 4).entries()) {
      scene.say(speakers[i] ?? '老贺', HERE, text);
      const heard = scene.say('龙桂香', HERE, '帮助');
      await scene.hears('龙桂香', /常用的几句/u, heard);
      await scene.pass(40 * MINUTE);
    }
    const list = await scene.hears('彭立新', new RegExp(`4 月亮走我也走：${doubtful[3] ?? '-'}`, 'u'));
    expect(list.text).toMatch(/石门社区群里.*像是诉求，要登记吗？\n[\s\S]*回“登记 1 2”，不是就回“不是 1”。/u);
    expect(since(scene, HERE, first)).toEqual([]);
    expect(scene.said(WORK).join('')).not.toContain('像是诉求');
  });

  it('登记 1 opens it as the villager’s, from their time; 不是 2 drops it; 并入 3 #1 joins it', async () => {
    const picked = scene.say('彭立新', 'bot', '登记 1');
    const receipt = await scene.hears(HERE, new RegExp(`已收到 #1 ${doubtful[0] ?? '-'}`, 'u'), picked);
    expect(receipt.mentionIds).toEqual(['wxid_he']);
    await scene.hears('彭立新', /登记好了：石门社区#1 /u, picked);
    const dropped = scene.say('彭立新', 'bot', '不是 2');
    await scene.hears('彭立新', /好，1条不登记/u, dropped);
    const joined = scene.say('彭立新', 'bot', '并入 3 #1');
    await scene.hears('彭立新', /好，1条并入 #1/u, joined);
    const again = scene.say('彭立新', 'bot', '登记 1 2 3 9');
    await scene.hears('彭立新', /名单里没有这几条，或者已经定过了/u, again);
    expect(since(scene, '彭立新', picked)).toHaveLength(4);
    await stands(scene, '#1');
    expect(since(scene, HERE, picked)).toHaveLength(1);
    const lines = await history(scene, '#1');
    expect(lines.find((line) => line.includes('提出'))).toMatch(/5月2日9:40 老贺 提出.*（彭立新登记）/u);
    expect(lines.join('\n')).toMatch(/刘阿婆 附议/u);
    expect(await raise(scene, '谭嫂子', HERE, '三组的路灯坏了')).toBe('#2');
  });
});

describe('answers to all of a list', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());

  /** Two doubtful lines, told to the cadre as one list. */
  async function asked([one = '', two = '']: string[], [who, other]: [string, string]): Promise<void> {
    const id = scene.say(who, HERE, one);
    scene.say(other, HERE, two);
    const heard = scene.say('龙桂香', HERE, '帮助');
    await scene.hears('龙桂香', /常用的几句/u, heard);
    await until(
      async () => {
        await scene.pass(MINUTE);
        const told = since(scene, '彭立新', id).join('\n');
        return told.includes(one) && told.includes(two) ? true : null;
      },
      () => scene.said('彭立新').join('\n'),
    );
  }

  it('都不是 drops it', async () => {
    await asked(together.slice(0, 2), ['刘阿婆', '老贺']);
    const none = scene.say('彭立新', 'bot', '都不是');
    await scene.hears('彭立新', /好，2条不登记/u, none);
    const again = scene.say('彭立新', 'bot', '都不是');
    await scene.hears('彭立新', /名单里没有这几条/u, again);
    await scene.pass(40 * MINUTE);
  });

  it('全部登记 opens it', async () => {
    const line = doubtful[3] ?? '';
    await asked([line, line.slice(0, 2)], ['谭嫂子', '月亮走我也走']);
    const all = scene.say('彭立新', 'bot', '全部登记');
    await scene.hears('彭立新', /登记好了：石门社区#1 /u, all);
    expect(await stands(scene, '#1')).toContain('已收到');
  });
});
