import { Scene } from '../support/scene.js';
import { HERE, history, raise, since, stands } from '../support/talk.js';

const MINUTE = 60_000;

describe('cases that are one, and are not', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  it('the same incident told twice is put before the cadre, out of the group, and once', async () => {
    const first = await raise(scene, '老贺', HERE, '菜市场门口的垃圾堆成山了');
    const id = scene.say('谭嫂子', HERE, '反映：菜市场门口垃圾堆成山没人清');
    await scene.hears(HERE, /已收到 #2/u, id);
    const offer = await scene.hears('彭立新', /像是同一件/u, id);
    expect(offer.text).toContain(`回“合并 石门社区#2 石门社区${first}”`);
    const other = scene.say('惠民超市', HERE, '反映：五组的桥栏杆断了');
    await scene.settle(400);
    expect(since(scene, '彭立新', other)).toEqual([]);
    expect(since(scene, HERE, id).join('\n')).not.toContain('像是同一件');
  });

  it('what is said to the merged number is said to the living one: words, pictures, commands, ratings', async () => {
    scene.say('彭立新', 'bot', '合并 石门社区#2 石门社区#1');
    await scene.hears('彭立新', /石门社区#2 已合并/u);
    scene.say('刘阿婆', HERE, '附议 #2');
    await stands(scene, '#2');
    const shown = await stands(scene, '#2');
    expect(shown.split('\n')[1]).toMatch(/^查 #1 已收到/u);
    const id = scene.say('周小满', HERE, '办结 #2 清了两车');
    const done = await scene.hears(HERE, /#1 已办结：清了两车/u, id);
    // Both had raised it: both are told.
    expect([...done.mentionIds].sort()).toEqual(['wxid_he', 'wxid_tan'].sort());
    expect((await history(scene, '#1')).join('\n')).toMatch(/刘阿婆 附议/u);
    const rated = scene.say('刘阿婆', HERE, '不满意 #2 又堆起来了');
    await scene.hears(HERE, /#1 重新办理/u, rated);
    const away = scene.say('周小满', HERE, '不是诉求 #2');
    await scene.hears('周小满', /已合并到另一件/u, away);
  });

  it('拆分 long after brings all of it back, by a cadre alone; what is said then goes to each', async () => {
    await scene.pass(20 * MINUTE);
    const villager = scene.say('谭嫂子', HERE, '拆分 #2');
    const stranger = scene.say('电力所', 'bot', '拆分 石门社区#2');
    await scene.hears('电力所', /要由村里或镇里的干部来拆/u, stranger);
    const id = scene.say('周小满', HERE, '拆分 #2');
    await scene.hears('周小满', /拆开了，#2 现在是已收到，不再跟着 #1/u, id);
    expect(await stands(scene, '#2')).toMatch(/^查 #2 已收到/u);
    expect(await stands(scene, '#1')).toContain('重新办理');
    expect(since(scene, HERE, villager)).toEqual([]);
    // 刘阿婆 had joined the merged number: she has no word on the other case any more.
    const done = scene.say('周小满', HERE, '办结 #1 又清了一车');
    await scene.hears(HERE, /#1 已办结：又清了一车/u, done);
    const hers = scene.say('刘阿婆', HERE, '满意 #1');
    await scene.hears('刘阿婆', /要由反映的人自己说/u, hers);
    const twice = scene.say('刘阿婆', HERE, '附议 #2');
    await scene.hears('刘阿婆', /#2 已经算上您了/u, twice);
    const again = scene.say('周小满', HERE, '拆分 #2');
    await scene.hears('周小满', /#2 没有并到别的件里/u, again);
  });

  it('a chain of merges, and 撤销 within its minutes, keep every history whole', async () => {
    const [a, b, c] = [
      await raise(scene, '老贺', HERE, '码头的台阶塌了一级'),
      await raise(scene, '谭嫂子', HERE, '祠堂屋顶漏雨'),
      await raise(scene, '刘阿婆', HERE, '球场的灯杆倒了'),
    ];
    scene.say('周小满', HERE, `合并 ${c} ${b}`);
    scene.say('周小满', HERE, `合并 ${b} ${a}`);
    scene.say('月亮走我也走', HERE, `附议 ${c}`);
    expect((await stands(scene, c)).split('\n')[1]).toContain(`查 ${a} `);
    expect((await history(scene, a)).join('\n')).toMatch(/月亮走我也走 附议/u);
    const undo = scene.say('周小满', HERE, '撤销');
    await scene.hears('周小满', new RegExp(`${b} 现在是已收到`, 'u'), undo);
    const joined = scene.say('月亮走我也走', HERE, `附议 ${b}`);
    await scene.hears('月亮走我也走', new RegExp(`${b} 已经算上您了`, 'u'), joined);
    scene.say('周小满', HERE, `拆分 ${c}`);
    expect(await stands(scene, c)).toMatch(/已收到/u);
    expect(scene.product.cli('audit', 'verify')).toContain('every history is whole');
  });
});
