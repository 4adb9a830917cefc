import { APART, doubtfulLines } from '../support/doubtful.js';
import { shippedRecogniser } from '../support/recogniser.js';
import { Scene } from '../support/scene.js';
import { HERE, THERE, WORK, since } from '../support/talk.js';

const HOUR = 3600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;
/** An official named beside money is put before inspectors, whatever the words alone would be. */
const ACCUSING = [
  '周小满，补贴款好像少了一截',
  '周小满，低保名额到底怎么定的',
  '周小满，垃圾桶的钱是不是少了点',
];

/** What this version of the recogniser finds neither sure nor idle. */
function doubtful(texts: string[]): string[] {
  return texts.filter((text) => {
    const message = { id: 'm', at: 0, who: 'a', name: 'a', speaker: 'villager', type: 'text', text } as const;
    return shippedRecogniser().room([]).read(message).action === 'suggest';
  });
}

const WAITING = /^石门社区群里这几条还没定，要登记吗？\n/u;

describe('what was suggested and nobody answered', () => {
  const [first = '', second = '', third = ''] = doubtfulLines(3, APART);
  const [accusing = ''] = doubtful(ACCUSING);
  let scene: Scene;
  let begin: string;
  beforeAll(async () => {
    scene = await Scene.open();
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  const waitingLists = (who: string): string[] =>
    since(scene, who, begin).filter((text) => /还没定/u.test(text));

  it('is put before the cadre, a possible accusation before the inspector alone', async () => {
    expect([first, second, third, accusing].every((text) => text !== '')).toBe(true);
    begin = scene.say('老贺', HERE, '早上好');
    await scene.settle(300);
    await scene.pass(40 * MINUTE);
    for (const [who, text] of [
      ['谭嫂子', first],
      ['老贺', second],
    ] as const) {
      scene.say(who, HERE, text);
      await scene.settle(400);
      await scene.pass(40 * MINUTE);
    }
    const taken = scene.say('刘阿婆', HERE, third);
    await scene.settle(400);
    await scene.pass(MINUTE);
    await scene.hears('彭立新', new RegExp(`3 刘阿婆：${third}`, 'u'));
    scene.village.recall(scene.person('刘阿婆'), taken);
    await scene.settle(400);
    await scene.pass(HOUR);
    scene.say('月亮走我也走', HERE, accusing);
    await scene.settle(600);
    await scene.pass(MINUTE);
    await scene.hears('欧清和', new RegExp(accusing.slice(0, 8), 'u'));
  });

  it('is listed again at the daily hour without what was taken back, to the same people, and nowhere else', async () => {
    await scene.pass(7 * HOUR);
    const list = await scene.hears('彭立新', WAITING, begin);
    expect(list.text).toContain(`1 谭嫂子：${first}\n2 老贺：${second}\n`);
    expect(list.text).toMatch(/回“登记 1 2”，不是就回“不是 1”。满3天没人定的不再提。$/u);
    expect(list.text).not.toContain(accusing);
    expect(list.text).not.toContain(third);
    const sealed = await scene.hears('欧清和', /^石门社区这几条可能是检举，还没定，只发给您/u, begin);
    expect(sealed.text).toContain(accusing.slice(0, 10));
    await scene.settle(400);
    for (const where of [HERE, THERE, WORK, '周小满', '李望秋', '县群众', '县办'])
      expect(since(scene, where, begin).join('\n')).not.toMatch(/还没定|可能是检举/u);
  });

  it('what was settled by any way is asked about no more', async () => {
    const picked = scene.say('彭立新', 'bot', '登记 1');
    await scene.hears('彭立新', /登记好了：石门社区#1 /u, picked);
    scene.say('周小满', HERE, `「老贺：${second}」\n- - - - - - - - - - - - - - -\n登记`);
    await scene.hears(HERE, /已收到 #2 /u, picked);
    const before = waitingLists('彭立新').length;
    await scene.pass(DAY);
    await scene.hears('欧清和', /可能是检举，还没定/u, picked);
    await scene.settle(400);
    expect(waitingLists('彭立新')).toHaveLength(before);
  });

  it('and nothing is asked for ever: after three days it stands on no list', async () => {
    for (let day = 0; day < 4; day += 1) {
      await scene.pass(DAY);
      await scene.settle(300);
    }
    expect(waitingLists('欧清和').length).toBeLessThanOrEqual(3);
    const late = scene.say('欧清和', 'bot', '登记 1');
    await scene.settle(600);
    expect(since(scene, '欧清和', late).join('\n')).not.toMatch(/代号/u);
  });
});
