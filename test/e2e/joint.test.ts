import { until } from '../support/product.js';
import { Scene, QUICK } from '../support/scene.js';
import { WORK, since } from '../support/talk.js';

const MINUTE = 60_000;
const DIRECTORY = `
county: 衡岭县
groups:
  - { topic: 石门社区监督服务群, kind: village, place: 店门镇/石门社区 }
  - { topic: 桐木村便民服务群, kind: village, place: 店门镇/桐木村 }
  - { topic: 新塘村便民服务群, kind: village, place: 店门镇/新塘村 }
  - { topic: 店门镇工作群, kind: work, place: 店门镇 }
  - { topic: 县群众工作群, kind: work, place: '' }
people:
  - { name: 彭立新, role: village_head, place: 店门镇/石门社区, contact: wxid_peng }
  - { name: 向明德, role: village_head, place: 店门镇/桐木村, contact: wxid_xiang }
  - { name: 田秀云, role: village_head, place: 店门镇/新塘村, contact: wxid_tian }
  - { name: 李望秋, role: township_leader, place: 店门镇, contact: wxid_li }
  - { name: 供水站, role: department, place: 店门镇, contact: wxid_gs, categories: [utility] }
  - { name: 欧清和, role: inspector, place: '', contact: wxid_ou }
  - { name: 县办, role: admin, place: '', contact: wxid_admin }
`;
const VILLAGES = ['石门', '桐木', '新塘'] as const;
const SPEAKERS = ['老贺', '老唐', '新塘阿公'] as const;

describe('the same outage in three villages of one township', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ directory: DIRECTORY, settings: QUICK });
    scene.village.addPerson({ id: 'wxid_gong', name: '新塘阿公' });
    scene.village.join(scene.room('新塘'), ['wxid_gong'], 'wxid_tian');
    await scene.settle(400);
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  async function report(i: number, words: string): Promise<void> {
    const id = scene.say(SPEAKERS[i] ?? '', VILLAGES[i] ?? '', `反映：${words}`);
    await scene.hears(VILLAGES[i] ?? '', /已收到 #1 /u, id);
    await scene.pass(MINUTE); // one after the other, so that the order of the names is theirs
  }

  it('is offered to the township’s work group, in one line, once there are three', async () => {
    await report(0, '又没水了，煮饭都没水');
    await report(1, '我们这里停水了');
    await scene.pass(20 * MINUTE);
    await scene.settle(400);
    expect(scene.said(WORK).join('\n')).not.toContain('并办');
    await report(2, '水龙头拧开冇得水');
    await scene.pass(MINUTE);
    const offer = await scene.hears(WORK, /并办/u);
    expect(offer.text).toBe(
      '店门镇3个村都停水：石门社区#1、桐木村#1、新塘村#1。要并成一件办吗？回“并办 1”。',
    );
    await scene.pass(5 * MINUTE);
    await scene.settle(400);
    expect(scene.said(WORK).filter((text) => text.includes('并办'))).toHaveLength(1);
  });

  it('a village’s cadre does not decide it; the township does, and no village group hears of it', async () => {
    const asked = scene.say('彭立新', 'bot', '并办 1');
    await scene.hears('彭立新', /由镇里或县里来定/u, asked);
    const wrong = scene.say('李望秋', WORK, '并办 7');
    await scene.hears('李望秋', /没有这一条/u, wrong);
    const joined = scene.say('李望秋', WORK, '并办 1');
    const answer = await scene.hears(WORK, /^好，3件一起办/u, joined);
    expect(answer.text).toContain('石门社区#1、桐木村#1、新塘村#1');
    await scene.settle(300);
    for (const village of VILLAGES) expect(since(scene, village, joined)).toEqual([]);
  });

  it('what is done to one is done to all: each group hears of its own, the handler once', async () => {
    const id = scene.say('李望秋', WORK, '交办 石门社区#1 @供水站');
    for (const [i, village] of VILLAGES.entries()) {
      const told = await scene.hears(village, /#1 已交办供水站/u, id);
      expect(told.text).toContain(`@${SPEAKERS[i] ?? ''}`);
    }
    await scene.hears(WORK, /记下了，石门社区#1、桐木村#1、新塘村#1 已交办供水站/u, id);
    await scene.settle(400);
    const handed = since(scene, '供水站', id);
    expect(handed).toHaveLength(1);
    expect(handed[0]).toMatch(/石门社区#1、桐木村#1、新塘村#1 .*交给您办/u);
    for (const village of VILLAGES) expect(since(scene, village, id)).toHaveLength(1);
  });

  it('办结 by the handler asks each petitioner, and each rates their own', async () => {
    const id = scene.say('供水站', 'bot', '办结 石门社区#1 换了主管道');
    for (const village of VILLAGES) await scene.hears(village, /#1 已办结：换了主管道/u, id);
    scene.say('老贺', '石门', '满意');
    await scene.settle(500);
    const back = scene.say('老唐', '桐木', '不满意 还是没水');
    await scene.hears('桐木', /#1 重新办理/u, back);
    const look = scene.say('县办', '县群众', '查 石门社区#1');
    await scene.hears('县群众', /^查 .*已归档/u, look);
    const other = scene.say('县办', '县群众', '查 新塘村#1');
    await scene.hears('县群众', /^查 .*已办结/u, other);
    const again = scene.say('供水站', 'bot', '办结 桐木村#1 又换了一段');
    await scene.hears('桐木', /#1 已办结：又换了一段/u, again);
    await scene.settle(400);
    expect(since(scene, '石门', again)).toEqual([]);
    expect(since(scene, '新塘', again)).toEqual([]);
  });

  it('what is said in a village’s own group counts for that village alone', async () => {
    for (const i of [0, 1, 2]) scene.say(SPEAKERS[i] ?? '', VILLAGES[i] ?? '', '反映：停电了');
    for (const village of VILLAGES) await scene.hears(village, /已收到 #2 /u);
    await scene.pass(MINUTE);
    await scene.hears(WORK, /3个村都停电.*“并办 2”/u);
    const joined = scene.say('李望秋', 'bot', '并办 2');
    await scene.hears('李望秋', /^好，3件一起办/u, joined);
    const id = scene.say('彭立新', '石门', '办结 #2 合了闸');
    await scene.hears('石门', /#2 已办结/u, id);
    await scene.settle(500);
    for (const village of ['桐木', '新塘']) expect(since(scene, village, id)).toEqual([]);
  });

  it.each([
    ['受理 #3', '已受理'],
    ['交办 #3 @供水站', '已交办'],
    ['进展 #3 挖开了路面', '办理中'],
    ['退回 #3 是电的事', '已退回'],
    ['转办 #3 供水站', '已交办'],
    ['办结 #3 换了一段管子', '已办结'],
  ])('%s to one of them is done to all, from the work group', async (command, state) => {
    if (command.startsWith('受理')) await joinedThird();
    const by = /^(?:进展|退回|办结)/u.test(command) ? '供水站' : '李望秋';
    scene.say(by, WORK, command.replace('#3', '石门社区#3'));
    for (const village of ['石门社区', '桐木村', '新塘村']) {
      // Another chat's commands are handled side by side: asked until it is done.
      await until(
        async () => {
          const look = scene.say('县办', '县群众', `查 ${village}#3`);
          const shown = await scene.hears('县群众', /^查 #3 /u, look);
          return shown.text.startsWith(`查 #3 ${state}`) ? true : null;
        },
        () => `${village}: not ${state}`,
      );
    }
  });

  it('延期 of one is the same for all', async () => {
    const dueOf = async (village: string): Promise<string> => {
      const look = scene.say('县办', '县群众', `查 ${village}#4`);
      const shown = await scene.hears('县群众', /^查 #4 /u, look);
      return /[^，。]*办好/u.exec(shown.text)?.[0] ?? '';
    };
    for (const i of [0, 1, 2]) scene.say(SPEAKERS[i] ?? '', VILLAGES[i] ?? '', '反映：断网了，网络上不了');
    for (const village of VILLAGES) await scene.hears(village, /已收到 #4 /u);
    await scene.pass(MINUTE);
    const offer = await scene.hears(WORK, /3个村都断网/u);
    const joined = scene.say('李望秋', WORK, /并办 \d+/u.exec(offer.text)?.[0] ?? '');
    await scene.hears(WORK, /^好，3件一起办/u, joined);
    const before = await dueOf('桐木村');
    const id = scene.say('李望秋', WORK, '延期 石门社区#4 5天 等材料');
    await scene.hears(WORK, /延到/u, id);
    await until(
      async () => {
        const dues = [await dueOf('石门社区'), await dueOf('桐木村'), await dueOf('新塘村')];
        return new Set(dues).size === 1 && dues[0] !== before ? true : null;
      },
      () => 'not extended together',
    );
  });

  async function joinedThird(): Promise<void> {
    for (const i of [0, 1, 2]) scene.say(SPEAKERS[i] ?? '', VILLAGES[i] ?? '', '反映：没信号，手机打不出去');
    for (const village of VILLAGES) await scene.hears(village, /已收到 #3 /u);
    await scene.pass(MINUTE);
    const offer = await scene.hears(WORK, /3个村都没信号/u);
    const joined = scene.say('李望秋', WORK, /并办 \d+/u.exec(offer.text)?.[0] ?? '');
    await scene.hears(WORK, /^好，3件一起办/u, joined);
  }
});
