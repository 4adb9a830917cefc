import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../support/product.js';
import { Scene } from '../support/scene.js';
import { HERE, raise, since, stands } from '../support/talk.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Three officials whose contacts nobody knows yet; the village gives them wxid_new_N. */
const DIRECTORY = `
county: 衡岭县
groups:
  - { topic: 石门社区监督服务群, kind: village, place: 店门镇/石门社区 }
  - { topic: 店门镇工作群, kind: work, place: 店门镇 }
people:
  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区 }
  - { name: 龙桂香, role: grid_worker, place: 店门镇/石门社区, contact: wxid_long }
  - { name: 李望秋, role: township_leader, place: 店门镇 }
  - { name: 电力所, role: department, place: 店门镇, categories: [utility] }
  - { name: 县办, role: admin, place: '', contact: wxid_admin }
`;

describe('people enrol with a one-time code', () => {
  let scene: Scene;
  let number: string;
  beforeAll(async () => {
    scene = await Scene.open({ directory: DIRECTORY });
    number = await raise(scene, '老贺', HERE, '三组的路灯坏了');
  });
  afterAll(() => scene.close());

  /** A code from the admin's command. */
  async function codeFor(name: string): Promise<string> {
    const id = scene.say('县办', 'bot', `发码 ${name}`);
    const answer = await scene.hears('县办', new RegExp(`${name}的绑定码 \\d{6}`, 'u'), id);
    return /\d{6}/u.exec(answer.text)?.[0] ?? '';
  }

  /** Until the bot has taken the friend request. */
  async function accepted(name: string): Promise<void> {
    await until(
      () => (scene.village.isFriend(scene.person(name)) ? true : null),
      () => `${name} was not accepted`,
    );
  }

  it('before that the name alone gives no right', async () => {
    const id = scene.say('周小满', HERE, `受理 ${number}`);
    expect(await stands(scene, number)).toContain('已收到');
    expect(since(scene, HERE, id)).toEqual([]);
  });

  it('发码 is the admin’s alone, in private alone, and for names of the directory', async () => {
    const cadre = scene.say('龙桂香', 'bot', '发码 周小满');
    await scene.hears('龙桂香', /发码要管理员来做/u, cadre);
    const unknown = scene.say('县办', 'bot', '发码 王五');
    await scene.hears('县办', /没找到“王五”/u, unknown);
    expect(scene.village.sent().filter((one) => /\d{6}/u.test(one.text))).toEqual([]);
  });

  it('a friend request that carries a code is accepted and enrols', async () => {
    const code = await codeFor('周小满');
    expect(scene.village.isFriend(scene.person('周小满'))).toBe(false);
    scene.village.befriend(scene.person('周小满'), '我是老周，加一下');
    scene.village.befriend(scene.person('周小满'), `绑定 ${code}`);
    await accepted('周小满');
    scene.say('周小满', HERE, `受理 ${number}`);
    expect(await stands(scene, number)).toContain('已受理');
  });

  it('a code works once', async () => {
    const code = await codeFor('李望秋');
    scene.village.setFriend('wxid_he', true);
    scene.village.befriend(scene.person('李望秋'), code);
    await accepted('李望秋');
    const id = scene.say('老贺', 'bot', `绑定 ${code}`);
    await scene.hears('老贺', /这个码不对/u, id);
    const todo = scene.say('老贺', 'bot', '待办');
    await scene.settle(400);
    expect(since(scene, '老贺', todo).join('')).not.toContain('路灯');
    const own = scene.say('李望秋', 'bot', '待办');
    await scene.hears('李望秋', /石门社区#1 三组的路灯坏了/u, own);
  });

  it('a code from the command line does too, typed in a private chat in any form', async () => {
    const env = {
      ...process.env,
      HUIYIN_DATA: join(scene.product.folder, 'data'),
      HUIYIN_CONFIG: join(scene.product.folder, 'config'),
      HUIYIN_CLOCK: 'manual',
    };
    const cli = (...args: string[]): string =>
      execFileSync(process.execPath, [CLI, 'people', ...args], { env, encoding: 'utf8' });
    const stdout = cli('code', '电力所');
    const code = /绑定 (\d{6})/u.exec(stdout)?.[1] ?? '';
    scene.village.setFriend(scene.person('电力所'), true);
    const id = scene.say('电力所', 'bot', `绑定：${code.slice(0, 3)} ${code.slice(3)}`);
    await scene.hears('电力所', /绑定好了，电力所/u, id);
    scene.say('周小满', HERE, `交办 ${number} @电力所`);
    await scene.hears('电力所', /#1 .*交给您办/u, id);
    expect(cli()).toMatch(/enrolled\s+电力所/u);
  });

  it('five wrong codes end the asking for a day', async () => {
    const wrong = ['000001', '000002', '000003', '000004'];
    for (const [i, guess] of wrong.entries()) {
      const id = scene.say('谭嫂子', 'bot', `绑定 ${guess}`);
      await scene.hears('谭嫂子', new RegExp(`还可以试${4 - i}次`, 'u'), id);
    }
    const fifth = scene.say('谭嫂子', 'bot', '绑定 000005');
    await scene.hears('谭嫂子', /错了五次，今天先停一停/u, fifth);
    const code = await codeFor('周小满');
    const sixth = scene.say('谭嫂子', 'bot', `绑定 ${code}`);
    await scene.settle(500);
    expect(since(scene, '谭嫂子', sixth)).toEqual([]);
    await scene.pass(24 * 3600_000 + 1_000);
    const fresh = await codeFor('周小满');
    const later = scene.say('谭嫂子', 'bot', `绑定 ${fresh}`);
    await scene.hears('谭嫂子', /绑定好了，周小满/u, later);
  });

  it('a code in a group enrols nobody', async () => {
    const code = await codeFor('李望秋');
    const id = scene.say('月亮走我也走', HERE, `绑定 ${code}`);
    const todo = scene.say('月亮走我也走', 'bot', '待办');
    await stands(scene, number);
    await scene.settle(400);
    expect(since(scene, HERE, id)).toEqual([]);
    expect(since(scene, '月亮走我也走', todo).join('')).not.toContain('路灯');
  });

  it('a friend request without a code stays unanswered', async () => {
    scene.village.addPerson({ id: 'wxid_nosy', name: '路人', stranger: true });
    scene.village.befriend('wxid_nosy', '你好，加个好友');
    await scene.settle(500);
    expect(scene.village.isFriend('wxid_nosy')).toBe(false);
  });

  it('an official’s invitation to a group is accepted, a stranger’s is not', async () => {
    const members = ['wxid_nosy', 'wxid_long'];
    scene.village.addRoom({ id: '20000000031@chatroom', topic: '广告群', members, withBot: false });
    scene.village.addRoom({ id: '20000000032@chatroom', topic: '石门干部群', members, withBot: false });
    scene.village.invite('wxid_nosy', '20000000031@chatroom');
    scene.village.invite('wxid_long', '20000000032@chatroom');
    await scene.hears('县办', /我在“石门干部群”群里/u);
    await scene.settle(400);
    const inside = (id: string): boolean =>
      scene.village.rooms.find((one) => one.id === id)?.members.includes('wxid_huiyin') ?? false;
    expect(inside('20000000032@chatroom')).toBe(true);
    expect(inside('20000000031@chatroom')).toBe(false);
  });
});
