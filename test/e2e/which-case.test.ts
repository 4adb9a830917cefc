import { Scene } from '../support/scene.js';
import { HERE, THERE, WORK, history, raise, since, stands } from '../support/talk.js';

describe('which case is meant', () => {
  let scene: Scene;
  let here: string;
  let there: string;
  beforeAll(async () => {
    scene = await Scene.open();
    here = await raise(scene, '老贺', HERE, '三组的路灯坏了');
    there = await raise(scene, '老唐', THERE, '一组的水渠堵了');
  });
  afterAll(() => scene.close());

  it('numbers count per place, from 1', () => {
    expect([here, there]).toEqual(['#1', '#1']);
  });

  it('a bare number from a work group or a private chat that fits two places is asked back', async () => {
    for (const where of [WORK, 'bot']) {
      const id = scene.say('李望秋', where, '受理 #1');
      const asked = await scene.hears('李望秋', /#1 有好几件/u, id);
      expect(asked.text).toContain('石门社区#1');
      expect(asked.text).toContain('枫树坳村#1');
    }
    expect(await stands(scene, here)).toContain('已收到');
  });

  it('with the place it is that one, from the work group and from a private chat', async () => {
    const id = scene.say('李望秋', WORK, '受理 石门社区#1');
    await scene.hears(HERE, /#1 已受理，李望秋在办/u, id);
    await scene.hears(WORK, /记下了，石门社区#1 已受理/u, id);
    const second = scene.say('李望秋', 'bot', '受理 店门镇/枫树坳村#1');
    await scene.hears(THERE, /#1 已受理/u, second);
    await scene.hears('李望秋', /记下了，枫树坳村#1 已受理/u, second);
  });

  it('a number that does not exist is answered to the sender alone', async () => {
    for (const text of ['受理 #77', '查 #77', '办结 石门社区#77 好了']) {
      const id = scene.say('周小满', HERE, text);
      await scene.hears('周小满', /没有找到这一件，请核对编号/u, id);
      await stands(scene, here);
      expect(since(scene, HERE, id)).toEqual([]);
    }
  });

  it('another village’s cadre is told that it is not theirs, and nothing changes', async () => {
    const second = await raise(scene, '谭嫂子', HERE, '二组的井盖不见了');
    for (const [where, text] of [
      [THERE, `受理 石门社区${second}`],
      ['bot', `办结 石门社区${second} 弄好了`],
      ['bot', `交办 石门社区${second} @李望秋`],
    ] as const) {
      const id = scene.say('田秀云', where, text);
      await scene.hears('田秀云', /不在您管的范围里/u, id);
      expect(since(scene, THERE, id)).toEqual([]);
    }
    expect(await stands(scene, second)).toContain('已收到');
  });

  it('of another village’s case an outsider learns no words', async () => {
    const id = scene.say('老唐', 'bot', '查 石门社区#1');
    const answer = await scene.hears('老唐', /^查 #1|没有找到/u, id);
    expect(answer.text).not.toContain('路灯');
    expect(answer.text).not.toContain('老贺');
  });

  it('a quoted message of the bot or of the villager says which case, for commands and for ratings', async () => {
    const words = scene.say('谭嫂子', HERE, '反映：五组的桥栏杆断了一截');
    const receipt = await scene.hears(HERE, /已收到 #\d+ 五组的桥栏杆/u, words);
    const number = /#\d+/u.exec(receipt.text)?.[0] ?? '';
    scene.say('周小满', HERE, '受理', { quote: receipt.id });
    expect(await stands(scene, number)).toContain('已受理');
    const id = scene.say('周小满', HERE, '办结 焊好了', { quote: words });
    const resolved = await scene.hears(HERE, new RegExp(`${number} 已办结：焊好了`, 'u'), id);
    const rated = scene.say('谭嫂子', HERE, '不满意 才一天又断了', { quote: resolved.id });
    await scene.hears(HERE, new RegExp(`${number} 重新办理`, 'u'), rated);
    const again = scene.say('周小满', HERE, '办结 换了新的', { quote: resolved.id });
    const second = await scene.hears(HERE, new RegExp(`${number} 已办结：换了新的`, 'u'), again);
    scene.say('谭嫂子', HERE, '满意', { quote: second.id });
    expect(await stands(scene, number)).toContain('已归档');
  });

  it('without a number the only case that can be meant is', async () => {
    const number = await raise(scene, '刘阿婆', HERE, '二组的垃圾没人清');
    scene.say('周小满', HERE, `办结 ${number} 清走了`);
    await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'));
    const shown = scene.say('刘阿婆', HERE, '查');
    await scene.hears(HERE, new RegExp(`^查 ${number} 已办结`, 'u'), shown);
    scene.say('刘阿婆', HERE, '很满意，谢谢周支书');
    expect(await stands(scene, number)).toContain('已归档');
  });

  it('where two can be meant it is asked, to the speaker alone', async () => {
    const first = await raise(scene, '月亮走我也走', HERE, '五组的水管爆了');
    const second = await raise(scene, '月亮走我也走', HERE, '六组的路塌了一块');
    const id = scene.say('周小满', HERE, `办结 ${first} 接好了`);
    scene.say('周小满', HERE, `办结 ${second} 填平了`);
    await scene.hears(HERE, new RegExp(`${second} 已办结`, 'u'), id);
    const rated = scene.say('月亮走我也走', HERE, '满意');
    await scene.hears('月亮走我也走', /是哪一件？/u, rated);
    expect(await stands(scene, first)).toContain('已办结');
    expect(await stands(scene, second)).toContain('已办结');
    expect(since(scene, HERE, rated)).toEqual([]);
  });

  it.each([
    ['＃９　受理', '已受理'],
    ['交办#9李望秋，三天', '已交办'],
    ['进展：9号 明天上午来修', '办理中'],
    ['办结9号，换了新锁。', '已办结'],
  ])('%s is understood', async (typed, state) => {
    // Two more make this one #9.
    const before = scene.said(HERE).join('\n');
    for (let n = [...before.matchAll(/已收到 #(\d+)/gu)].length; n < 9; n += 1)
      await raise(scene, '谭嫂子', HERE, `村部${n}楼的门锁坏了`);
    const id = scene.say('周小满', HERE, typed);
    expect(await stands(scene, '#9')).toContain(state);
    expect(scene.village.line(id)).not.toBeNull();
  });

  it('查 reads the same for a resolved case in its history', async () => {
    const lines = await history(scene, '#9');
    expect(lines[0]).toBe('查 #9 已办结：村部8楼的门锁坏了。换了新锁。');
    expect(lines.slice(1).map((line) => line.replace(/^.*? /u, ''))).toEqual([
      '谭嫂子 提出：村部8楼的门锁坏了',
      '周小满 受理',
      '周小满 交办李望秋',
      '周小满 进展：明天上午来修',
      '周小满 办结：换了新锁',
    ]);
  });
});
