import { Scene } from '../support/scene.js';
import { HERE, THERE, WORK, history, raise, since, stands } from '../support/talk.js';

describe('登记 and officials’ own words', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());

  it('登记 for somebody without a phone names both, mentions the registrar, and asks them to pass it on', async () => {
    const id = scene.say('周小满', HERE, '登记 王奶奶家屋顶漏雨，一下雨就要接水');
    const receipt = await scene.hears(HERE, /已收到 #1/u, id);
    expect(receipt.mentionIds).toEqual(['wxid_zhou']);
    expect(receipt.text).toMatch(/^@周小满\u2005.*替王奶奶登记/u);
    const done = scene.say('周小满', HERE, '办结 #1 换了瓦');
    const resolved = await scene.hears(HERE, /#1 已办结：换了瓦。请转告王奶奶/u, done);
    expect(resolved.mentionIds).toEqual(['wxid_zhou']);
    // Their own praise counts for nothing; that it is not done they may pass on.
    const praise = scene.say('周小满', HERE, '满意 #1');
    await scene.hears('周小满', /要由反映的人自己说/u, praise);
    const complaint = scene.say('周小满', HERE, '不满意 #1 还漏');
    await scene.hears(HERE, /#1 重新办理/u, complaint);
    expect((await history(scene, '#1'))[1]).toMatch(/提出：王奶奶家屋顶漏雨/u);
  });

  it('登记 on a quoted message opens the villager’s case from their time, once', async () => {
    const words = scene.say('刘阿婆', HERE, '二组那边晚上黑漆漆的');
    await scene.pass(30 * 60_000);
    const id = scene.say('周小满', HERE, '登记', { quote: words });
    const receipt = await scene.hears(HERE, /已收到 #2 二组那边晚上黑漆漆的/u, id);
    expect(receipt.mentionIds).toEqual(['wxid_liu']);
    expect((await history(scene, '#2'))[1]).toMatch(/5月2日9:00 刘阿婆 提出/u);
    const again = scene.say('周小满', HERE, '登记', { quote: words });
    await scene.hears('周小满', /这条已经登记过，是 #2/u, again);
    scene.say('周小满', HERE, '办结 #2 装了灯');
    await scene.hears(HERE, /#2 已办结/u, again);
    scene.say('刘阿婆', HERE, '满意');
    expect(await stands(scene, '#2')).toContain('已归档');
  });

  it('登记 from a private chat or a work group names the village, posts in its group, and is confirmed', async () => {
    const vague = scene.say('李望秋', 'bot', '登记 三组老李家断电');
    await scene.hears('李望秋', /是哪个村的事？/u, vague);
    const id = scene.say('李望秋', 'bot', '登记 枫树坳村 三组老李家断电');
    const receipt = await scene.hears(THERE, /已收到 #1 三组老李家断电/u, id);
    expect(receipt.mentionIds).toEqual(['wxid_li']);
    await scene.hears('李望秋', /登记好了：枫树坳村#1 三组老李家断电，.{2,8}办好/u, id);
    const work = scene.say('田秀云', WORK, '登记 枫树坳村：五组桥面有个坑');
    await scene.hears(THERE, /已收到 #2 五组桥面有个坑/u, work);
    await scene.hears(WORK, /登记好了：枫树坳村#2/u, work);
    // A village's own cadre need not name it.
    const own = scene.say('周小满', 'bot', '登记 三组老张：门口水管爆了');
    await scene.hears(HERE, /已收到 #3 .*门口水管爆了/u, own);
  });

  it('登记 without anything says what would have been right', async () => {
    const id = scene.say('周小满', HERE, '登记');
    await scene.hears('周小满', /登记什么？这样写：“登记 谁家、什么事”/u, id);
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('plain words count: taken on, under way, and done after a one-line question', async () => {
    await scene.pass(60 * 60_000); // what was said before is behind them
    const number = await raise(scene, '谭嫂子', HERE, '六组的自来水停了一整天');
    const id = scene.say('周小满', HERE, '我马上联系供水站');
    expect(await stands(scene, number)).toContain('已受理');
    scene.say('周小满', HERE, '六组的水，师傅在路上了，下午能来');
    expect(await stands(scene, number)).toContain('办理中');
    // All see the official's own words: the bot repeats none of them.
    expect(since(scene, HERE, id)).toEqual([]);
    const done = scene.say('周小满', HERE, '六组的水已经修好了，来水了');
    const asked = await scene.hears(
      '周小满',
      new RegExp(`${number} .*算办结了吗？回“是”或“不是”`, 'u'),
      done,
    );
    expect(asked.text).toContain('六组的自来水停了一整天');
    expect(await stands(scene, number)).toContain('办理中');
    scene.say('周小满', 'bot', '不是');
    expect(await stands(scene, number)).toContain('办理中');
    const again = scene.say('周小满', HERE, '六组的水这回真修好了', {});
    await scene.hears('周小满', /算办结了吗？/u, again);
    scene.say('周小满', 'bot', '是');
    const resolved = await scene.hears(
      HERE,
      new RegExp(`${number} 已办结：六组的水这回真修好了`, 'u'),
      again,
    );
    expect(resolved.mentionIds).toEqual(['wxid_tan']);
  });

  it('a plain 是 without a question is talk', async () => {
    const number = await raise(scene, '谭嫂子', HERE, '七组的沟堵了');
    const id = scene.say('周小满', HERE, '是');
    scene.say('周小满', HERE, '不是');
    expect(await stands(scene, number)).toContain('已收到');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('plain words under a quoted case mean that case, whatever else is open', async () => {
    const number = await raise(scene, '月亮走我也走', HERE, '五组的电线垂下来了');
    await raise(scene, '老贺', HERE, '一组的晒谷坪裂了');
    const receipt = scene.village.sent().findLast((one) => one.text.includes(`已收到 ${number}`));
    scene.say('周小满', HERE, '我去看看', { quote: receipt?.id ?? '' });
    expect(await stands(scene, number)).toContain('已受理');
  });

  it('pictures and places of the speaker join the case, before its words as after them', async () => {
    const picture = { type: 'image', file: { name: '护栏.jpg', bytes: Buffer.alloc(30_000, 7) } } as const;
    scene.say('老贺', HERE, '', picture);
    const number = await raise(scene, '老贺', HERE, '石桥的护栏断了');
    const id = scene.say('老贺', HERE, '', picture);
    const place = { latitude: 27.1, longitude: 112.5, name: '五组石桥', address: '店门镇石门社区五组' };
    scene.say('老贺', HERE, '', { type: 'location', place });
    scene.say('谭嫂子', HERE, '', {
      type: 'audio',
      seconds: 5,
      file: { name: 'a.mp3', bytes: Buffer.alloc(900) },
    });
    await stands(scene, number);
    expect(since(scene, HERE, id)).toEqual([]);
    expect((await history(scene, number))[1]).toMatch(/^附：图2张、(?:语音1段、)?位置1处。$/u);
  });
});
