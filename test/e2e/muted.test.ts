import { readFileSync } from 'node:fs';
import { QUICK, Scene } from '../support/scene.js';
import { HERE, THERE, WORK, raise, since } from '../support/talk.js';

const PACKAGED = readFileSync(new URL('../../config/directory.yaml', import.meta.url), 'utf8');

/** Lives through a case in a group in which the bot may not speak. */
async function quietCase(scene: Scene, where: string, place: string, names: [string, string]): Promise<void> {
  const [villager, cadre] = names;
  const id = scene.say(villager, where, '反映：四组的水渠堵了');
  // All is recognised and told to the work group, with the place that it comes from.
  const told = await scene.hears(
    WORK,
    new RegExp(`没有发到${place}群.*已收到 #\\d+ 四组的水渠堵了`, 'u'),
    id,
  );
  expect(told.mentionIds).toEqual([]);
  const number = /#\d+/u.exec(told.text)?.[0] ?? '';
  scene.say(cadre, where, `办结 ${number} 挖通了`);
  await scene.hears(WORK, new RegExp(`没有发到${place}群.*${number} 已办结：挖通了`, 'u'), id);
  scene.say(villager, where, '满意');
  await scene.hears(WORK, new RegExp(`没有发到${place}群.*${number} 已归档`, 'u'), id);
  const asked = scene.say(cadre, 'bot', `查 ${place}${number}`);
  await scene.hears(cadre, new RegExp(`^查 ${number} 已归档`, 'u'), asked);
  scene.say(villager, where, '帮助');
  scene.say(villager, where, `查 ${number}`);
  await scene.settle(500);
  expect(since(scene, where, id)).toEqual([]);
}

describe('a group in which the bot does not speak', () => {
  describe('静默 and 恢复', () => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await Scene.open();
    });
    afterAll(() => scene.close());

    it('静默 by an official of the place stops it, in one line to that official', async () => {
      const id = scene.say('周小满', HERE, '静默');
      await scene.hears('周小满', /这个群我先不说话了.*发“恢复”/u, id);
      await quietCase(scene, HERE, '石门社区', ['老贺', '周小满']);
      expect(since(scene, HERE, id)).toEqual([]);
    });

    it('other groups go on, and a restart forgets nothing', async () => {
      expect(await scene.product.stop()).toBe(0);
      await scene.startProduct();
      expect(await raise(scene, '老唐', THERE, '一组的路灯坏了')).toBe('#1');
      const id = scene.say('老贺', HERE, '反映：五组的路灯坏了');
      await scene.hears(WORK, /没有发到石门社区群.*已收到 #2 五组的路灯/u, id);
      expect(since(scene, HERE, id)).toEqual([]);
    });

    it('an emergency is told to those who must run all the same', async () => {
      const id = scene.say('老贺', HERE, '救命，二组电线掉路上了，冒火花');
      await scene.hears('周小满', /紧急：石门社区#3/u, id);
      await scene.hears(WORK, /紧急：石门社区#3/u, id);
      expect(since(scene, HERE, id)).toEqual([]);
    });

    it('恢复 resumes it; somebody of another place, a villager, a private chat cannot', async () => {
      const villager = scene.say('老贺', HERE, '恢复');
      const lonely = scene.say('周小满', 'bot', '恢复');
      await scene.hears('周小满', /要在群里发/u, lonely);
      expect(since(scene, HERE, villager)).toEqual([]);
      const id = scene.say('周小满', HERE, '恢复');
      await scene.hears(HERE, /好，我回来了/u, id);
      await raise(scene, '谭嫂子', HERE, '六组的水管裂了');
    });
  });

  it('mode: trial over all: everything is recognised, nothing posted in village groups', async () => {
    const scene = await Scene.open({ settings: `${QUICK}mode: trial\n` });
    try {
      await quietCase(scene, HERE, '石门社区', ['老贺', '周小满']);
      await quietCase(scene, THERE, '枫树坳村', ['老唐', '田秀云']);
      // Private chats and work groups are no village groups.
      const help = scene.say('老贺', 'bot', '帮助');
      await scene.hears('老贺', /有事直接在群里说/u, help);
      await scene.pass(10 * 3600_000);
      await scene.hears(WORK, /^店门镇 5月2日：收到诉求2件、回复2件/u);
      expect(scene.said(HERE)).toEqual([]);
      expect(scene.said(THERE)).toEqual([]);
    } finally {
      await scene.close();
    }
  });

  it('mode: trial of one group: the others are served in full', async () => {
    const directory = PACKAGED.replace(
      'kind: village, place: 店门镇/枫树坳村',
      'kind: village, place: 店门镇/枫树坳村, mode: trial',
    );
    const scene = await Scene.open({ directory });
    try {
      await quietCase(scene, THERE, '枫树坳村', ['老唐', '田秀云']);
      expect(await raise(scene, '老贺', HERE, '三组的路灯坏了')).toBe('#1');
    } finally {
      await scene.close();
    }
  });
});
