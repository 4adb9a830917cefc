import { Scene } from '../support/scene.js';
import { HERE, THERE, WORK, raise, since, stands } from '../support/talk.js';
import { until } from '../support/product.js';

const MINUTE = 60_000;

describe('what comes in and goes out over a gateway that is not perfect', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  });
  afterAll(() => scene.close());
  afterEach(() => {
    Object.assign(scene.village.faults, { sendRefused: null, sendAnswerLost: null, sendDelayMs: 0, echoDelayMs: 0, payloadDelayMs: 0, payloadError: null }); // prettier-ignore
  });

  const receiptsOf = (words: string): number =>
    scene.said(HERE).filter((text) => /^@.*已收到/u.test(text) && text.includes(words)).length;

  // What becomes of it is looked at last: the bot waits ten seconds for an echo, and other chats need not.
  let refused = '';
  it('a send that the gateway refuses holds up no other chat', async () => {
    scene.village.faults.sendRefused = 'try again later';
    refused = scene.say('老唐', THERE, '反映：九组的桥面裂了');
    await until(
      () => (scene.village.faults.refusals > 0 ? true : null),
      () => 'nothing was refused',
    );
    scene.village.faults.sendRefused = null;
    expect(await raise(scene, '刘阿婆', HERE, '村部的门锁坏了')).toBe('#1');
    expect(since(scene, THERE, refused)).toEqual([]);
  });

  it('the same message told three times is one case and one receipt', async () => {
    const id = scene.say('老贺', HERE, '反映：三组的路灯坏了');
    scene.village.duplicate(id);
    await scene.hears(HERE, /已收到 #2 三组的路灯坏了/u, id);
    scene.village.duplicate(id);
    expect(await raise(scene, '谭嫂子', HERE, '二组的井盖没了')).toBe('#3');
    expect(receiptsOf('三组的路灯')).toBe(1);
  });

  it('a command told twice is done once', async () => {
    const id = scene.say('周小满', HERE, '办结 #3 换了盖子');
    scene.village.duplicate(id);
    await scene.hears(HERE, /#3 已办结/u, id);
    scene.village.duplicate(id);
    await stands(scene, '#3');
    expect(since(scene, HERE, id)).toHaveLength(1);
    expect(since(scene, '周小满', id)).toEqual([]);
  });

  it('an answer of the gateway that is lost is settled by the echo: said once, and the chat goes on', async () => {
    scene.village.faults.sendAnswerLost = 'deadline exceeded';
    scene.village.faults.echoDelayMs = 300;
    const id = scene.say('老贺', HERE, '反映：五组的桥栏杆断了');
    await scene.hears(HERE, /已收到 #4/u, id);
    await raise(scene, '谭嫂子', HERE, '六组的水管爆了');
    scene.village.faults.sendAnswerLost = null;
    await stands(scene, '#4');
    await scene.pass(2 * MINUTE);
    await scene.settle();
    expect(receiptsOf('五组的桥栏杆')).toBe(1);
    expect(receiptsOf('六组的水管')).toBe(1);
  });

  it('without answer and without echo nobody knows whether it was said: it is not repeated, also after a restart', async () => {
    scene.village.faults.sendAnswerLost = 'deadline exceeded';
    scene.village.faults.echoDelayMs = -1;
    const id = scene.say('老贺', HERE, '反映：七组的渠垮了');
    await scene.hears(HERE, /已收到 #6 七组的渠/u, id);
    scene.village.faults.sendAnswerLost = null;
    await scene.product.kill();
    await scene.startProduct();
    expect(await stands(scene, '#6')).toContain('已收到');
    await scene.pass(2 * MINUTE);
    await scene.settle();
    expect(receiptsOf('七组的渠')).toBe(1);
  });

  it('a payload that fails at first is fetched again, in its place', async () => {
    let failures = 0;
    scene.village.faults.payloadError = (_, attempt) =>
      attempt <= 2 && (failures += 1) > 0 ? 'not yet' : null;
    const id = scene.say('老贺', HERE, '反映：一组的电表箱开着');
    scene.say('谭嫂子', HERE, '反映：二组的菜市场漏雨');
    // Receipts that had to wait for one another may share a message.
    await scene.hears(HERE, /#8 二组的菜市场/u, id);
    expect(failures).toBeGreaterThanOrEqual(2);
    expect(since(scene, HERE, id).flatMap((text) => text.match(/#\d+/gu))).toEqual(['#7', '#8']);
  });

  it('messages that are older than stale_after_s when they reach the bot are read and not answered', async () => {
    expect(await scene.product.stop()).toBe(0);
    const old = scene.say('老唐', THERE, '反映：一组的水渠堵了');
    const order = scene.say('田秀云', THERE, '静默');
    scene.wait(15 * MINUTE);
    const fresh = scene.say('老唐', THERE, '反映：二组的路塌了');
    await scene.startProduct();
    for (const id of [old, order, fresh]) scene.village.duplicate(id);
    await scene.hears(THERE, /已收到 #2 二组的路塌了/u, fresh);
    await scene.settle(500);
    expect(since(scene, THERE, old)).toHaveLength(1);
  });

  it('a short blip of the gateway loses nothing that comes after it, and nobody is told', async () => {
    const before = scene.said(WORK).length;
    await scene.village.outage(400);
    await back(scene);
    const id = scene.say('老贺', HERE, '反映：八组的广播不响');
    await scene.hears(HERE, /八组的广播不响/u, id);
    expect(
      scene
        .said(WORK)
        .slice(before)
        .filter((text) => text.includes('断开')),
    ).toEqual([]);
  });

  it('while it is away /readyz says so; a gap of more than a minute is told to the work groups, once', async () => {
    await scene.village.stopGateway();
    await until(async () => ((await fetch(`${scene.product.url}/readyz`)).status === 503 ? true : null), () => 'still ready'); // prettier-ignore
    const reasons = await (await fetch(`${scene.product.url}/readyz`)).text();
    expect(reasons).toContain('gateway');
    expect((await fetch(`${scene.product.url}/healthz`)).status).toBe(200);
    await scene.pass(5 * MINUTE);
    const lost = scene.say('老贺', HERE, '反映：这一条谁也没收到');
    await scene.village.startGateway();
    await back(scene);
    const told = await scene.hears(WORK, /与微信网关断开 \d\d:\d\d–\d\d:\d\d，期间的消息可能未收到/u, lost);
    const [, from = '', to = ''] = /(\d\d:\d\d)–(\d\d:\d\d)/u.exec(told.text) ?? [];
    expect(to > from).toBe(true);
    const id = scene.say('老贺', HERE, '反映：九组的路灯坏了');
    await scene.hears(HERE, /九组的路灯坏了/u, id);
    await scene.settle(500);
    for (const where of [WORK, '县群众'])
      expect(since(scene, where, lost).filter((text) => text.includes('断开'))).toHaveLength(1);
    expect(since(scene, HERE, lost).filter((text) => text.includes('断开'))).toEqual([]);
  });

  it('an answer that became due while the gateway was away is said when it is back', async () => {
    const id = scene.say('老贺', 'bot', '反映：我家门口的电线断了');
    await scene.hears('老贺', /已收到/u, id);
    let asked = false;
    scene.village.faults.payloadDelayMs = 700;
    scene.village.faults.payloadError = () => {
      asked = true;
      return null;
    };
    scene.say('谭嫂子', HERE, '反映：十组的水塔漏水');
    await until(
      () => (asked ? true : null),
      () => 'the message did not reach the bot',
    );
    await scene.village.outage(1_500);
    await back(scene);
    await scene.hears(HERE, /已收到 #\d+ 十组的水塔漏水/u, id);
    await scene.settle(500);
    expect(receiptsOf('十组的水塔')).toBe(1);
  });

  it('what was refused stays unsaid, and its case stands', async () => {
    const id = scene.say('田秀云', THERE, '办结 #1 补好了');
    await scene.hears(THERE, /#1 已办结：补好了/u, id);
    expect(since(scene, THERE, refused).filter((text) => text.includes('已收到 #1'))).toEqual([]);
  });
});

/** Until the bot hears again. */
async function back(scene: Scene): Promise<void> {
  await until(
    async () => ((await fetch(`${scene.product.url}/readyz`)).ok && scene.village.botConnected ? true : null),
    () => 'the bot did not come back',
  );
}
