import { PATIENCE_MS } from '../support/patience.js';
import { until } from '../support/product.js';
import { Scene } from '../support/scene.js';
import { HERE, raise } from '../support/talk.js';

const WORLD = `
county: 衡岭县
groups:
  - { topic: 石门社区监督服务群, kind: village, place: 店门镇/石门社区 }
  - { topic: 店门镇工作群, kind: work, place: 店门镇 }
people:
  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区, contact: wxid_zhou }
  - { name: 龙桂香, role: grid_worker, place: 店门镇/石门社区, contact: wxid_long }
  - { name: 谢白沙, role: village_cadre, place: 店门镇/石门社区, contact: wxid_bai }
  - { name: 李望秋, role: township_leader, place: 店门镇, contact: wxid_li }
  - { name: 县办, role: admin, place: '', contact: wxid_admin }
`;
/** As the product has it: one more village, whose group nobody has made yet, and one group named by its id. */
const DIRECTORY = WORLD.replace('谢白沙, role: village_cadre, place: 店门镇/石门社区', '谢白沙, role: village_cadre, place: 店门镇/白沙村').replace(
  'people:',
  `  - { topic: 白沙村便民服务群, kind: village, place: 店门镇/白沙村 }
  - { id: 20000000005@chatroom, kind: village, place: 店门镇/青石村 }
  - { topic: 青石村二群, kind: village, place: 店门镇/青石村 }
people:`,
); // prettier-ignore

const TOPIC = '白沙村便民服务群';
const BAISHA = '20000000001@chatroom';
const TWIN = '20000000002@chatroom';
const BY_ID = '20000000005@chatroom';
const SECOND = '20000000006@chatroom';
const FOREIGN = '20000000009@chatroom';

describe('which groups are served', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ directory: DIRECTORY, world: WORLD });
  });
  afterAll(() => scene.close());

  const post = (from: string, room: string, text: string): string =>
    scene.village.post({ from: scene.person(from), room, text });
  const saidIn = (room: string): string[] =>
    scene.village.sent().flatMap((one) => (one.to === room ? [one.text] : []));
  /** What the admin was told that fits. */
  const told = (pattern: RegExp): string[] => scene.said('县办').filter((text) => pattern.test(text));
  const answered = (room: string, pattern: RegExp): Promise<unknown> =>
    scene.village.waitFor((one) => one.to === room && pattern.test(one.text), PATIENCE_MS);

  /** Until the bot answers there: it looks at who came in beside the messages. */
  async function served(who: string, room: string): Promise<void> {
    await until(
      async () => {
        const id = post(who, room, '帮助');
        await scene.settle(200);
        const from = scene.village.line(id)?.seq ?? Infinity;
        const answers = scene.village.sent().filter((one) => (scene.village.line(one.id)?.seq ?? 0) > from);
        return answers.some((one) => one.to === room || one.to === scene.person(who)) ? true : null;
      },
      () => `${room} is not served`,
    );
  }

  it('a group that nobody registered gets no word, and the admins one line, once', async () => {
    scene.village.addRoom({ id: FOREIGN, topic: '跳舞群', members: ['wxid_he', 'wxid_zhou', 'wxid_admin'] });
    await scene.hears('县办', /我在“跳舞群”群里，名册里没有这个群/u);
    for (const text of ['反映：路灯坏了三天了', '救命，电线掉下来冒火了']) post('老贺', FOREIGN, text);
    for (const text of ['受理 #1', '帮助', '日报', '登记 路灯坏了', '静默']) post('周小满', FOREIGN, text);
    scene.village.rename(FOREIGN, '跳舞二群', 'wxid_he');
    await raise(scene, '老贺', HERE, '三组的路灯坏了');
    await scene.settle(500);
    expect(saidIn(FOREIGN)).toEqual([]);
    expect(told(/跳舞/u)).toHaveLength(1);
    expect(told(/跳舞/u)[0]).not.toMatch(/路灯|电线/u);
  });

  it('a registered topic is bound only once an official of its place is inside', async () => {
    // Villagers can call a group what they like; a cadre of another village gives it no right either.
    scene.village.addRoom({ id: BAISHA, topic: TOPIC, members: ['wxid_tang', 'wxid_he', 'wxid_zhou'] });
    await scene.hears('县办', /群名“白沙村便民服务群”.*没有已绑定的本地干部，先不服务/u);
    post('老唐', BAISHA, '反映：一组的水渠堵了');
    await scene.settle(500);
    expect(saidIn(BAISHA)).toEqual([]);
    scene.village.join(BAISHA, ['wxid_bai'], 'wxid_tang');
    await served('老唐', BAISHA);
    post('老唐', BAISHA, '反映：一组的水渠又堵了');
    await answered(BAISHA, /已收到 #1 一组的水渠又堵了。谢白沙/u);
    expect(told(/没有已绑定的本地干部/u)).toHaveLength(1);
  });

  it('a second group of that name is left alone and told once', async () => {
    scene.village.addRoom({ id: TWIN, topic: TOPIC, members: ['wxid_he', 'wxid_bai', 'wxid_li'] });
    await scene.hears('县办', /又有一个叫“白沙村便民服务群”的群/u);
    post('老贺', TWIN, '反映：二组的路塌了');
    post('谢白沙', TWIN, '受理 #1');
    post('谢白沙', TWIN, '查 #1');
    await scene.settle(500);
    expect(saidIn(TWIN)).toEqual([]);
    expect(told(/又有一个叫/u)).toHaveLength(1);
  });

  it('after that the id counts: renamed it is served on, and the admins are told once', async () => {
    scene.village.rename(BAISHA, '白沙村一家亲', 'wxid_tang');
    await scene.hears('县办', /“白沙村便民服务群”改名为“白沙村一家亲”了，我照旧服务/u);
    post('老唐', BAISHA, '反映：二组的井盖没了');
    await answered(BAISHA, /已收到 #2 二组的井盖没了/u);
    // The twin, now the only one of that name, does not slip in.
    post('老贺', TWIN, '反映：三组的路塌了');
    await scene.settle(500);
    expect(saidIn(TWIN)).toEqual([]);
    expect(told(/改名为/u)).toHaveLength(1);
  });

  it('so it is after a restart, also when the official has left', async () => {
    scene.village.leave(BAISHA, ['wxid_bai']);
    expect(await scene.product.stop()).toBe(0);
    await scene.startProduct();
    post('老唐', BAISHA, '反映：三组的桥断了');
    await answered(BAISHA, /已收到 #3 三组的桥断了/u);
    await scene.settle(500);
    for (const once of [/跳舞/u, /没有已绑定的本地干部/u, /又有一个叫/u, /改名为/u])
      expect(told(once)).toHaveLength(1);
    expect(saidIn(TWIN)).toEqual([]);
  });

  it('a group named by its id is served whatever it is called', async () => {
    scene.village.addRoom({ id: BY_ID, topic: '青石村大家庭', members: ['wxid_qin', 'wxid_li'] });
    await scene.settle(500);
    post('覃老师', BY_ID, '反映：村部的门坏了');
    await answered(BY_ID, /已收到 #1 村部的门坏了/u);
    expect(told(/青石村/u)).toEqual([]);
  });

  it('two groups of one village share its numbers, and each hears of its own cases', async () => {
    scene.village.addRoom({ id: SECOND, topic: '青石村二群', members: ['wxid_he', 'wxid_li'] });
    await scene.settle(500);
    post('老贺', SECOND, '反映：村口的路灯坏了');
    await answered(SECOND, /已收到 #2 村口的路灯坏了/u);
    post('李望秋', SECOND, '办结 #1 换了锁');
    await answered(BY_ID, /#1 已办结：换了锁/u);
    await scene.settle(500);
    expect(saidIn(SECOND).join('')).not.toContain('换了锁。好了吗');
  });
});
