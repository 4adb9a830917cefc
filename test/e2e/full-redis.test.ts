import { until } from '../support/product.js';
import { freePorts } from '../support/free-ports.js';
import { TestRedis, type TestRedisOptions } from '../support/redis.js';
import { Scene } from '../support/scene.js';
import { HERE, raise, since, stands } from '../support/talk.js';

describe('writes refused under the product', () => {
  let redis: TestRedis;
  let scene: Scene;
  async function open(options: Partial<TestRedisOptions>): Promise<void> {
    const [port = 0] = await freePorts(1);
    redis = await TestRedis.start({ port, ...options });
    scene = await Scene.open({ env: { REDIS_URL: redis.address } });
  }
  afterEach(async () => {
    await scene.close();
    await redis.stop();
  });

  async function ready(wanted: boolean): Promise<{ ready: boolean; reasons: string[] }> {
    return until(
      async () => {
        const answer = await fetch(`${scene.product.url}/readyz`);
        const body = (await answer.json()) as { ready: boolean; reasons: string[] };
        return body.ready === wanted && answer.ok === wanted ? body : null;
      },
      () => `/readyz did not become ${wanted}`,
    );
  }

  it('full memory: /readyz says so, what came meanwhile is answered afterwards, once', async () => {
    await open({});
    expect(await raise(scene, '老贺', HERE, '三组的路灯坏了')).toBe('#1');
    await redis.refuseWrites();
    expect((await ready(false)).reasons.join()).toMatch(/memory is full/u);
    expect((await fetch(`${scene.product.url}/healthz`)).status).toBe(200);
    const id = scene.say('谭嫂子', HERE, '反映：二组的井盖没了');
    scene.say('周小满', HERE, '办结 #1 换了灯泡');
    scene.say('刘阿婆', HERE, '反映：五组停电了');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(since(scene, HERE, id)).toEqual([]);
    await redis.allowWrites();
    await ready(true);
    await scene.hears(HERE, /已收到 #2 二组的井盖没了/u, id);
    await scene.hears(HERE, /#1 已办结：换了灯泡/u, id);
    await scene.hears(HERE, /#3 五组停电了/u, id);
    await scene.settle();
    // Receipts that had to wait for one another may share a message.
    const said = since(scene, HERE, id).join('\n');
    for (const once of ['#2 二组', '#1 已办结', '#3 五组']) expect(said.split(once)).toHaveLength(2);
  });

  it('full disk: the same', async () => {
    await open({ fileLimitKb: 600 });
    expect(await raise(scene, '老贺', HERE, '三组的路灯坏了')).toBe('#1');
    const filler = redis.connect();
    let full = false;
    for (let i = 0; i < 2_000 && !full; i += 1)
      await filler.set(`filler:${i % 5}`, 'x'.repeat(4_000)).catch(() => (full = true));
    expect((await ready(false)).reasons.join()).toMatch(/disk/u);
    const id = scene.say('谭嫂子', HERE, '反映：二组的井盖没了');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(since(scene, HERE, id)).toEqual([]);
    await redis.freeDisk();
    await ready(true);
    await scene.hears(HERE, /已收到 #2 二组的井盖没了/u, id);
    expect(await stands(scene, '#1')).toContain('三组的路灯坏了');
    await scene.settle();
    expect(since(scene, HERE, id)).toHaveLength(1);
  });
});
