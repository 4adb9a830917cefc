import { json, ModelServer } from '../support/model-server.js';
import { QUICK, Scene } from '../support/scene.js';
import { HERE, history, raise, since, stands } from '../support/talk.js';

const MINUTE = 60_000;
const voice = (seconds?: number, size = 900) => ({
  type: 'audio' as const,
  ...(seconds !== undefined && { seconds }),
  file: { name: 'a.mp3', bytes: Buffer.alloc(size, 1) },
});

describe('voice that a server writes down', () => {
  let server: ModelServer;
  let scene: Scene;
  let words = '';
  beforeAll(async () => {
    server = await new ModelServer((_, response) => json(response, 200, { text: words })).start();
    const settings = `${QUICK}voice: { url: ${server.url}, model: sense, timeout_s: 2, max_seconds: 60, max_mb: 0.01 }\n`;
    scene = await Scene.open({ settings });
  }, 60_000);
  afterAll(async () => {
    await scene.close();
    await server.stop();
  }, 30_000);

  it('is read like a line of the same person; the case keeps the voice and says what the text is', async () => {
    words = '中院子路灯不亮，晚上老人走路看不见';
    const id = scene.say('刘阿婆', HERE, '', voice(18));
    const receipt = await scene.hears(HERE, /已收到 #1 中院子路灯不亮/u, id);
    expect(receipt.mentionIds).toEqual(['wxid_liu']);
    const lines = (await history(scene, '#1')).join('\n');
    expect(lines).toContain('附：语音1段');
    expect(lines).toContain('（语音转写）');
  });

  it('joins as a neighbour’s words do, and an official’s voice is an answer', async () => {
    words = '我家门口的路灯也不亮';
    const id = scene.say('谭嫂子', HERE, '', voice(6));
    await stands(scene, '#1');
    words = '路灯我联系电工了，明天来修';
    scene.say('周小满', HERE, '', voice(5));
    await stands(scene, '#1');
    expect((await history(scene, '#1')).join('\n')).toContain('周小满');
    expect(since(scene, HERE, id).filter((text) => text.includes('已收到'))).toEqual([]);
  });

  it('commands nothing', async () => {
    words = '办结 #1 换了灯泡';
    scene.say('周小满', HERE, '', voice(4));
    expect(await stands(scene, '#1')).not.toContain('已办结');
  });

  it('too long, too large, or nothing to hear: asked nobody, put before the cadre', async () => {
    const before = server.requests.length;
    await scene.pass(60 * MINUTE);
    scene.say('谭嫂子', HERE, '今天赶集人真多');
    const id = scene.say('老贺', HERE, '', voice(90));
    scene.say('惠民超市', HERE, '', voice(9, 20_000));
    await stands(scene, '#1');
    await scene.pass(MINUTE);
    await scene.hears('彭立新', /老贺发了90秒语音[\s\S]*惠民超市发了9秒语音/u, id);
    expect(server.requests).toHaveLength(before);
  });
});

describe('voice that nobody writes down', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  it('alone it is put before the cadre, out of the group; 登记 makes it a case with the voice', async () => {
    const id = scene.say('刘阿婆', HERE, '', voice(18));
    scene.say('老贺', HERE, '', voice(1));
    scene.say('周小满', HERE, '', voice(8));
    await stands(scene, '#1').catch(() => undefined);
    await scene.pass(MINUTE);
    const list = await scene.hears('彭立新', /1 刘阿婆发了18秒语音，请到群里听一下/u, id);
    expect(list.text).not.toMatch(/老贺|周小满/u);
    expect(since(scene, HERE, id)).toEqual([]);
    const picked = scene.say('彭立新', 'bot', '登记 1');
    await scene.hears(HERE, /已收到 #1 /u, picked);
    expect((await history(scene, '#1')).join('\n')).toContain('附：语音1段');
  });

  it('next to a matter it joins it, and the cadre hears nothing of it', async () => {
    const number = await raise(scene, '谭嫂子', HERE, '五组的路灯不亮');
    const id = scene.say('谭嫂子', HERE, '', voice(5));
    await stands(scene, number);
    await scene.pass(MINUTE);
    expect((await history(scene, number)).join('\n')).toContain('语音1段');
    await scene.settle(400);
    expect(since(scene, '彭立新', id)).toEqual([]);
  });

  it('before its words it goes with them, and leaves the list', async () => {
    const id = scene.say('月亮走我也走', HERE, '', voice(7));
    scene.say('月亮走我也走', HERE, '反映：二组的下水道堵了好几天了');
    await scene.hears(HERE, /已收到 #3 /u, id);
    await scene.settle(400);
    await scene.pass(MINUTE);
    await scene.settle(400);
    expect(since(scene, '彭立新', id).join('')).not.toContain('发了7秒语音');
  });

  it('in a row they are one; two a day of one person are enough', async () => {
    await scene.pass(60 * MINUTE);
    const id = scene.say('老贺', HERE, '', voice(11));
    for (const seconds of [12, 13, 14]) scene.say('老贺', HERE, '', voice(seconds));
    await stands(scene, '#1');
    for (const seconds of [21, 31, 41]) {
      await scene.pass(30 * MINUTE);
      scene.say('老贺', HERE, '', voice(seconds));
      await stands(scene, '#1');
    }
    await scene.pass(MINUTE);
    await scene.settle(500);
    const told = since(scene, '彭立新', id)
      .join('\n')
      .match(/老贺发了\d+秒语音/gu);
    expect(told).toEqual(['老贺发了11秒语音', '老贺发了21秒语音']);
  });
});

describe('voice_suggestions: off', () => {
  it('leaves the cadre in peace', async () => {
    const scene = await Scene.open({ settings: `${QUICK}voice_suggestions: off\n` });
    try {
      const id = scene.say('刘阿婆', HERE, '', voice());
      const number = await raise(scene, '老贺', HERE, '三组的路灯坏了');
      await scene.pass(MINUTE);
      await stands(scene, number);
      await scene.settle(400);
      expect(since(scene, '彭立新', id).join('')).not.toContain('语音');
    } finally {
      await scene.close();
    }
  }, 60_000);
});
