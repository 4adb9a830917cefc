import { asked, IGNORE, json, ModelServer, OPEN, says, type Answer } from '../support/model-server.js';
import { doubtfulLine, doubtfulLines, unsure } from '../support/doubtful.js';
import { sleep } from '../support/eventually.js';
import { QUICK, Scene } from '../support/scene.js';
import { HERE, history, since, stands, THERE } from '../support/talk.js';

/** Lines that this version of the recogniser does not open, yet a second reader would be asked about. */
const suggested = [doubtfulLine(' 打我电话13800001234', unsure)];
const others = doubtfulLines(8, (i) => i, 'unsure').filter((text) => !suggested.includes(text));
const doubtful = [...suggested, ...others];
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = doubtful;
const MINUTE = 60_000;
/** A line that was not asked about within this time will not be. */
const ASKED_MS = 3_000;

describe('with a second reader', () => {
  let server: ModelServer;
  let scene: Scene;
  beforeAll(async () => {
    server = await new ModelServer().start();
    const reader = `reader: { url: ${server.url}, model: qwen, timeout_s: 6 }\n`;
    scene = await Scene.open({ settings: QUICK + reader, env: { HUIYIN_READER_KEY: 'sk-e2e' } });
  }, 60_000);
  afterAll(async () => {
    await scene.close();
    await server.stop();
  }, 30_000);

  it('what the recogniser does not open is opened by the reader’s word, and its model is kept', async () => {
    expect(doubtful.length).toBeGreaterThanOrEqual(4);
    expect(suggested).toHaveLength(1);
    server.answer = (_, response) => says(response, OPEN);
    const id = scene.say('月亮走我也走', HERE, `${FIRST} 打我电话13800001234`);
    const receipt = await scene.hears(HERE, /已收到 #1 /u, id);
    expect(receipt.mentionIds).toEqual(['wxid_moon']);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-e2e');
    expect(asked(server.requests[0]).这一条).toEqual({ 谁: '甲（村民）', 说: `${FIRST} 打我电话[号码]` });
    await scene.pass(MINUTE);
    expect(since(scene, '彭立新', id).join('')).not.toContain('像是诉求');
  });

  it('a neighbour’s line joins the case that the reader names', async () => {
    server.answer = (request, response) => {
      const { 已有的事: matters } = asked(request);
      says(response, {
        ...OPEN,
        action: 'join',
        matter: matters.find((one) => one.说.startsWith(FIRST))?.编号 ?? 0,
      });
    };
    await scene.pass(40 * MINUTE);
    const id = scene.say('谭嫂子', HERE, SECOND);
    await stands(scene, '#1');
    expect(since(scene, HERE, id)).toEqual([]);
    expect((await history(scene, '#1')).join('\n')).toContain('后来的话1句');
  });

  it('an accusation never reaches it, nor who says it', async () => {
    server.answer = (_, response) => says(response, OPEN);
    const lines = ['村支书把修路的钱贪了', '彭立新吃了工程回扣', '会计做假账 低保名额都给了他小舅子'];
    for (const text of lines) scene.say('谭嫂子', HERE, text);
    await scene.settle(300);
    await scene.pass(40 * MINUTE);
    const id = scene.say('刘阿婆', HERE, THIRD);
    await scene.hears(HERE, /已收到 #2 /u, id);
    for (const word of ['贪', '回扣', '小舅子', '彭立新'])
      expect(server.all).not.toContain(`说\\":\\"${word}`);
    const texts = server.requests.map((one) => JSON.stringify(asked(one))).join('\n');
    expect(texts).not.toMatch(/贪|回扣|假账|小舅子/u);
    expect(texts).not.toMatch(/月亮走我也走|谭嫂子|刘阿婆|wxid|138\d|石门/u);
  });

  it('while it thinks, its room waits in order and others do not', async () => {
    let answer = (): void => undefined;
    server.answer = (_, response) => {
      answer = () => says(response, OPEN);
    };
    const before = server.requests.length;
    const slow = scene.say('老贺', HERE, FOURTH);
    const behind = scene.say('谭嫂子', HERE, '反映：四组的桥栏杆断了');
    const elsewhere = scene.say('老唐', THERE, '反映：水渠塌了一段');
    await scene.hears(THERE, /已收到 #1 /u, elsewhere);
    expect(since(scene, HERE, slow)).toEqual([]);
    expect(server.requests).toHaveLength(before + 1);
    answer();
    await scene.hears(HERE, /已收到 #4 四组的桥栏杆断了/u, behind);
    expect((await scene.hears(HERE, /已收到 #3 /u, slow)).mentionIds).toEqual(['wxid_he']);
  });

  /** Says one line after the other until the reader is asked about one: what is unsure alone may be plain beside other talk. */
  const askedAbout = async (texts: string[]): Promise<string> => {
    const before = server.requests.length;
    for (let text = texts.shift(); text !== undefined; text = texts.shift()) {
      const id = scene.say('覃老师', THERE, text);
      const end = Date.now() + ASKED_MS;
      while (Date.now() < end && server.requests.length === before) await sleep(20);
      if (server.requests.length > before) return id;
    }
    throw new Error('the reader is asked about none of these lines');
  };

  const unused = [...doubtful];
  it.each([
    ['kill', /已收到 #2 /u],
    ['stop', /已收到 #3 /u],
  ] as const)('a %s while it thinks loses nothing and doubles nothing', async (how, receipt) => {
    server.answer = () => undefined;
    const before = server.requests.length;
    const id = await askedAbout(unused);
    await scene.product[how]();
    server.answer = (_, response) => says(response, OPEN);
    await scene.startProduct();
    await scene.hears(THERE, receipt, id);
    await scene.settle(400);
    expect(since(scene, THERE, id)).toHaveLength(1);
    expect(server.requests).toHaveLength(before + 2);
  });

  it('counts what it does, without a word of it', async () => {
    const text = await (await fetch(`${scene.product.url}/metrics`)).text();
    expect(text).toContain('huiyin_remote_total{service="reader",outcome="settled"} 1');
    expect(text).toContain('huiyin_remote_breaker_open{service="reader"} 0');
    expect(scene.product.errors).not.toMatch(/sk-e2e|13800001234/u);
  });
});

describe('with a second reader that fails', () => {
  const failing: [string, Answer | null][] = [
    ['is dead', null],
    ['answers nonsense', (_, response) => says(response, { ...IGNORE, action: 'delete' })],
    ['answers 500', (_, response) => json(response, 500, {})],
  ];
  it.each(failing)(
    '%s, everything works as before',
    async (_how, answer) => {
      const server = await new ModelServer().start();
      const settings = `${QUICK}reader: { url: ${server.url}, model: qwen, timeout_s: 1 }\n`;
      if (answer) server.answer = answer;
      else await server.stop();
      const scene = await Scene.open({ settings });
      try {
        const likely = doubtfulLine();
        const id = scene.say('老贺', HERE, likely);
        const clear = scene.say('谭嫂子', HERE, '反映：中院子路灯不亮，晚上老人走路看不见');
        await scene.hears(HERE, /已收到 #1 中院子路灯不亮/u, clear);
        await scene.pass(MINUTE);
        await scene.hears('彭立新', new RegExp(`1 老贺：${likely}`, 'u'), id);
        expect(since(scene, HERE, id)).toHaveLength(1);
      } finally {
        await scene.close();
        await server.stop();
      }
    },
    60_000,
  );
});
