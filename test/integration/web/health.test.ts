import { World } from './web-fixture.js';

describe('health', () => {
  let world: World;
  beforeEach(async () => {
    world = await new World().start();
  });
  afterEach(() => world.web.stop());

  it('lives as long as it answers', async () => {
    world.health = async () => ({ ready: false, reasons: ['redis away'] });
    const answer = await world.raw('/healthz');
    expect([answer.status, answer.text]).toEqual([200, '{"status":"live"}']);
  });

  it('is ready, or says why not', async () => {
    expect(await world.raw('/readyz')).toMatchObject({ status: 200, text: '{"ready":true,"reasons":[]}' });
    world.health = async () => ({ ready: false, reasons: ['redis away', 'gateway disconnected'] });
    const answer = await world.raw('/readyz');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toEqual({
      ready: false,
      reasons: ['redis away', 'gateway disconnected'],
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('a check that fails is not ready, and tells the log, not the world', async () => {
    world.health = () => Promise.reject(new Error('secret at 10.0.0.5'));
    const answer = await world.raw('/readyz');
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('secret');
    expect(JSON.stringify(world.errors)).toContain('secret at 10.0.0.5');
  });

  it('a check that hangs is not ready after three seconds', async () => {
    let release = (): void => undefined;
    world.health = () => new Promise((resolve) => (release = () => resolve({ ready: true, reasons: [] })));
    const began = performance.now();
    const answer = await world.raw('/readyz');
    expect(JSON.parse(answer.text)).toEqual({ ready: false, reasons: ['health check does not answer'] });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((await world.raw('/healthz')).status).toBe(200);
    release();
  });

  it('HEAD is answered without a body', async () => {
    expect(await world.raw('/healthz', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });
});
