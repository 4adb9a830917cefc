import { networkInterfaces } from 'node:os';
import { T0, World } from './web-fixture.js';

describe('the clock of tests', () => {
  let world: World;
  afterEach(() => world.web.stop());

  it('is set, and answers when all has followed', async () => {
    const order: string[] = [];
    const setClock = async (at: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      world.now = at;
      order.push('followed');
    };
    world = await new World({ clock: true, setClock }).start();
    const answer = await world.setClock('{"now":"2026-05-02T18:00:00+08:00"}');
    order.push('answered');
    expect(order).toEqual(['followed', 'answered']);
    expect([answer.status, answer.text]).toEqual([200, '{"now":"2026-05-02T10:00:00.000Z"}']);
    expect((await world.raw('/clock')).text).toBe('{"now":"2026-05-02T10:00:00.000Z"}');
  });

  it.each(['2026-05-02T10:00:00Z', '2026-05-02T10:00:00.000Z', '2026-05-02T18:00+08:00'])(
    '%s is understood',
    async (now) => {
      world = await new World({ clock: true }).start();
      expect((await world.setClock(JSON.stringify({ now }))).status).toBe(200);
      expect(world.now).toBe(Date.parse('2026-05-02T10:00:00Z'));
    },
  );

  it.each([
    '', '{', 'null', '[]', '{}', '{"now":1}', '{"now":"tomorrow"}', '{"now":"2026-05-02"}', '{"now":"2026-05-02T10:00:00"}',
    '{"now":"2026-13-02T10:00:00Z"}', '{"now":"2026-05-02T10:00:00Z","x":1}', '{"now":"+275760-09-13T00:00:00Z"}',
  ])('%s is refused with what would have been right', async (body) => {
    world = await new World({ clock: true }).start();
    const answer = await world.setClock(body);
    expect(answer.status).toBe(400);
    expect((JSON.parse(answer.text) as { error: string }).error).toMatch(/2026-05-02T18:00:00\+08:00/u);
    expect(world.now).toBe(T0);
  }); // prettier-ignore

  it('is not there without HUIYIN_CLOCK=manual', async () => {
    world = await new World().start();
    expect((await world.setClock('{"now":"2026-05-02T10:00:00Z"}')).status).toBe(404);
    expect((await world.raw('/clock')).status).toBe(404);
  });

  it('a body too large is refused unread', async () => {
    world = await new World({ clock: true }).start();
    const answer = await world.setClock(`{"now":"${'9'.repeat(70_000)}"}`);
    expect(answer.status).toBe(413);
  });
});

describe('who may set the clock', () => {
  let world: World;
  afterEach(() => world.web.stop());
  const body = '{"now":"2026-05-02T10:00:00Z"}';

  it('nobody by a foreign name: DNS rebinding', async () => {
    world = await new World({ clock: true }).start();
    for (const host of [
      'evil.example',
      'evil.example:8080',
      '127.0.0.1.evil.example',
      '10.0.0.5',
      'localhost.evil.example',
    ]) {
      expect((await world.setClock(body, { host })).status).toBe(421);
    }
    expect(world.now).toBe(T0);
  });

  it('by any loopback name', async () => {
    world = await new World({ clock: true }).start();
    for (const host of ['localhost', 'LOCALHOST:8080', '127.0.0.1', '127.0.0.1:1234', '[::1]:8080']) {
      expect((await world.setClock(body, { host })).status).toBe(200);
    }
  });

  it('no page of another site', async () => {
    world = await new World({ clock: true }).start();
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'file://', 'x']) {
      expect((await world.setClock(body, { origin })).status).toBe(403);
    }
    expect(world.now).toBe(T0);
    expect((await world.setClock(body, { origin: world.url })).status).toBe(200);
  });

  it('nobody behind a proxy', async () => {
    world = await new World({ clock: true }).start();
    expect((await world.setClock(body, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
    expect((await world.setClock(body, { forwarded: 'for=203.0.113.7' })).status).toBe(403);
    expect(world.now).toBe(T0);
  });

  it('served to the network: nobody but this machine', async () => {
    world = await new World({ clock: true }).start('0.0.0.0');
    expect((await world.setClock(body)).status).toBe(200);
    expect((await world.setClock(body, { host: 'evil.example' })).status).toBe(403);
    expect((await world.raw('/healthz', { headers: { host: 'evil.example' } })).status).toBe(200);
    const [other] = Object.values(networkInterfaces()).flatMap(
      (all) => all?.filter((one) => !one.internal && one.family === 'IPv4') ?? [],
    );
    if (other === undefined) return;
    world.now = T0;
    expect((await world.setClock(body, { host: '127.0.0.1' }, other.address)).status).toBe(403);
    expect((await world.raw('/qr', { address: other.address, headers: { host: '127.0.0.1' } })).status).toBe(
      403,
    );
    expect(world.now).toBe(T0);
  });
});
