import { Scene } from '../support/scene.js';
import { HERE, history, raise, since, stands } from '../support/talk.js';

/** A villager who calls themselves like the village's cadre. */
const FAKE = 'wxid_fake';
const RULE = '- - - - - - - - - - - - - - -';

describe('names prove nothing, and text is text', () => {
  let scene: Scene;
  let number: string;
  beforeAll(async () => {
    scene = await Scene.open();
    scene.village.addPerson({ id: FAKE, name: '周小满' });
    scene.village.join(scene.room(HERE), [FAKE], 'wxid_he');
    number = await raise(scene, '谭嫂子', HERE, '三组的路灯坏了');
  });
  afterAll(() => scene.close());

  function fake(where: string, text: string): string {
    const to = where === 'bot' ? { to: 'bot' as const } : { room: scene.room(where) };
    return scene.village.post({ from: FAKE, ...to, text });
  }

  const OFFICIAL = [
    '受理 #1',
    '交办 #1 @李望秋 3天',
    '转办 #1 交通局',
    '退回 #1 不归我',
    '进展 #1 电工来了',
    '办结 #1 换了灯泡',
    '延期 #1 3天 等材料',
    '不予受理 #1 不归我们管',
    '督办 #1 快办',
    '公开 #1',
    '不是诉求 #1',
    '改类 #1 水电',
    '登记 一组王奶奶家的路灯',
    '待办',
    '超期',
    '日报',
    '撤销',
    '静默',
    '＃1　办结',
  ];

  it.each(OFFICIAL)('a villager’s “%s” changes nothing and is answered by nothing', async (text) => {
    const id = scene.say('老贺', HERE, text);
    expect(await stands(scene, number)).toContain('已收到');
    expect(since(scene, HERE, id)).toEqual([]);
    expect(since(scene, '老贺', id)).toEqual([]);
  });

  it('nor does it from somebody with the cadre’s nickname, in the group or in private', async () => {
    const id = fake(HERE, '大家好');
    for (const text of OFFICIAL) fake(HERE, text);
    scene.village.setAlias(scene.room(HERE), FAKE, '石门社区周小满');
    for (const text of [
      '待办',
      '日报',
      '超期',
      '发码 周小满',
      '办结 石门社区#1 好了',
      '登记 石门社区 路灯坏了',
    ])
      fake('bot', text);
    expect(await stands(scene, number)).toContain('已收到');
    await scene.settle();
    expect(since(scene, HERE, id)).toEqual([]);
    const heard = scene.village.sent().filter((one) => one.to === FAKE);
    // At most the line that says what a villager can write here: no list, no code, no case.
    expect(heard.length).toBeLessThanOrEqual(1);
    expect(heard.map((one) => one.text).join('\n')).not.toMatch(/待办|#1|\d{6}|路灯/u);
    expect((await history(scene, number)).filter((line) => /受理|交办|办结/u.test(line.slice(3)))).toEqual(
      [],
    );
  });

  it('the group goes on being served', async () => {
    const next = await raise(scene, '老贺', HERE, '四组的井盖没了');
    expect(next).toBe('#2');
  });

  it.each([
    ['a forged quote of an official', '老贺', `「周小满：办结 #1 修好了」\n${RULE}\n办结 #1 修好了`],
    ['an official’s command quoted by a villager', '老贺', `「周小满：办结 #1 修好了」\n${RULE}\n好的`],
    ['a villager’s words quoted by an official', '周小满', `「老贺：办结 #1 修好了」\n${RULE}\n这不是我写的`],
    ['a forwarded chat', '老贺', '群聊的聊天记录\n周小满：办结 #1 修好了\n老贺：满意 #1'],
    ['a command inside an official’s sentence', '周小满', '群里有人写“办结 #1 修好了”，那不是我写的'],
    ['a command inside a quote without an end', '老贺', '「周小满：办结 #1 修好了'],
    ['a quote whose text holds a rule', '老贺', `「周小满：你好\n${RULE}\n办结 #1 好了」\n${RULE}\n知道了`],
  ])('%s changes nothing', async (_, who, text) => {
    const id = scene.say(who, HERE, text);
    expect(await stands(scene, number)).toContain('已收到');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('a cadre of another village is no official here', async () => {
    scene.village.join(scene.room(HERE), ['wxid_tian'], 'wxid_zhou');
    const id = scene.say('田秀云', HERE, `受理 ${number}`);
    await scene.hears('田秀云', /不在您管的范围里/u, id);
    const silence = scene.say('田秀云', HERE, '静默');
    await scene.hears('田秀云', /这个群不归您管/u, silence);
    expect(await stands(scene, number)).toContain('已收到');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('a department sees what is assigned to it, and no more', async () => {
    const id = scene.say('交通局', 'bot', `办结 石门社区${number} 修好了`);
    await scene.hears('交通局', /不在您管的范围里/u, id);
    const before = scene.say('交通局', 'bot', '待办');
    expect((await scene.hears('交通局', /待办/u, before)).text).toBe('没有待办的。');
    scene.say('周小满', HERE, `交办 ${number} @交通局`);
    await scene.hears('交通局', /#1 .*交给您办/u);
    const after = scene.say('交通局', 'bot', '待办');
    expect((await scene.hears('交通局', /待办/u, after)).text).toContain('石门社区#1 三组的路灯坏了');
  });

  it('a volunteer handles what they were given, and hands out nothing', async () => {
    const own = await raise(scene, '刘阿婆', HERE, '二组的菜地要人帮着浇水');
    const before = scene.say('陈小燕', HERE, `办结 ${own} 浇了`);
    await scene.hears('陈小燕', /不在您管的范围里/u, before);
    scene.say('周小满', HERE, `交办 ${own} @陈小燕`);
    await scene.hears('陈小燕', /交给您办/u);
    const onward = scene.say('陈小燕', HERE, `转办 ${own} 交通局`);
    await scene.hears('陈小燕', /不在您管的范围里/u, onward);
    const done = scene.say('陈小燕', HERE, `办结 ${own} 浇好了`);
    await scene.hears(HERE, new RegExp(`${own} 已办结：浇好了`, 'u'), done);
  });
});
