import { HOUR } from '../../src/cases/calendar.js';
import type { BotMessage, Villager } from '../../src/village/api.js';
import { until } from '../support/product.js';
import { QUICK, Scene } from '../support/scene.js';

const VILLAGES = Array.from({ length: 12 }, (_, i) => `${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}村`);
const LAST = VILLAGES.at(-1) ?? '';
const DIRECTORY = `
county: 衡岭县
groups:
${VILLAGES.map((name) => `  - { topic: ${name}便民服务群, kind: village, place: 店门镇/${name} }`).join('\n')}
  - { topic: 店门镇工作群, kind: work, place: 店门镇 }
people:
${VILLAGES.map((name, i) => `  - { name: 支书${name}, role: village_cadre, place: 店门镇/${name}, contact: wxid_cadre${i} }`).join('\n')}
  - { name: 县办, role: admin, place: '', contact: wxid_admin }
`;
const VILLAGERS: Villager[] = VILLAGES.flatMap((name, village) =>
  ['张', '李'].map((who) => ({ id: `wxid_v${village}${who}`, name: `${who}${name}`, village, about: '' })),
);

describe('the day is told in twelve villages, each with its picture', () => {
  let scene: Scene;
  beforeAll(async () => {
    const settings = `${QUICK}daily_pictures: village\n`;
    scene = await Scene.open({ directory: DIRECTORY, villagers: VILLAGERS, settings });
  });
  afterAll(() => scene.close());

  const pictures = (sent: readonly BotMessage[]): BotMessage[] =>
    sent.filter((one) => scene.village.line(one.id)?.file?.name.includes('日报'));

  const atLeast = (count: number): Promise<true> =>
    until(
      () => (pictures(scene.village.sent()).length >= count ? true : null),
      () => `${pictures(scene.village.sent()).length} pictures ${scene.product.errors}`,
    );

  it('an emergency meanwhile is answered before they are drawn; then each of them comes once', async () => {
    for (const name of VILLAGES) {
      const id = scene.say(`张${name}`, name, '反映：一组的路灯坏了');
      await scene.hears(name, /已收到 #1/u, id);
    }
    await scene.pass(9 * HOUR);
    // Now they are being drawn.
    await atLeast(1);
    const cry = scene.say(`李${LAST}`, LAST, '我家隔壁着火了，快来人');
    const receipt = await scene.hears(LAST, /已收到 #2.*紧急/u, cry);
    const sent = scene.village.sent();
    const before = sent.slice(
      0,
      sent.findIndex((one) => one.id === receipt.id),
    );
    // One after another they take a second and more, a receipt a tenth of that; a bot that drew them itself would hear nothing until all are out.
    expect(pictures(before).length).toBeLessThan(8);
    await atLeast(VILLAGES.length + 1);
    await scene.settle(500);
    const told = pictures(scene.village.sent()).map((one) => one.to);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toEqual(expect.arrayContaining(VILLAGES.map((name) => scene.chat(name))));
  });
});
