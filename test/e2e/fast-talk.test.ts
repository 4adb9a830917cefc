import { QUICK, Scene } from '../support/scene.js';
import { HERE } from '../support/talk.js';

describe('complaints of several neighbours within seconds', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ settings: QUICK });
  });
  afterAll(() => scene.close());

  it('each has its receipt, and another service gone is a case of its own', async () => {
    const first = scene.say('老贺', HERE, '垃圾池满了三天了没人来清');
    scene.say('谭嫂子', HERE, '桥头的路塌了半边车过不去');
    scene.say('刘阿婆', HERE, '三组的路灯坏了一个礼拜了');
    scene.say('月亮走我也走', HERE, '二组的自来水停了两天了');
    for (const what of ['垃圾池', '桥头的路', '三组的路灯', '二组的自来水'])
      await scene.hears(HERE, new RegExp(`#\\d+ ${what}`, 'u'), first);
    const last = scene.say('老贺', HERE, '村里停电了');
    await scene.hears(HERE, /已收到 #5 村里停电了/u, last);
  });
});
