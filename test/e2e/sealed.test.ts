import { Scene } from '../support/scene.js';
import { HERE, WORK, raise, since, stands } from '../support/talk.js';

const CODE = /[A-Z2-9]{6}/u;
/** Words of the accusations below: they may stand in no chat but the inspector's and the petitioner's own. */
const SECRET = /贪污|修路款|回扣|私吞|亲戚|举报/u;
const SAID = '我要举报彭立新贪污修路款，他私吞了五万块钱，还收回扣';

describe('accusations are sealed', () => {
  let scene: Scene;
  let open: string;
  beforeAll(async () => {
    scene = await Scene.open();
    open = await raise(scene, '老贺', HERE, '三组的路灯坏了');
  });
  afterAll(() => scene.close());

  /** Everything that the bot said to others than inspectors and those who accused. */
  function overheard(): string {
    const close = ['欧清和', '月亮走我也走', '刘阿婆'].map((name) => scene.person(name));
    return scene.village.sent().flatMap((one) => (close.includes(one.to) ? [] : [one.text])).join('\n'); // prettier-ignore
  }

  it('a possible one goes on the inspectors’ list alone, and stays sealed when it is taken up', async () => {
    const id = scene.say('谭嫂子', HERE, '修路的钱去了哪里，肯定有人吃了回扣，村干部都不清白');
    await stands(scene, open);
    await scene.pass(61_000);
    const list = await scene.hears('欧清和', /可能是检举，只发给您/u, id);
    const line = /^(\d+) 谭嫂子/mu.exec(list.text)?.[1] ?? '-';
    const taken = scene.say('欧清和', 'bot', `登记 ${line}`);
    await scene.hears('欧清和', /有一件检举控告，代号/u, taken);
    await scene.settle();
    expect(since(scene, HERE, id)).toEqual([]);
    expect(since(scene, '周小满', id)).toEqual([]);
    expect(since(scene, WORK, id)).toEqual([]);
  });

  it('one in private gets a code, the inspectors hear of it, nobody else does', async () => {
    const id = scene.say('月亮走我也走', 'bot', SAID);
    const receipt = await scene.hears('月亮走我也走', /只有纪检干部看得到。代号/u, id);
    const code = CODE.exec(receipt.text)?.[0] ?? '-';
    const told = await scene.hears('欧清和', /有一件检举控告/u, id);
    expect(told.text).toContain(code);
    // Not even to the inspector before they ask.
    expect(told.text).not.toMatch(SECRET);
    const shown = scene.say('欧清和', 'bot', `查 ${code}`);
    expect((await scene.hears('欧清和', new RegExp(`^查 ${code}`, 'u'), shown)).text).toContain('修路款');
    const own = scene.say('月亮走我也走', 'bot', `查 ${code}`);
    expect((await scene.hears('月亮走我也走', new RegExp(`^查 ${code} 已收到`, 'u'), own)).text).not.toMatch(
      /办理人|彭立新$/u,
    );
    for (const who of ['彭立新', '周小满', '李望秋', '县办', '老贺']) {
      const asked = scene.say(who, 'bot', `查 ${code}`);
      await scene.hears(who, /没有找到这一件/u, asked);
    }
    expect(overheard()).not.toMatch(SECRET);
    expect(overheard()).not.toContain(code);
  });

  it('one in the group gets nothing in the group; the writer and the inspectors hear privately', async () => {
    const id = scene.say('刘阿婆', HERE, '反映：村主任彭立新把低保给了亲戚，收人家回扣，我要检举他');
    await stands(scene, open);
    await scene.pass(61_000); // a list, where it is one, is told by the sweep
    const told = await scene.hears('欧清和', /检举/u, id);
    expect(told.text).toMatch(/代号|可能是检举/u);
    await scene.settle();
    expect(since(scene, HERE, id)).toEqual([]);
    expect(overheard()).not.toMatch(SECRET);
  });

  it('stands in no list, no figure and no metric', async () => {
    for (const who of ['周小满', '彭立新', '李望秋', '县办']) {
      for (const asked of ['待办', '超期', '日报']) {
        const id = scene.say(who, 'bot', asked);
        const answer = await scene.hears(who, /待办|没有|收到诉求/u, id);
        expect(answer.text).not.toMatch(SECRET);
        if (asked === '日报') expect(answer.text).toMatch(/收到诉求1件、回复0件、1件办理中/u);
        if (asked === '待办') expect(answer.text).toMatch(/待办1件/u);
      }
    }
    await scene.pass(9 * 3600_000);
    const post = await scene.hears(HERE, /^石门社区 5月2日/u);
    expect(post.text).toMatch(/收到诉求1件、回复0件、1件办理中/u);
    expect(overheard()).not.toMatch(SECRET);
    const metrics = await (await fetch(`${scene.product.url}/metrics`)).text();
    const figures = metrics.split('\n').filter((line) => !line.startsWith('#'));
    expect(figures.join('\n')).not.toMatch(/discipline|sealed|举报/u);
    expect(scene.product.errors + scene.product.output).not.toMatch(SECRET);
  });

  it('is handled by inspectors alone, in private; the accuser hears privately and may rate', async () => {
    const receipt = await scene.hears('月亮走我也走', /只有纪检干部看得到/u);
    const code = CODE.exec(receipt.text)?.[0] ?? '-';
    const id = scene.say('欧清和', 'bot', '待办');
    expect((await scene.hears('欧清和', /待办/u, id)).text).toContain(`\n${code}，`);
    const given = scene.say('欧清和', 'bot', `交办 ${code} @周小满`);
    await scene.hears('欧清和', /检举控告件，只能交给纪检干部/u, given);
    const posted = scene.say('欧清和', 'bot', `办结 ${code} 查实了，已经处理`);
    const asked = await scene.hears('月亮走我也走', new RegExp(`${code} 已办结`, 'u'), posted);
    expect(asked.text).toContain(`满意 ${code}`);
    const rated = scene.say('月亮走我也走', 'bot', `满意 ${code}`);
    await scene.hears('月亮走我也走', new RegExp(`${code} 已归档`, 'u'), rated);
    const shown = scene.say('欧清和', 'bot', `查 ${code}`);
    await scene.hears('欧清和', new RegExp(`^查 ${code} 已归档`, 'u'), shown);
    await scene.settle();
    expect(since(scene, WORK, posted)).toEqual([]);
    expect(since(scene, HERE, rated)).toEqual([]);
    expect(overheard()).not.toContain(code);
  });

  it('in a group even its code is answered by nothing that tells', async () => {
    const id = scene.say('欧清和', 'bot', '待办');
    const code = /[A-Z2-9]{6}/u.exec((await scene.hears('欧清和', /待办/u, id)).text)?.[0] ?? '-';
    const before = scene.say('老贺', HERE, `查 ${code}`);
    await scene.hears('老贺', /没有找到这一件/u, before);
    scene.say('欧清和', HERE, `查 ${code}`);
    await stands(scene, open);
    await scene.settle();
    expect(since(scene, HERE, before).join('')).not.toMatch(SECRET);
  });
});
