import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseLabelled, type LabelledLine } from '../../src/recognise/transcript.js';
import { Scene } from '../support/scene.js';
import { APART, doubtfulLines } from '../support/doubtful.js';
import { HERE, raise, stands } from '../support/talk.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const extra = z.object({
  context: z.boolean(),
  correction: z.object({ kind: z.string(), model: z.string(), confidence: z.number().nullable() }).optional(),
});

describe('what cadres confirm, correct and register', () => {
  const [first = '', second = '', third = ''] = doubtfulLines(3, APART);
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
  }, 60_000);
  afterAll(() => scene.close(), 30_000);

  const cli = (...args: string[]): string => scene.product.cli('corrections', ...args);

  async function exported(): Promise<{ raw: string; labelled: (LabelledLine & z.infer<typeof extra>)[] }> {
    const file = join(scene.product.folder, 'corrections.jsonl');
    cli('export', '--out', file);
    const raw = await readFile(file, 'utf8');
    const more = raw.split('\n').filter(Boolean).map((line) => extra.parse(JSON.parse(line))); // prettier-ignore
    return {
      raw,
      labelled: parseLabelled(raw, file).map((line, i) => ({ ...line, ...(more[i] ?? { context: true }) })),
    };
  }

  it('are kept with the lines around them, in the corpus’s own form', async () => {
    scene.say('惠民超市', HERE, '老贺家的鸡蛋到了，要的打 13800001234');
    await scene.settle(300);
    await scene.pass(5 * MINUTE);
    for (const [who, text] of [
      ['谭嫂子', first],
      ['老贺', second],
      ['刘阿婆', third],
    ] as const) {
      scene.say(who, HERE, text);
      await scene.settle(300);
      await scene.pass(40 * MINUTE);
    }
    await scene.hears('彭立新', new RegExp(`3 刘阿婆：${third}`, 'u'));
    const picked = scene.say('彭立新', 'bot', '登记 1');
    await scene.hears('彭立新', /登记好了：石门社区#1/u, picked);
    scene.say('彭立新', 'bot', '不是 2');
    const joined = scene.say('彭立新', 'bot', '并入 3 #1');
    await scene.hears('彭立新', /1条并入 #1/u, joined);
    const { raw, labelled } = await exported();
    const own = labelled.filter((line) => !line.context).sort((a, b) => a.t.localeCompare(b.t));
    expect(
      own.map((line) => [line.text, line.correction?.kind, line.case, line.intent === 'chatter']),
    ).toEqual([
      [first, 'picked', true, false],
      [second, 'dropped', false, true],
      [third, 'joined', false, false],
    ]);
    expect(own.every((line) => (line.correction?.confidence ?? 0) > 0)).toBe(true);
    expect(raw).toContain('某某家的鸡蛋到了，要的打 某号码');
    expect(raw).not.toMatch(/13800001234|老贺|谭嫂子|刘阿婆|wxid_|chatroom/u);
    const opening = labelled.find((line) => line.group === own[2]?.group && line.case);
    expect(opening?.text).toBe(first);
  });

  it('不是诉求, 改类 and 登记 by quote teach, and what is taken back does not', async () => {
    const number = await raise(scene, '谭嫂子', HERE, '三组的路灯坏了');
    scene.say('周小满', HERE, `不是诉求 ${number}`);
    const other = await raise(scene, '老贺', HERE, '二组的垃圾没人清');
    scene.say('周小满', HERE, `改类 ${other} 交通`);
    await stands(scene, other);
    scene.say('周小满', HERE, '撤销');
    const quoted = scene.say('刘阿婆', HERE, '鸭子跑到我菜园里来哒');
    scene.say('周小满', HERE, '登记', { quote: quoted });
    await scene.hears(HERE, /已收到 #\d+ .*鸭子/u, quoted);
    await stands(scene, other);
    const { labelled } = await exported();
    const own = labelled.filter((line) => ['voided', 'registered'].includes(line.correction?.kind ?? ''));
    expect(own.map((line) => `${line.correction?.kind ?? ''} ${line.case}`).sort()).toEqual([
      'registered true',
      'voided false',
    ]);
  });

  it('an accusation never enters, and counts say what there is', async () => {
    const words = scene.say('月亮走我也走', HERE, '周小满把修路的钱吞了');
    scene.say('欧清和', 'bot', '登记 1');
    await scene.hears('欧清和', /登记/u, words);
    await stands(scene, '#1');
    const { raw } = await exported();
    expect(raw).not.toContain('钱吞了');
    const counts = cli();
    expect(counts).toMatch(/^5 corrections, the oldest of 2026-05-02; kept for 365 days/u);
    expect(counts).toMatch(/1 {2}dropped .*不是 1/u);
    expect(cli('--help')).toContain('export');
  });

  it('expire at the end of the set period', async () => {
    await scene.pass(366 * DAY);
    await scene.settle(500);
    expect(cli()).toMatch(/^0 corrections/u);
    expect(() => cli('export', '--out', '/nonexistent/x')).toThrow(/choose another --out/u);
  });
});
