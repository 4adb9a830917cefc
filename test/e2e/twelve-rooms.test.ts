import type { Villager } from '../../src/village/api.js';
import { Scene } from '../support/scene.js';

const VILLAGES = Array.from({ length: 12 }, (_, i) => `${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}村`);
const DIRECTORY = `
county: 衡岭县
groups:
${VILLAGES.map((name) => `  - { topic: ${name}便民服务群, kind: village, place: 店门镇/${name} }`).join('\n')}
  - { topic: 店门镇工作群, kind: work, place: 店门镇 }
people:
${VILLAGES.map((name, i) => `  - { name: 支书${name}, role: village_cadre, place: 店门镇/${name}, contact: wxid_cadre${i} }`).join('\n')}
  - { name: 县办, role: admin, place: '', contact: wxid_admin }
`;
/** Two in each village. */
const VILLAGERS: Villager[] = VILLAGES.flatMap((_, village) =>
  ['张', '李'].map((name) => ({
    id: `wxid_v${village}${name}`,
    name: `${name}${village}`,
    village,
    about: '',
  })),
);
/** All due at one time: receipts that share a message stand in their order. */
const THINGS = ['的路灯坏了', '没水了', '的电线杆歪了', '的水管爆了', '停电了', '的变压器坏了'];

describe('twelve rooms at once', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ directory: DIRECTORY, villagers: VILLAGERS });
  });
  afterAll(() => scene.close());

  it('each room’s matters get their numbers and answers in the order in which they were said', async () => {
    // Payloads come slowly and out of step, as over a real gateway.
    let n = 0;
    scene.village.faults.payloadError = (_, attempt) =>
      attempt === 1 && (n += 1) % 7 === 0 ? 'later' : null;
    for (const [round, thing] of THINGS.entries()) {
      for (const [i, name] of VILLAGES.entries()) {
        const who = VILLAGERS[2 * i + (round % 2)]?.name ?? '';
        scene.say(who, name, `反映：${round + 1}组${thing}`);
        scene.say(`支书${name}`, name, `办结 #${round + 1} 疏通了${round + 1}`);
      }
    }
    for (const name of VILLAGES) await scene.hears(name, /#6 已办结/u);
    await scene.settle(500);
    for (const [i, name] of VILLAGES.entries()) {
      const said = scene.village.sent().filter((one) => one.to === scene.chat(name));
      // Receipts that had to wait for one another share a message; none is missing, doubled or out of order.
      const receipts = said.filter((one) => one.text.includes('已收到'));
      const told = receipts.flatMap((one) =>
        [...one.text.matchAll(/#\d \d组[^。（、]*/gu)].map(([part]) => part),
      );
      expect(told).toEqual(THINGS.map((thing, round) => `#${round + 1} ${round + 1}组${thing}`));
      const own = VILLAGERS.slice(2 * i, 2 * i + 2).map(({ id }) => id);
      expect(new Set(receipts.flatMap((one) => one.mentionIds))).toEqual(new Set(own));
      const done = said.filter((one) => one.text.includes('已办结'));
      expect(done.map((one) => /疏通了\d/u.exec(one.text)?.[0])).toEqual(
        THINGS.map((_, round) => `疏通了${round + 1}`),
      );
      expect(said).toHaveLength(receipts.length + done.length);
    }
  });

  it('the township’s day adds up', async () => {
    const id = scene.say('县办', 'bot', '日报');
    const post = await scene.hears('县办', /^衡岭县 5月2日：收到诉求72件、回复72件、0件办理中/u, id);
    expect(post.text).toContain('甲村：收到6件、回复6件、0件办理中');
  });
});
