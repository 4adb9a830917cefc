import { TestRedis } from '../../support/redis.js';

describe('commands given in one turn of the loop', () => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await TestRedis.start();
  });
  afterAll(() => server.stop());

  it('leave in one write, in their order, and each has its own answer', async () => {
    const redis = server.connect();
    await redis.ping();
    const { stream } = redis as unknown as { stream: { _writev: (...args: unknown[]) => void } };
    const written: number[] = [];
    const writev = stream._writev.bind(stream);
    stream._writev = (chunks, ...rest) => {
      written.push((chunks as unknown[]).length);
      writev(chunks, ...rest);
    };
    const asked = Array.from({ length: 20 }, (_, i) => redis.rpush('order', `第${i}条`));
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await redis.lrange('order', 0, -1)).toEqual(Array.from({ length: 20 }, (_, i) => `第${i}条`));
    expect(written).toEqual([20]);
  });

  it('still do after the server was away', async () => {
    const redis = server.connect();
    await redis.ping();
    await server.kill9();
    const waiting = Promise.all([redis.set('a', '1'), redis.set('b', '2')]);
    await server.restart();
    expect(await waiting).toEqual(['OK', 'OK']);
    expect(await Promise.all([redis.get('a'), redis.get('b')])).toEqual(['1', '2']);
  });
});
