import { readFileSync } from 'node:fs';
import { freePorts } from '../support/free-ports.js';
import { Product, until } from '../support/product.js';
import { TestRedis } from '../support/redis.js';
import { QUICK, Scene } from '../support/scene.js';
import { HERE, raise } from '../support/talk.js';

const DIRECTORY = readFileSync(new URL('../../config/directory.yaml', import.meta.url), 'utf8');

describe('two processes on one account', () => {
  let redis: TestRedis;
  let scene: Scene;
  let second: Product;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    redis = await TestRedis.start({ port });
    scene = await Scene.open({ env: { REDIS_URL: redis.address } });
    const env = {
      ...scene.village.env,
      HUIYIN_CLOCK: 'manual',
      REDIS_URL: redis.address,
      LOG_LEVEL: 'error',
    };
    second = await Product.make({ env, config: { 'directory.yaml': DIRECTORY, 'settings.yaml': QUICK } });
  });
  afterAll(async () => {
    await second.remove();
    await scene.close();
    await redis.stop();
  });

  it('the second is refused in one line, and the first goes on', async () => {
    await expect(second.start()).rejects.toThrow('the product ended with 2');
    expect(second.errors).toMatch(/^Process \d+ on \S+ holds this account already.*\n$/u);
    expect(await raise(scene, '老贺', HERE, '三组的路灯坏了')).toBe('#1');
  });

  it('after a kill -9 of the first the second takes over, and loses nothing', async () => {
    await scene.product.kill();
    second.errors = '';
    await second.start();
    await until(
      async () => ((await fetch(`${second.url}/readyz`)).ok && scene.village.botConnected ? true : null),
      () => second.errors,
    );
    const id = scene.say('谭嫂子', HERE, '反映：二组的井盖没了');
    await scene.hears(HERE, /已收到 #2 二组的井盖没了/u, id);
  });

  it('one that another has taken the account from ends by itself, with one line', async () => {
    const client = redis.connect();
    const [key = ''] = await client.keys('hy:{a:*}:lease');
    await client.set(key, JSON.stringify({ host: 'other-machine', space: '', pid: 7 }), 'PX', 60_000);
    expect(await second.ended()).toBe(1);
    expect(second.errors).toBe(
      'Process 7 on other-machine has taken over this account: this process ends.\n',
    );
    expect(await client.get(key)).toContain('other-machine');
  });
});
