import { appendFile, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Scene } from '../support/scene.js';
import { directoryWithInspectors, leaksOf, type Secret } from '../support/sealed-search.js';
import { HERE, raise, since, stands } from '../support/talk.js';

const CODE = /[A-Z]\d[A-Z2-9]{4}/u;
const SAID = '我要举报彭立新贪污修路款，他私吞了五万块钱，还收回扣';
const IN_GROUP = '反映：村主任彭立新把低保给了亲戚，收人家回扣，我要检举他';
const WORDS = ['贪污修路款', '私吞', '五万块', '把低保给了亲戚', '收人家回扣', '吃了回扣', '已经找他谈了话'];

/** What only inspectors know, whatever the accused, the cadres and the curious try. */
describe('nothing of an accusation stands anywhere else', () => {
  let scene: Scene;
  let open: string;
  let code: string;
  let secret: Secret;
  let groupId: string;
  let line: string;
  beforeAll(async () => {
    const directory = directoryWithInspectors();
    scene = await Scene.open({ directory, env: { LOG_LEVEL: 'debug' } });
    open = await raise(scene, '老贺', HERE, '三组的路灯坏了');
    const id = scene.say('月亮走我也走', 'bot', SAID);
    code = CODE.exec((await scene.hears('月亮走我也走', /代号/u, id)).text)?.[0] ?? '-';
    const doubt = scene.say('谭嫂子', HERE, '修路的钱去了哪里，肯定有人吃了回扣，村干部都不清白');
    await stands(scene, open);
    await scene.pass(61_000);
    const list = await scene.hears('欧清和', /可能是检举，只发给您/u, doubt);
    line = /^(\d+) 谭嫂子/mu.exec(list.text)?.[1] ?? '-';
    groupId = scene.say('刘阿婆', HERE, IN_GROUP);
    const told = await scene.hears('欧清和', /检举/u, groupId);
    secret = { words: [...WORDS, code, CODE.exec(told.text)?.[0] ?? code], knowing: ['欧清和', '文书音', '月亮走我也走', '刘阿婆', '老贺'] }; // prettier-ignore
  });
  afterAll(() => scene.close());

  it('tells its sender a code and the hotline, privately, and the group nothing', async () => {
    expect((await scene.hears('月亮走我也走', /代号/u)).text).toContain('12388');
    await stands(scene, open);
    expect(since(scene, HERE, groupId)).toEqual([]);
  });

  it('answers the accused as for a case that never was, whatever is tried on the code', async () => {
    const tries = ['查', '受理', '办结', '导出', '撤回', '附议', '公开', '不是诉求', '解除督办'].map((verb) => `${verb} ${code}`); // prettier-ignore
    const more = [
      `交办 ${code} @吴小军`, `转办 ${code} 交通局`, `退回 ${code} 不归我`, `进展 ${code} 在查`, `改类 ${code} 环境卫生`, `督办 ${code} 快办`,
      `延期 ${code} 3天 忙`, `不予受理 ${code} 不实`, `密封 ${code} 试试`, `解密 ${code} 三组路灯坏了`, `合并 ${code} 石门社区${open}`, `合并 石门社区${open} ${code}`,
      `满意 ${code}`,
    ]; // prettier-ignore
    const nothing = await scene.hears('彭立新', /没有找到/u, scene.say('彭立新', 'bot', '查 Q9ZZZZ'));
    for (const text of [...tries, ...more]) {
      const id = scene.say('彭立新', 'bot', text);
      expect({ text, answer: (await scene.hears('彭立新', /./u, id)).text }).toEqual({
        text,
        answer: nothing.text,
      });
    }
  });

  it('gives nothing to lists, quotes, suggestions and what joins them', async () => {
    for (const who of ['彭立新', '周小满', '李望秋', '县办'])
      for (const asked of ['待办', '超期', '日报']) {
        const id = scene.say(who, 'bot', asked);
        await scene.hears(who, /待办|没有|收到诉求/u, id);
      }
    scene.say('彭立新', HERE, '登记', { quote: groupId });
    scene.say('彭立新', HERE, '这是乱说，哪个讲的', { quote: groupId });
    scene.say('周小满', HERE, `查 ${code}`);
    // An inspector's slip: what may be an accusation goes into no village's case.
    const slip = scene.say('欧清和', 'bot', `并入 ${line} 石门社区${open}`);
    await scene.hears('欧清和', /可能是检举的，不能并到/u, slip);
    const joined = scene.say('欧清和', 'bot', `并入 ${line} ${code}`);
    await scene.hears('欧清和', /1条并入/u, joined);
    expect(await stands(scene, open)).not.toMatch(/附议|回扣/u);
  });

  it('records every look and every copy, of two inspectors at once too', async () => {
    const both = ['欧清和', '文书音'].map((who) => scene.say(who, 'bot', `查 ${code}`));
    await Promise.all(['欧清和', '文书音'].map((who, i) => scene.hears(who, /修路款/u, both[i])));
    scene.say('欧清和', 'bot', `进展 ${code} 已经找他谈了话`);
    const copy = scene.say('文书音', 'bot', `导出 ${code}`);
    const page = await scene.hears('文书音', /水印/u, copy);
    expect(page.text).toMatch(new RegExp(`^【内部材料 ${code} 第1/\\d+页 水印[0-9a-f]{8} 文书音（[0-9a-f]{8}）2026-05-02 09:01 导出`, 'u')); // prettier-ignore
    const mark = /水印([0-9a-f]{8})/u.exec(page.text)?.[1] ?? '-';
    await scene.hears('文书音', new RegExp(`已导出，水印 ${mark}`, 'u'), copy);
    const copied = scene.village
      .sent()
      .filter((one) => one.to === scene.person('文书音') && one.text.startsWith('【'));
    expect(copied.every((one) => one.text.includes(`水印${mark} 文书音`))).toBe(true);
    expect(copied.map((one) => one.text).join('\n')).toContain(SAID);
    const again = scene.say('欧清和', 'bot', `查 ${code}`);
    const shown = await scene.hears('欧清和', /看过/u, again);
    expect(shown.text).toMatch(/看过3次，最近：.*欧清和.*文书音|看过3次，最近：.*文书音.*欧清和/u);
    expect(shown.text).toContain(`文书音 导出，水印 ${mark}`);
    const listed = scene.say('欧清和', 'bot', '待办');
    const list = await scene.hears('欧清和', new RegExp(`\n${code}，`, 'u'), listed);
    expect(list.text).not.toMatch(/修路款|彭立新/u);
    const own = scene.say('月亮走我也走', 'bot', `查 ${code}`);
    expect((await scene.hears('月亮走我也走', /^查/u, own)).text).toBe(`查 ${code} 办理中。`);
  });

  it('keeps an inspector who is named in one out of it', async () => {
    const id = scene.say('老贺', 'bot', '我要举报纪检干部欧清和收礼，吃了回扣');
    const told = await scene.hears('文书音', /检举控告，代号/u, id);
    const other = CODE.exec(told.text)?.[0] ?? '-';
    expect(other).not.toBe(code);
    const asked = scene.say('欧清和', 'bot', `查 ${other}`);
    await scene.hears('欧清和', /没有找到这一件/u, asked);
    expect(scene.said('欧清和').join('\n')).not.toContain(other);
    const listed = scene.say('欧清和', 'bot', '待办');
    expect((await scene.hears('欧清和', /待办/u, listed)).text).not.toContain(other);
    const given = scene.say('文书音', 'bot', `交办 ${other} @欧清和`);
    await scene.hears('文书音', /要回避/u, given);
  });

  it('leaves no word, no code and no name in chats, log, metrics and Redis; after a day not even what was quoted', async () => {
    await scene.settle();
    const spoken = (await leaksOf(scene, secret)).filter((leak) => !leak.includes(':recent-text'));
    expect(spoken).toEqual([]);
    await scene.pass(25 * 3600_000);
    await scene.settle();
    expect(await leaksOf(scene, secret)).toEqual([]);
    // Redis alone does not tell who accuses.
    const named = await leaksOf(scene, { words: ['月亮走我也走'], knowing: secret.knowing });
    expect(named).toEqual([]);
  });

  it('finds what it looks for: the same words of an ordinary case are found', async () => {
    const found = await leaksOf(scene, { words: ['三组的路灯坏了'], knowing: [] });
    expect(found.some((one) => one.includes('in Redis'))).toBe(true);
    expect(found.some((one) => one.includes('in chat'))).toBe(true);
  });

  it('verifies every history, and keeps its key outside Redis, for its own user alone', async () => {
    expect(scene.product.cli('audit', 'verify')).toMatch(
      /4 cases, 3 of them sealed, \d+ events: every history is whole/u,
    );
    const file = join(scene.product.folder, 'data', 'sealed.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const key = (await readFile(file, 'utf8')).trim();
    expect(await leaksOf(scene, { words: [key], knowing: [] })).toEqual([]);
  });

  it('says so when the key is lost, destroys nothing, goes on, and opens again with it', async () => {
    const file = join(scene.product.folder, 'data', 'sealed.key');
    await scene.product.stop();
    await rename(file, `${file}.away`);
    await scene.startProduct();
    expect(scene.product.output).toMatch(/有密封件打不开：密钥 \S+ 不在。内容没有丢/u);
    const asked = scene.say('欧清和', 'bot', `查 ${code}`);
    await scene.hears('欧清和', /现在打不开：密钥不在。内容没有丢/u, asked);
    const curious = scene.say('彭立新', 'bot', `查 ${code}`);
    await scene.hears('彭立新', /没有找到这一件/u, curious);
    const listed = scene.say('欧清和', 'bot', '待办');
    await scene.hears('欧清和', /另有3件打不开/u, listed);
    expect(await stands(scene, open)).toContain('已收到');
    const fresh = scene.say('谭嫂子', 'bot', '我要举报彭立新虚报冒领补贴款');
    const taken = CODE.exec((await scene.hears('谭嫂子', /代号/u, fresh)).text)?.[0] ?? '-';
    const shown = scene.say('文书音', 'bot', `查 ${taken}`);
    await scene.hears('文书音', /虚报冒领/u, shown);
    const audit = scene.product.cli('audit', 'verify');
    expect(audit).toMatch(
      /every history is whole\n3 sealed cases were walked from outside only: their key is not here/u,
    );
    await scene.product.stop();
    const made = await readFile(file, 'utf8');
    await rename(`${file}.away`, file);
    await appendFile(file, made);
    await scene.startProduct();
    for (const [one, words] of [
      [code, /修路款/u],
      [taken, /虚报冒领/u],
    ] as const) {
      const opened = scene.say('文书音', 'bot', `查 ${one}`);
      await scene.hears('文书音', words, opened);
    }
    expect(scene.product.cli('audit', 'verify')).toMatch(
      /every history is whole\nrecord: \d+ entries in \d months: whole\n$/u,
    );
  });
});
