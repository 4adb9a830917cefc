import { readFileSync } from 'node:fs';
import { Scene } from '../support/scene.js';
import { HERE, history, since } from '../support/talk.js';

const MINUTE = 60_000;
const DIRECTORY = readFileSync(new URL('../../config/directory.yaml', import.meta.url), 'utf8').replace(
  'duty: []',
  `duty:
  - { place: 店门镇/石门社区, days: [每天], hours: '18:00-08:00', people: [龙桂香] }
  - { place: 店门镇, days: [每天], hours: '18:00-08:00', people: [李望秋] }`,
);
const PEOPLE = ['彭立新', '周小满', '龙桂香', '李望秋', '欧清和', '县办'];

describe('an emergency at night that nobody answers', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({
      directory: DIRECTORY,
      settings: 'quiet_hours: "22:00-07:00"\npacing: off\n',
      now: '2026-05-02T23:50:00+08:00',
    });
  });
  afterAll(() => scene.close());

  /** Who was told that nobody answers, after a message. */
  const alarmed = (mark: string): string[] =>
    PEOPLE.filter((who) => since(scene, who, mark).some((text) => text.includes('没人应')));

  async function emergency(words: string): Promise<[id: string, number: string]> {
    const id = scene.say('老贺', HERE, `反映：${words}`);
    const receipt = await scene.hears(HERE, /已收到 #\d+ .*紧急/u, id);
    return [id, /#\d+/u.exec(receipt.text)?.[0] ?? ''];
  }

  it('who is on duty is named first', async () => {
    const id = scene.say('李望秋', 'bot', '值班');
    expect((await scene.hears('李望秋', /值班/u, id)).text).toMatch(
      /^店门镇 值班：李望秋（到明天8点）\n石门社区 值班：龙桂香（到明天8点）\n枫树坳村 没排班，找向明德/u,
    );
    const here = scene.say('周小满', 'bot', '值班');
    expect((await scene.hears('周小满', /石门社区 值班/u, here)).text).toMatch(
      /^石门社区 值班：龙桂香（到明天8点）$/mu,
    );
  });

  it('the help holds what the asker’s office may write', async () => {
    const help = async (who: string): Promise<string> =>
      (await scene.hears(who, /常用的几句/u, scene.say(who, 'bot', '帮助'))).text;
    expect(await help('周小满')).not.toMatch(/解除督办|密封|代号|导出|同意/u);
    expect(await help('李望秋')).toMatch(/解除督办 #号 说明\n密封 #号 理由.*\n私聊我：导出 5月\n不用/u);
    expect(await help('欧清和')).toMatch(/^密封的件，私聊我：查 代号、导出 代号/mu);
  });

  it('after 5 minutes all on duty, after 10 the leader, after 20 the county; each once', async () => {
    const [id, number] = await emergency('电线断了掉在路上，冒火花，要出人命了');
    await scene.pass(5 * MINUTE - 1000);
    await scene.settle(400);
    expect(alarmed(id)).toEqual([]);
    await scene.pass(1000);
    expect((await scene.hears('龙桂香', /没人应/u, id)).text).toMatch(
      /^紧急，5分钟没人应：石门社区#\d+ .*。请马上去看/u,
    );
    await scene.hears('李望秋', /5分钟没人应/u, id);
    await scene.settle(400);
    expect(alarmed(id)).toEqual(['龙桂香', '李望秋']);
    await scene.pass(5 * MINUTE);
    await scene.hears('李望秋', /10分钟没人应/u, id);
    await scene.pass(10 * MINUTE);
    await scene.hears('县办', /20分钟没人应/u, id);
    await scene.hears('欧清和', /20分钟没人应/u, id);
    await scene.pass(MINUTE);
    await scene.settle(400);
    expect(since(scene, '龙桂香', id).filter((text) => text.includes('没人应'))).toHaveLength(1);
    expect(since(scene, '李望秋', id).filter((text) => text.includes('没人应'))).toHaveLength(2);
    expect(since(scene, '县办', id).filter((text) => text.includes('没人应'))).toHaveLength(1);
    expect((await history(scene, number))[0]).toContain('已收到');
  });

  it('an official’s word in time ends it', async () => {
    const [id, number] = await emergency('河边有个孩子掉水里了，快来救人');
    const answer = scene.say('周小满', 'bot', `受理 石门社区${number}`);
    await scene.hears('周小满', /记下了/u, answer);
    await scene.pass(25 * MINUTE);
    await scene.settle(500);
    expect(alarmed(id)).toEqual([]);
  });

  it('what nobody could hear of for a while is told to the highest alone', async () => {
    const [id] = await emergency('桥塌了，车掉下去了，有人受伤');
    await scene.pass(30 * MINUTE);
    await scene.hears('县办', /20分钟没人应/u, id);
    await scene.settle(400);
    expect(alarmed(id)).toEqual(['欧清和', '县办']);
  });
});
