import { Scene } from '../support/scene.js';

const DAY = 24 * 3600 * 1000;

describe('a whole case over a real gateway', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());

  it('goes from petition to closed, with at most four messages in its group', async () => {
    scene.say('老贺', '石门', '中院子的路灯坏了三天了，晚上看不见路，麻烦修一下');
    const receipt = await scene.hears('石门', /已收到 #1/u);
    expect(receipt.mentionIds).toContain('wxid_he');
    expect(receipt.text).toContain('@老贺\u2005');
    scene.say('周小满', '石门', '受理 #1');
    scene.say('周小满', '石门', '交办 #1 @李望秋 3天');
    const assigned = await scene.hears('石门', /#1 已交办李望秋/u);
    expect(assigned.mentionIds).toContain('wxid_he');
    await scene.hears('李望秋', /#1.*交给您办/u);
    scene.say('李望秋', '店门镇', '进展 石门社区#1 电工明天上午到');
    await scene.hears('店门镇', /#1 办理中/u);
    scene.say('李望秋', '店门镇', '办结 石门社区#1 换了灯泡和控制器');
    const resolved = await scene.hears('石门', /#1 已办结：换了灯泡和控制器/u);
    expect(resolved.mentionIds).toContain('wxid_he');
    scene.say('老贺', '石门', '满意');
    await scene.settle();
    scene.say('老贺', '石门', '查 #1');
    await scene.hears('石门', /^查 #1 已归档/u);
    const state = scene.said('石门').filter((text) => !text.startsWith('查'));
    expect(state.length).toBeLessThanOrEqual(4);
  });

  it('leaves a history that `huiyin audit verify` finds whole', () => {
    expect(scene.product.cli('audit', 'verify')).toMatch(
      /^1 cases, \d+ events: every history is whole\nrecord: \d+ entries in \d months: whole\n$/u,
    );
  });

  it('posts the day', async () => {
    await scene.pass(DAY / 2);
    await scene.hears('石门', /^石门社区 5月2日：收到诉求1件、回复1件、0件办理中、满意度100%（1件评价）/u);
    await scene.hears('店门镇', /^店门镇 5月2日：收到诉求1件/u);
  });
});
