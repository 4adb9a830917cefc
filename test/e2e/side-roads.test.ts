import { QUICK, Scene } from '../support/scene.js';
import { HERE, WORK, history, messagesSince, raise, since, stands } from '../support/talk.js';

const DAY = 24 * 3600 * 1000;

describe('side roads of a case', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());

  /** A case that the 电力所 handles. */
  async function givenToPower(words: string): Promise<string> {
    const number = await raise(scene, '老贺', HERE, words);
    const id = scene.say('周小满', HERE, `交办 ${number} @电力所 3天`);
    await scene.hears('电力所', new RegExp(`${number} .*交给您办`, 'u'), id);
    return number;
  }

  it('退回 is told to the cadre and the work group, and posts nothing in the village', async () => {
    const number = await givenToPower('三组的路灯坏了');
    const id = scene.say('电力所', 'bot', `退回 ${number} 这是村里自己装的灯`);
    const told = new RegExp(`${number} .*电力所退回：这是村里自己装的灯。时间照算，请另派`, 'u');
    await scene.hears(WORK, told, id);
    await scene.hears('彭立新', told, id);
    await scene.hears('电力所', new RegExp(`记下了，石门社区${number} 已退回`, 'u'), id);
    expect(await stands(scene, number)).toContain('退回');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('转办 posts 已交办, mentions the petitioner, and the clock runs on', async () => {
    const number = await givenToPower('四组的电线杆歪了');
    const before = await stands(scene, number);
    const id = scene.say('电力所', 'bot', `转办 石门社区${number} 交通局`);
    const posted = await scene.hears(HERE, new RegExp(`^@老贺\\u2005${number} 已交办交通局`, 'u'), id);
    expect(posted.mentionIds).toEqual(['wxid_he']);
    await scene.hears('交通局', new RegExp(`石门社区${number} .*交给您办`, 'u'), id);
    const due = /[^。]*$/u.exec(before.replace('电力所', '').replace(/。$/u, ''))?.[0] ?? '-';
    expect(await stands(scene, number)).toContain(due);
    expect(since(scene, HERE, id)).toHaveLength(1);
  });

  it('延期 gives the days once, tells the petitioner alone, and posts nothing', async () => {
    const number = await givenToPower('五组的变压器嗡嗡响');
    const id = scene.say('电力所', 'bot', `延期 ${number} 3天 等材料`);
    await scene.hears('老贺', new RegExp(`石门社区${number} 要多等几天，5月8日前办好：等材料`, 'u'), id);
    await scene.hears('电力所', /延到5月8日前/u, id);
    const again = scene.say('电力所', 'bot', `延期 ${number} 3天 还等材料`);
    await scene.hears('电力所', /已经延过一次/u, again);
    await stands(scene, number);
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('不予受理 says why and where to go instead, in the words of its kind', async () => {
    const number = await raise(scene, '谭嫂子', HERE, '隔壁欠我家的砖钱不还');
    const id = scene.say('周小满', HERE, `不予受理 ${number} 要打官司，由法院定`);
    const posted = await scene.hears(HERE, new RegExp(`${number} 不予受理`, 'u'), id);
    expect(posted.text).toMatch(/^@谭嫂子\u2005.*法院.*司法所/u);
    expect(await stands(scene, number)).toContain('不予受理');
    const refused = scene.say('周小满', HERE, `受理 ${number}`);
    await scene.hears('周小满', /不予受理，已经结束/u, refused);
    const unsaid = await raise(scene, '谭嫂子', HERE, '菜地边的树遮了太阳');
    const without = scene.say('周小满', HERE, `不予受理 ${unsaid}`);
    await scene.hears('周小满', /不予受理 #号 理由/u, without);
    expect(await stands(scene, unsaid)).toContain('已收到');
  });

  it('合并 posts nothing; the one that lives on takes over the people; 撤销 takes the whole of it back', async () => {
    const first = await raise(scene, '刘阿婆', HERE, '二组的垃圾三天没人清了');
    const second = await raise(scene, '谭嫂子', HERE, '二组的垃圾堆成山了');
    const id = scene.say('周小满', HERE, `合并 ${second} ${first}`);
    expect(await stands(scene, second)).toContain('已合并');
    const undo = scene.say('周小满', HERE, '撤销');
    await scene.hears('周小满', new RegExp(`${second} 现在是已收到`, 'u'), undo);
    expect(await stands(scene, second)).toContain('已收到');
    scene.say('周小满', HERE, `合并 ${second} ${first}`);
    await stands(scene, second);
    expect(since(scene, HERE, id)).toEqual([]);
    // What is said to the merged number is said to the living case: its petitioner may rate there.
    scene.say('周小满', HERE, `办结 ${first} 清走了`);
    await scene.hears(HERE, new RegExp(`${first} 已办结`, 'u'), id);
    scene.say('谭嫂子', HERE, `满意 ${first}`);
    expect(await stands(scene, first)).toContain('已归档');
  });

  it('撤销 of a merge, once either case has moved on, says why not and what to do; both stay as they are', async () => {
    const first = await raise(scene, '刘阿婆', HERE, '五组的晒谷坪裂了');
    const second = await raise(scene, '谭嫂子', HERE, '五组晒谷坪中间塌了一块');
    scene.say('周小满', HERE, `合并 ${second} ${first}`);
    await stands(scene, second);
    scene.say('彭立新', HERE, `受理 ${first}`);
    expect(await stands(scene, first)).toContain('已受理');
    const undo = scene.say('周小满', HERE, '撤销');
    const why = await scene.hears('周小满', /撤销不了/u, undo);
    expect(why.text).toBe(`${second} 并进 ${first} 以后又办过了，撤销不了。要分开办，请回“拆分 ${second}”。`);
    expect(await stands(scene, second)).toContain('已合并');
    expect(await stands(scene, first)).toContain('已受理');
    const anew = scene.say('周小满', HERE, '登记 谭嫂子家门口的坪裂了');
    await scene.hears(HERE, /已收到 #\d+ 谭嫂子家门口的坪裂了/u, anew);
  });

  it('督办 by an inspector goes to the handler and the work group, marks the case, and 解除督办 ends it', async () => {
    const number = await givenToPower('六组的电表箱没有盖子');
    const id = scene.say('欧清和', 'bot', `督办 石门社区${number} 本周办好`);
    await scene.hears('电力所', new RegExp(`${number} .*督办：本周办好`, 'u'), id);
    await scene.hears(WORK, new RegExp(`${number} .*督办：本周办好`, 'u'), id);
    expect(await stands(scene, number)).toMatch(/已交办、督办/u);
    const cadre = scene.say('周小满', HERE, `督办 ${number} 我也督办`);
    await scene.hears('周小满', /由纪检干部或乡镇领导来定/u, cadre);
    const lift = scene.say('欧清和', 'bot', `解除督办 石门社区${number}`);
    await scene.hears('欧清和', /不再督办/u, lift);
    expect(await stands(scene, number)).not.toContain('督办');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('公开 waits for 办结 and stands in the history', async () => {
    const number = await raise(scene, '老贺', HERE, '村口的公交站牌倒了');
    const early = scene.say('周小满', HERE, `公开 ${number}`);
    await scene.hears('周小满', /还没办结，办结以后才能公开/u, early);
    scene.say('周小满', HERE, `办结 ${number} 扶起来了`);
    scene.say('周小满', HERE, `公开 ${number}`);
    await stands(scene, number);
    expect((await history(scene, number)).at(-1)).toMatch(/周小满 公开/u);
  });

  it('撤回 is the petitioner’s own, 附议 every neighbour’s', async () => {
    const number = await raise(scene, '月亮走我也走', HERE, '三组停水两天了');
    const other = scene.say('老贺', HERE, `撤回 ${number}`);
    await scene.hears('老贺', /要由反映的人自己说/u, other);
    scene.say('老贺', HERE, `附议 ${number}`);
    const twice = scene.say('老贺', HERE, `附议 ${number}`);
    await scene.hears('老贺', new RegExp(`${number} 已经算上您了`, 'u'), twice);
    const own = scene.say('月亮走我也走', HERE, `撤回 ${number}`);
    await scene.hears(HERE, new RegExp(`${number} 已撤回`, 'u'), own);
    expect(await stands(scene, number)).toContain('已撤回');
    expect((await history(scene, number)).filter((line) => line.includes('附议'))).toHaveLength(1);
  });

  it('a neighbour’s 我家也是 joins, opens nothing and is answered by nothing', async () => {
    const number = await raise(scene, '老贺', HERE, '中院子的自来水是黄的');
    const id = scene.say('谭嫂子', HERE, '我家也是，黄得像泥巴水');
    await stands(scene, number);
    expect(since(scene, HERE, id)).toEqual([]);
    expect((await history(scene, number)).at(-1)).toMatch(/谭嫂子 附议/u);
  });

  it('不满意 reopens to the handler and the leader, and the rating after it closes', async () => {
    const number = await givenToPower('七组的路灯不亮');
    scene.say('电力所', 'bot', `办结 ${number} 换了灯泡`);
    await scene.hears(HERE, new RegExp(`${number} 已办结：换了灯泡。好了吗？`, 'u'));
    const id = scene.say('老贺', HERE, '不满意 还是不亮');
    const posted = await scene.hears(HERE, new RegExp(`${number} 重新办理，电力所接着办`, 'u'), id);
    expect(posted.mentionIds).toContain('wxid_he');
    const told = new RegExp(`石门社区${number} .*村民不满意：还是不亮。重新办理`, 'u');
    await scene.hears('电力所', told, id);
    await scene.hears('李望秋', told, id);
    const done = scene.say('电力所', WORK, `办结 石门社区${number} 换了控制器`);
    await scene.hears(HERE, new RegExp(`${number} 已办结：换了控制器`, 'u'), done);
    const rated = scene.say('老贺', HERE, `基本满意 ${number}`);
    expect(await stands(scene, number)).toContain('已归档');
    // At most once each, and nothing after the rating: 已归档 is no news to the group.
    expect(messagesSince(scene, HERE, rated)).toEqual([]);
    expect((await history(scene, number)).join('\n')).toMatch(/不满意：还是不亮[\s\S]*基本满意/u);
  });

  it('改类 changes the kind, and a kind that does not exist is answered with how it is written', async () => {
    const number = await raise(scene, '老贺', HERE, '河边有人倒垃圾');
    const id = scene.say('周小满', HERE, `改类 ${number} 水电`);
    const same = scene.say('周小满', HERE, `改类 ${number} 水电气`);
    await scene.hears('周小满', new RegExp(`${number} 已经是这一类`, 'u'), same);
    const wrong = scene.say('周小满', HERE, `改类 ${number} 天空`);
    await scene.hears('周小满', /改成哪一类？这样写：“改类 #号 环境卫生”/u, wrong);
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('不是诉求 takes the case out of all lists and figures, and says nothing', async () => {
    const number = await raise(scene, '惠民超市', HERE, '本店橘子大甩卖没人来买');
    const id = scene.say('周小满', HERE, `不是诉求 ${number}`);
    await stands(scene, number);
    expect(since(scene, HERE, id)).toEqual([]);
    const todo = scene.say('周小满', 'bot', '待办');
    expect((await scene.hears('周小满', /待办/u, todo)).text).not.toContain(`${number} `);
  });

  it('unrated closes after close_after_days and counts as unrated', async () => {
    const fresh = await Scene.open({ settings: `${QUICK}close_after_days: 2\n` });
    try {
      const number = await raise(fresh, '老贺', HERE, '三组的路灯坏了');
      fresh.say('周小满', HERE, `办结 ${number} 换了灯泡`);
      await fresh.hears(HERE, /#1 已办结/u);
      await fresh.pass(2 * DAY - 3600_000);
      expect(await stands(fresh, number)).toContain('已办结');
      const before = fresh.say('老贺', HERE, '今天天气真好啊');
      await fresh.pass(2 * 3600_000);
      expect(await stands(fresh, number)).toContain('已归档');
      // No message in the group for a closing, and no satisfaction made of silence.
      expect(since(fresh, HERE, before)).toEqual([]);
      const asked = fresh.say('县办', 'bot', '日报');
      expect((await fresh.hears('县办', /^衡岭县/u, asked)).text).toContain('满意度暂无评价');
      // A late word still counts.
      const late = fresh.say('老贺', HERE, `不满意 ${number} 又不亮了`);
      await fresh.hears(HERE, /#1 重新办理/u, late);
    } finally {
      await fresh.close();
    }
  });
});
