import { readdirSync } from 'node:fs';
import { dayKey } from '../../src/cases/calendar.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/product.js';
import { HERE, THERE, raise, since, stands } from '../support/talk.js';
import { cellsOf, unzip } from '../support/unzip.js';

const DAY = 24 * 3600_000;
const OPTIONS = {
  settings: 'quiet_hours: off\npacing: off\nretention: { closed_days: 20 }\nclose_after_days: 3\n',
};

describe('exports, forgetting, and the record of both', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open(OPTIONS);
  });
  afterAll(() => scene.close());

  /** Whether the command line answers so; a fault is an answer, too. */
  function cli(...args: string[]): { ok: boolean; text: string } {
    try {
      return { ok: true, text: scene.product.cli(...args) };
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return { ok: false, text: `${stdout}${stderr}` };
    }
  }

  /** Goes to the next night, and through what it does. */
  async function night(): Promise<void> {
    await scene.pass(DAY);
    await scene.settle(500);
  }

  it('an admin gets the month as a file in private, while cases change; nobody else does', async () => {
    const lamp = await raise(scene, '老贺', HERE, '三组的路灯坏了，打13812345678');
    scene.say('月亮走我也走', 'bot', '我要举报彭立新贪污修路款，他私吞了五万块钱，还收回扣');
    await scene.hears('月亮走我也走', /只有纪检干部看得到/u);
    const asked = scene.say('县办', 'bot', '导出 5月');
    const done = scene.say('周小满', HERE, `办结 ${lamp} 换了灯泡`);
    expect((await scene.hears('县办', /2026年5月：/u, asked)).text).toContain('不含检举控告');
    const file = await scene.hears('县办', /^衡岭县-2026-05\.xlsx$/u, asked);
    const bytes = await scene.village.file(file.id);
    const files = unzip(bytes?.bytes ?? Buffer.alloc(0));
    const sheets = [1, 2, 3].map((n) => cellsOf(files.get(`xl/worksheets/sheet${n}.xml`) ?? ''));
    expect(sheets[0]?.[0]?.[0]).toMatch(/^衡岭县 2026年5月　县办 2026-05-02 09:00 导出/u);
    expect(sheets[0]?.length).toBe(3);
    expect(sheets.flat(2).join('\n')).not.toMatch(/13812345678|老贺|举报|回扣|wxid/u);
    await scene.hears(HERE, new RegExp(`${lamp} 已办结`, 'u'), done);
    const refused = scene.say('周小满', 'bot', '导出 5月');
    await scene.hears('周小满', /导出由管理员或乡镇领导来做/u, refused);
    const leader = scene.say('李望秋', 'bot', '导出 2026-05 csv');
    await scene.hears('李望秋', /店门镇 2026年5月：1件/u, leader);
    await scene.hears('李望秋', /^衡岭县-2026-05-rates\.csv$/u, leader);
    const future = scene.say('县办', 'bot', '导出 2027-05');
    await scene.hears('县办', /还没到/u, future);
    const villager = scene.say('谭嫂子', 'bot', '导出 5月');
    await scene.settle();
    expect(since(scene, '谭嫂子', villager).join('')).not.toMatch(/导出|件/u);
  });

  it('the command line exports the same, and refuses nonsense with one line', () => {
    const out = `${scene.product.folder}/may.xlsx`;
    const summary = cli('export', '--month', '2026-05', '--out', out, '--json');
    expect(JSON.parse(summary.text)).toMatchObject({ month: '2026-05', cases: 1, events: 2 });
    expect(cli('export', '--month', '2026-13', '--out', out)).toMatchObject({ ok: false });
    const future = cli('export', '--month', '2027-05', '--out', `${scene.product.folder}/future.csv`);
    expect(future).toEqual({
      ok: false,
      text: 'huiyin export: 2027-05 has not begun yet; name a month up to now\n',
    });
    expect(readdirSync(scene.product.folder).filter((name) => name.startsWith('future'))).toEqual([]);
    expect(cli('export', '--month', '2026-05', '--out', '/nowhere/x.xlsx').text).toContain(
      'cannot write into',
    );
    expect(cli('export', '--month', '2026-05', '--out', out, '--place', '天上').text).toContain('no place');
  });

  it('a villager is forgotten once nothing of theirs is open; what they say later is a new person’s', async () => {
    const first = scene.say('老贺', 'bot', '忘记我');
    expect((await scene.hears('老贺', /只留编号和结果/u, first)).text).toContain('#1还没办完');
    const sure = scene.say('老贺', 'bot', '确认忘记我');
    await scene.hears('老贺', /#1办完或撤回以后/u, sure);
    const rated = scene.say('老贺', HERE, '满意 #1');
    await stands(scene, '#1');
    await scene.settle();
    expect(since(scene, HERE, rated).filter((text) => text.includes('已归档')).length).toBeLessThanOrEqual(1);
    await night();
    expect((await scene.hears('县办', /昨夜清理/u)).text).toBe(
      '昨夜清理：0件到期的旧件隐去了个人信息，按本人要求忘掉1人。',
    );
    expect(await stands(scene, '#1')).toBe('查 #1 已归档。');
    const after = scene.say('老贺', 'bot', '满意');
    await scene.settle();
    expect(since(scene, '老贺', after).join('')).not.toContain('#1');
    const fresh = await raise(scene, '老贺', HERE, '二组的水管爆了');
    expect(fresh).toBe('#2');
    const officials = scene.say('周小满', 'bot', '忘记我');
    await scene.hears('周小满', /办过的件要留底/u, officials);
  });

  it('a person is erased from the command line on the running product, told first, done once', async () => {
    await raise(scene, '谭嫂子', HERE, '谭家门口的垃圾没人清，电话13987654321');
    const hers = await raise(scene, '刘阿婆', HERE, '谭家门口臭得很，垃圾没人清');
    scene.say('周小满', HERE, `合并 ${hers} #3`);
    expect(await stands(scene, hers)).toContain('已合并');
    // A neighbour's own case would end with it.
    expect(cli('erase', '--person', '谭嫂子@石门社区', '--yes').text).toContain(`拆分 ${hers} first`);
    scene.say('周小满', HERE, `拆分 ${hers}`);
    expect(await stands(scene, hers)).toContain('已收到');
    const told = cli('erase', '--person', '谭嫂子@石门社区');
    expect(told.ok).toBe(false);
    expect(told.text).toMatch(/1 of them are still open and are withdrawn first[\s\S]*Nothing was done/u);
    const erased = cli('erase', '--person', '谭嫂子@石门社区', '--yes');
    expect(erased).toMatchObject({ ok: true });
    expect(erased.text).toMatch(/Done: 1 own cases/u);
    expect(cli('erase', '--person', '谭嫂子@石门社区', '--yes').text).toContain('nobody is called');
    expect(cli('erase', '--person', 'wxid_zhou', '--yes').text).toContain('stands in directory.yaml');
    expect(await stands(scene, '#3')).toMatch(/^查 #3 已撤回/u);
    const again = scene.say('谭嫂子', HERE, '撤回');
    await stands(scene, '#3');
    expect(since(scene, HERE, again).join('')).not.toContain('#3');
    expect(await raise(scene, '谭嫂子', HERE, '还是没人清垃圾')).toBe('#5');
  });

  it('what is past its days loses what is personal, by the injected clock, told once', async () => {
    scene.say('周小满', HERE, '办结 #2 修好了水管');
    await scene.hears(HERE, /#2 已办结/u);
    for (let day = 0; day < 26; day += 1) await scene.pass(DAY);
    const line = await scene.hears('县办', /昨夜清理：1件到期/u);
    expect(line.text).toContain('忘掉0人');
    expect(scene.said('县办').filter((text) => text.includes('昨夜清理：1件'))).toHaveLength(1);
    expect(await stands(scene, '#2')).toBe('查 #2 已归档。');
  });

  it('all of it stands in the record; verify finds it whole', async () => {
    await until(
      () => (cli('audit', 'verify').ok ? true : null),
      () => cli('audit', 'verify').text,
    );
    expect(cli('audit', 'verify').text).toMatch(
      /every history is whole\nrecord: \d+ entries in \d months: whole/u,
    );
    const shown = cli('audit', 'show', '--month', '2026-05').text;
    expect(shown).toMatch(/周小满 {2}resolve {2}店门镇\/石门社区#1 {2}ok/u);
    expect(shown).toMatch(/县办 {2}export xlsx {2}- {2}ok {2}month=2026-05/u);
    expect(shown).toMatch(/周小满 {2}export {2}- {2}refuse_export_rights/u);
    // The command line follows the machine’s clock here: the product’s stands in May.
    const today = cli('audit', 'show', '--month', dayKey(Date.now()).slice(0, 7)).text;
    expect(today).toMatch(/cli {2}erase person/u);
    expect(shown).toMatch(/system {2}retention anonymise/u);
    expect(today).toMatch(/config first_seen .*file=settings.yaml/u);
    expect(shown + today).not.toMatch(/老贺|谭嫂子|路灯|回扣/u);
    expect(cli('audit', 'show', '--month', '2026-05', '--person', '周小满').text).not.toContain('县办');
  });

  it('a group that it was newly taken into hears once who it is; the others never', async () => {
    expect(scene.said(HERE).join('')).not.toContain('忘记我');
    expect(scene.said(THERE).join('')).not.toContain('忘记我');
    scene.village.addPerson({ id: 'wxid_new', name: '新村民' });
    const id = scene.room(THERE);
    scene.village.leave(id, [scene.village.bot.id]);
    scene.village.join(id, [scene.village.bot.id], scene.person('周小满'));
    const said = await scene.hears(THERE, /我是衡岭县的回音，由县办管/u);
    expect(said.text).toContain('20天后隐去姓名');
    scene.village.leave(id, [scene.village.bot.id]);
    scene.village.join(id, [scene.village.bot.id], scene.person('周小满'));
    await scene.settle();
    expect(scene.said(THERE).filter((text) => text.includes('忘记我'))).toHaveLength(1);
  });
});
