import { Scene } from '../support/scene.js';
import { HERE, THERE, WORK, history, raise, since, stands } from '../support/talk.js';

const PHONE = '13812345678';
const ID = '430101198001011234';
/** What may never come back from the bot in any chat. */
const PERSONAL = /13812345678|430101198001011234|138\s*1234\s*5678|湘A12345/u;

describe('what people write, and what of it comes back', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());

  function everything(): string {
    return scene.village.sent().map((one) => one.text).join('\n'); // prettier-ignore
  }

  it('phone and ID numbers, plates, and names of the poor never come back', async () => {
    const number = await raise(
      scene,
      '老贺',
      HERE,
      `${PHONE}是我电话，身份证${ID}，湘A12345挡了三组的路灯，路灯坏了`,
    );
    const done = scene.say('周小满', HERE, `办结 ${number} 电工138 1234 5678换的，找他`);
    await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'), done);
    scene.say('老贺', HERE, `不满意 ${number} 打${PHONE}没人接`);
    await scene.hears('彭立新', new RegExp(`${number} .*不满意`, 'u'), done);
    scene.say('周小满', HERE, `交办 ${number} @电力所`);
    await scene.hears('电力所', /交给您办/u, done);
    scene.say('电力所', 'bot', `退回 ${number} 用户${PHONE}说不是`);
    await scene.hears(WORK, new RegExp(`${number} .*退回`, 'u'), done);
    await history(scene, number);
    const todo = scene.say('周小满', 'bot', '待办');
    await scene.hears('周小满', /待办/u, todo);
    expect(everything()).not.toMatch(PERSONAL);
    expect(scene.product.errors + scene.product.output).not.toMatch(PERSONAL);
  });

  it('of a poor or sick family’s case the group hears the number alone, whoever asks', async () => {
    const id = scene.say('谭嫂子', HERE, '反映：低保户刘阿婆断粮了，她得了癌症没人管');
    const receipt = await scene.hears(HERE, /已收到 #\d+/u, id);
    const number = /#\d+/u.exec(receipt.text)?.[0] ?? '';
    scene.say('周小满', HERE, `交办 ${number} @李望秋`);
    scene.say('李望秋', WORK, `进展 石门社区${number} 送了药和米去`);
    scene.say('李望秋', WORK, `办结 石门社区${number} 给刘阿婆办了救助`);
    await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'), id);
    for (const who of ['周小满', '谭嫂子', '老贺']) {
      const asked = scene.say(who, HERE, `查 ${number}`);
      await scene.hears(HERE, new RegExp(`^查 ${number} 已办结`, 'u'), asked);
    }
    const daily = scene.say('周小满', HERE, '日报');
    await scene.hears(HERE, /^石门社区 5月2日/u, daily);
    const group = scene.said(HERE).join('\n') + scene.said(WORK).join('\n');
    expect(group).not.toMatch(/低保|癌症|断粮|救助|送了药|刘阿婆/u);
  });

  it('@所有人 in a text calls nobody, in receipts, notes and names', async () => {
    scene.village.addPerson({ id: 'wxid_all', name: '所有人' });
    scene.village.join(scene.room(HERE), ['wxid_all'], 'wxid_he');
    const id = scene.village.post({
      from: 'wxid_all',
      room: scene.room(HERE),
      text: '反映：@所有人 桥断了，@所有人 快看',
    });
    const receipt = await scene.hears(HERE, /已收到 #\d+/u, id);
    expect(receipt.text).not.toMatch(/[@＠]\s*所有人/u);
    const number = /#\d+/u.exec(receipt.text)?.[0] ?? '';
    scene.say('周小满', HERE, `办结 ${number} 修好了 @所有人 来看 ＠all`);
    const done = await scene.hears(HERE, new RegExp(`${number} 已办结`, 'u'), id);
    expect(done.text).not.toMatch(/[@＠]\s*(?:所有人|all)/iu);
    expect(done.mentionIds).toEqual(['wxid_all']);
  });

  it('a text of 20,000 characters opens one case with a short line', async () => {
    const long = `反映：${'五组的路坑坑洼洼，下雨全是水，'.repeat(1400)}`;
    const id = scene.say('刘阿婆', HERE, long.slice(0, 20_000));
    const receipt = await scene.hears(HERE, /已收到 #\d+/u, id);
    expect([...receipt.text].length).toBeLessThan(80);
    const number = /#\d+/u.exec(receipt.text)?.[0] ?? '';
    expect((await history(scene, number)).join('').length).toBeLessThan(600);
    const talk = scene.say('刘阿婆', HERE, '哈'.repeat(20_000));
    await stands(scene, number);
    expect(since(scene, HERE, talk)).toEqual([]);
  });

  it('zero-width and direction characters are read through, and none comes back', async () => {
    const id = scene.say('月亮走我也走', HERE, '反\u200B映：二\u202E组的\u2066水管\u200D爆\u00AD了\u2069');
    const receipt = await scene.hears(HERE, /已收到 #\d+ 二组的水管爆了/u, id);
    const number = /#\d+/u.exec(receipt.text)?.[0] ?? '';
    scene.say('周小满', HERE, `办\u200B结\u202E ${number}\u2060 接\u200B好了\u202C`);
    const done = await scene.hears(HERE, new RegExp(`${number} 已办结：接好了。`, 'u'), id);
    expect(receipt.text + done.text).not.toMatch(/[\u200B-\u200D\u202A-\u202E\u2060-\u2069\u00AD]/u);
  });

  it('what cannot be seen is no petition', async () => {
    const number = await raise(scene, '老贺', HERE, '一组的桥洞堵了');
    const id = scene.say('老贺', HERE, '\u200B\u200B\u202E');
    scene.say('老贺', HERE, '反映：\u200B');
    scene.say('老贺', HERE, '诉求：无');
    await stands(scene, number);
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('a picture whose download fails does not keep the case from opening', async () => {
    scene.village.faults.fileError = () => 'no such file';
    try {
      const file = { name: '坑.jpg', bytes: Buffer.alloc(40_000, 1) };
      scene.say('老唐', THERE, '', { type: 'image', file });
      const id = scene.say('老唐', THERE, '反映：二组的路塌了一个坑');
      await scene.hears(THERE, /已收到 #1 二组的路塌了一个坑/u, id);
      const asked = scene.say('田秀云', 'bot', '查 #1');
      expect((await scene.hears('田秀云', /^查 #1/u, asked)).text).toContain('附：图1张。');
    } finally {
      scene.village.faults.fileError = null;
    }
  });

  it('a payload that can never be read is counted, and the chat goes on', async () => {
    const lost = new Set<string>();
    scene.village.faults.payloadError = (id) => (lost.has(id) ? 'broken' : null);
    try {
      const post = scene.village;
      const seen = post.listen((event) => {
        if (event.type === 'line' && event.line.text === '反映：这条读不到') lost.add(event.line.id);
      });
      scene.say('老唐', THERE, '反映：这条读不到');
      seen();
      const id = scene.say('老唐', THERE, '反映：三组的水管裂了');
      await scene.hears(THERE, /已收到 #2 三组的水管裂了/u, id);
    } finally {
      scene.village.faults.payloadError = null;
    }
  });

  it('a picture taken back leaves the case; the opening taken back withdraws it', async () => {
    const number = await raise(scene, '老贺', HERE, '四组小学门口没有斑马线');
    const file = { name: 'a.jpg', bytes: Buffer.alloc(3_000, 7) };
    const picture = scene.say('老贺', HERE, '', { type: 'image', file });
    await stands(scene, number);
    expect((await history(scene, number))[1]).toBe('附：图1张。');
    scene.village.recall('wxid_he', picture);
    await stands(scene, number);
    expect((await history(scene, number))[1]).not.toContain('附：');
    const said = scene.village.lines(scene.room(HERE), 50);
    const opening = said.findLast((line) => line.from === 'wxid_he' && line.text.includes('斑马线'));
    scene.village.recall('wxid_he', opening?.id ?? '');
    await scene.hears(HERE, new RegExp(`${number} 已撤回`, 'u'), picture);
  });

  it('once an official has acted, taking the opening back leaves the handling', async () => {
    const id = scene.say('老贺', HERE, '反映：八组的水塔漏水');
    const receipt = await scene.hears(HERE, /已收到 #\d+ 八组的水塔/u, id);
    const number = /#\d+/u.exec(receipt.text)?.[0] ?? '';
    scene.say('周小满', HERE, `受理 ${number}`);
    await stands(scene, number);
    scene.village.recall('wxid_he', id);
    expect(await stands(scene, number)).toContain('已受理');
  });
});
