import { Scene } from '../support/scene.js';
import { directoryWithInspectors, leaksOf } from '../support/sealed-search.js';
import { HERE, WORK, history, raise, since, stands } from '../support/talk.js';

const CODE = /[A-Z]\d[A-Z2-9]{4}/u;

describe('密封 and 解密', () => {
  let scene: Scene;
  let plain: string;
  beforeAll(async () => {
    scene = await Scene.open({ directory: directoryWithInspectors() });
    plain = await raise(scene, '老贺', HERE, '三组的路灯坏了');
  });
  afterAll(() => scene.close());

  it('an ordinary case that is an accusation leaves its village with all its history', async () => {
    const number = await raise(scene, '刘阿婆', HERE, '四组的水渠修了两次还是漏，工程款花到哪里去了');
    const given = scene.say('周小满', HERE, `交办 ${number} @龙桂香`);
    await scene.hears(HERE, new RegExp(`${number} 已交办`, 'u'), given);
    const villager = scene.say('周小满', 'bot', `密封 石门社区${number} 我来定`);
    await scene.hears('周小满', /由纪检干部或乡镇领导来定/u, villager);
    const id = scene.say('李望秋', 'bot', `密封 石门社区${number} 说的是村干部拿工程款`);
    const done = await scene.hears('李望秋', /已转给县纪检干部/u, id);
    expect(done.text).toBe(`${number} 已转给县纪检干部，村里看不到了。`);
    const told = await scene.hears('文书音', /有一件检举控告，代号/u, id);
    const code = CODE.exec(told.text)?.[0] ?? '-';
    await scene.hears('刘阿婆', new RegExp(`只有纪检干部看得到。代号 ${code}`, 'u'), id);
    // In its village it never was.
    const gone = scene.say('龙桂香', HERE, `查 ${number}`);
    await scene.hears('龙桂香', /没有找到这一件/u, gone);
    const leader = scene.say('李望秋', 'bot', `查 ${code}`);
    await scene.hears('李望秋', /没有找到这一件/u, leader);
    const listed = scene.say('龙桂香', 'bot', '待办');
    expect((await scene.hears('龙桂香', /待办1件/u, listed)).text).not.toMatch(/水渠/u);
    const daily = scene.say('彭立新', 'bot', '日报');
    expect((await scene.hears('彭立新', /收到诉求/u, daily)).text).toMatch(/收到诉求1件/u);
    const shown = scene.say('欧清和', 'bot', `查 ${code}`);
    const text = (await scene.hears('欧清和', new RegExp(`^查 ${code} 已收到`, 'u'), shown)).text;
    expect(text).toMatch(/刘阿婆 提出：四组的水渠/u);
    expect(text).toMatch(/周小满 交办龙桂香/u);
    expect(text).toMatch(/李望秋 密封：说的是村干部拿工程款/u);
    // What was said in the group stays said; nothing else does.
    await scene.settle();
    const secret = {
      words: ['工程款花到哪里', '拿工程款', '村干部拿', code],
      knowing: ['欧清和', '文书音', '刘阿婆'],
    };
    const room = scene.room(HERE);
    const leaks = (await leaksOf(scene, secret)).filter((one) => !one.includes(`chat ${room}`) && !one.includes(':recent-text')); // prettier-ignore
    expect(leaks).toEqual([]);
    const next = await raise(scene, '谭嫂子', HERE, '五组的垃圾没人收');
    expect(next).toBe('#3');
    expect(scene.product.cli('audit', 'verify')).toMatch(
      /3 cases, 1 of them sealed, \d+ events: every history is whole/u,
    );
  });

  it('one sealed by mistake goes on in its village, in the inspector’s words, and nothing of the old goes with it', async () => {
    const id = scene.say('月亮走我也走', 'bot', '我要举报彭立新，三组路灯坏了一个月，他收了钱不修');
    const code = CODE.exec((await scene.hears('月亮走我也走', /代号/u, id)).text)?.[0] ?? '-';
    const telling = scene.say('欧清和', 'bot', `解密 ${code} 不是检举，是路灯`);
    await scene.hears('欧清和', /这句话全村都会看到/u, telling);
    const naming = scene.say('欧清和', 'bot', `解密 ${code} 彭立新没收钱`);
    await scene.hears('欧清和', /这句话全村都会看到/u, naming);
    const bare = scene.say('欧清和', 'bot', `解密 ${code}`);
    await scene.hears('欧清和', /后面的话村里会看到/u, bare);
    const opened = scene.say('欧清和', 'bot', `解密 ${code} 一组的路灯不亮 理由：查了，没有收钱的事`);
    await scene.hears('欧清和', new RegExp(`${code} 不按检举件办了，转为 #4 办理`, 'u'), opened);
    await scene.hears('月亮走我也走', new RegExp(`${code} 不按检举件办了，转为 #4 办理`, 'u'), opened);
    await scene.hears('彭立新', /#4 .*路灯不亮，村民私下反映的/u, opened);
    const steps = (await history(scene, '#4')).join('\n');
    expect(steps).toMatch(/提出：一组的路灯不亮/u);
    expect(steps).not.toMatch(/收了钱|没有收钱|月亮|举报/u);
    const shown = scene.say('文书音', 'bot', `查 ${code}`);
    const text = (await scene.hears('文书音', /^查/u, shown)).text;
    expect(text).toMatch(/欧清和 转为 #4 办理：查了，没有收钱的事/u);
    expect(text).toContain('举报彭立新');
    const again = scene.say('欧清和', 'bot', `解密 ${code} 又一次`);
    await scene.hears('欧清和', /已合并到另一件/u, again);
    expect(since(scene, WORK, id).join()).not.toMatch(/收了钱/u);
    // Who raised it is asked for their word, as always.
    scene.say('周小满', 'bot', '办结 石门社区#4 换了灯泡');
    await scene.hears('月亮走我也走', /#4 已办结：换了灯泡/u, opened);
    expect(await stands(scene, plain)).toContain('已收到');
  });
});
