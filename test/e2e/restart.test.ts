import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { until } from '../support/product.js';
import { Scene } from '../support/scene.js';

const PLACES = ['一组', '二组', '三组', '四组', '五组', '六组', '七组', '八组'];
const THINGS = ['的路灯坏了三天了', '没水了', '的井盖不见了', '的垃圾没人清', '的水渠堵了'];

/** Every number that a receipt in this chat gave out, sorted. */
function receipts(scene: Scene): number[] {
  const parts = scene.said('石门').flatMap((text) => [...text.matchAll(/已收到 #(\d+)|、#(\d+) /gu)]);
  return parts.map((hit) => Number(hit[1] ?? hit[2])).sort((a, b) => a - b);
}

/** Whether a message has reached the bot, by its own metrics. */
async function heard(scene: Scene): Promise<true | null> {
  const metrics = await fetch(`${scene.product.url}/metrics`);
  return /^huiyin_messages_heard_total\{[^}]*\} [1-9]/mu.test(await metrics.text()) ? true : null;
}

/**
 * Until every matter (message id → words) has its receipt. What was being said in the moment of a kill may stay unsaid,
 * or was said without the bot's knowing: the log names its row, and so it is never counted twice.
 */
function answered(scene: Scene, posted: ReadonlyMap<string, string>): Promise<true> {
  const open = (): string[] => {
    const said = scene.said('石门').join('\n');
    const known = ([id, words]: [string, string]): boolean =>
      said.includes(words) || scene.product.errors.includes(`open:${id}/`);
    return [...posted].filter((one) => !known(one)).map(([, words]) => words);
  };
  return until(
    () => (open().length === 0 ? true : null),
    () => `without a receipt: ${open().join('、')}`,
  );
}

describe('a restart in the middle', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.open();
  });
  afterEach(() => scene.close());

  it('kill -9 of the process: nothing lost, nothing said twice', async () => {
    const posted = new Map<string, string>();
    for (let round = 0; round < 3; round += 1) {
      for (const place of PLACES) {
        const words = `${place}${THINGS[round] ?? ''}`;
        posted.set(scene.say('老贺', '石门', `诉求：${words}`), words);
      }
      // In the middle of it: all have reached the bot, some are read, some decided, some being sent.
      await scene.hears('石门', /已收到/u, scene.village.sent().at(-1)?.id);
      await scene.product.kill();
      await scene.startProduct();
      // The dead worker's chat is free again after five seconds; what comes then is not the next round's.
      await answered(scene, posted);
    }
    await scene.settle(2_000);
    const told = receipts(scene);
    expect(new Set(told).size).toBe(told.length); // nothing said twice
    scene.say('周小满', 'bot', '待办');
    await scene.hears('周小满', /待办/u);
    await scene.settle();
    const listed = scene.said('周小满').join('\n');
    expect(Number(/待办(\d+)件/u.exec(listed)?.[1])).toBe(posted.size);
    expect(scene.product.cli('audit', 'verify')).toMatch(/^24 cases, 24 events: every history is whole/u);
  });

  it('kill -9 of Redis: it comes back on the same data and the bot goes on', async () => {
    scene.say('老贺', '石门', '一组的路灯坏了三天了，麻烦来修');
    await scene.hears('石门', /已收到 #1/u);
    const file = join(scene.product.folder, 'data', 'redis', 'server.json');
    const { pid } = z.object({ pid: z.number() }).parse(JSON.parse(readFileSync(file, 'utf8')));
    process.kill(pid, 'SIGKILL');
    scene.say('谭嫂子', '石门', '反映：二组没水了，麻烦来看看');
    await scene.hears('石门', /已收到 #2/u);
    scene.say('周小满', '石门', '办结 #1 换了灯泡');
    await scene.hears('石门', /#1 已办结/u);
    expect(receipts(scene)).toEqual([1, 2]);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('SIGTERM ends it cleanly within ten seconds', async () => {
    scene.say('老贺', '石门', '一组的路灯坏了三天了，麻烦来修');
    await until(
      () => heard(scene),
      () => 'the message has not reached the bot',
    );
    const before = performance.now();
    expect(await scene.product.stop()).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_000);
    await scene.startProduct();
    await scene.hears('石门', /已收到 #1/u);
    await scene.settle();
    expect(receipts(scene)).toEqual([1]);
  });
});
