import { World } from './web-fixture.js';

describe('pages', () => {
  let world: World;
  afterEach(() => world.web.stop());

  it('the status page: state and figures', async () => {
    world = await new World().start();
    const { status, text, headers } = await world.raw('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/html; charset=UTF-8');
    expect(text).toContain('微信已连上');
    expect(text).toMatch(/<dt>诉求<\/dt>\s*<dd>12<\/dd>/u);
  });

  it.each([
    [{ connected: false, loggedIn: false }, '微信网关没连上'],
    [{ connected: true, loggedIn: false }, 'href="/qr"'],
    [{ connected: null, loggedIn: false }, '不带微信账号'],
  ])('%j', async (state, words) => {
    world = new World();
    world.status = { ...state, counts: [] };
    await world.start();
    expect((await world.raw('/')).text).toContain(words);
  });

  it('escapes what it shows', async () => {
    world = new World();
    world.status = { connected: true, loggedIn: true, counts: [['<script>alert(1)</script>', 1]] };
    await world.start();
    expect((await world.raw('/')).text).not.toContain('<script');
  });

  it('the QR page draws the code of the moment, and loads itself anew', async () => {
    world = await new World().start();
    expect((await world.raw('/qr')).text).toContain('现在不用扫码');
    world.qr = 'http://weixin.qq.com/x/one';
    const one = await world.raw('/qr');
    world.qr = 'http://weixin.qq.com/x/another';
    const another = await world.raw('/qr');
    expect(one.text).toContain('<svg');
    expect(one.text).toContain('http-equiv="refresh"');
    expect(one.headers['cache-control']).toBe('no-store');
    expect(/<path.*\/>/u.exec(one.text)?.[0]).not.toBe(/<path.*\/>/u.exec(another.text)?.[0]);
  });

  it('every answer carries the security headers', async () => {
    world = await new World({ clock: true }).start();
    for (const path of ['/', '/qr', '/healthz', '/readyz', '/metrics', '/clock', '/nowhere']) {
      const { headers } = await world.raw(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('what is not there, and what fails', async () => {
    world = new World().mount((app) =>
      app.get('/broken', () => {
        throw new Error('老贺 13800001234');
      }),
    );
    await world.start();
    expect(await world.raw('/nowhere')).toMatchObject({ status: 404, text: '{"error":"not found"}' });
    expect(await world.raw('/broken')).toMatchObject({
      status: 500,
      text: '{"error":"failed, see the log"}',
    });
    expect(await world.raw('/..%2f..%2fetc/passwd')).toMatchObject({ status: 404 });
  });
});

describe('mounted routes', () => {
  let world: World;
  afterEach(() => world.web.stop());

  it('take the front page, keep the rest, and may read more', async () => {
    world = new World().mount(
      (app) => {
        app.get('/', (c) => c.html('<h1>村里</h1>'));
        app.post('/api/picture', async (c) => c.json({ size: (await c.req.arrayBuffer()).byteLength }));
        app.get('/own', (c) => c.body('x', 200, { 'content-security-policy': "default-src 'none'" }));
      },
      { maxBody: 1_000_000 },
    );
    await world.start();
    expect((await world.raw('/')).text).toBe('<h1>村里</h1>');
    expect((await world.raw('/healthz')).status).toBe(200);
    const post = (size: number) => world.raw('/api/picture', { method: 'POST', body: 'x'.repeat(size) });
    expect((await post(200_000)).text).toBe('{"size":200000}');
    expect((await post(1_000_001)).status).toBe(413);
    expect((await world.raw('/own')).headers['content-security-policy']).toBe("default-src 'none'");
    expect(
      (await world.raw('/api/picture', { method: 'POST', headers: { origin: 'https://evil.example' } }))
        .status,
    ).toBe(403);
  });

  it('are added before the start only', async () => {
    world = await new World().start();
    expect(() => world.mount((app) => app.get('/late', (c) => c.text('x')))).toThrow('before the start');
  });
});

describe('starting and stopping', () => {
  it('a busy port is said with the way out', async () => {
    const first = await new World().start();
    const second = new World();
    await expect(second.web.start(first.port, '127.0.0.1')).rejects.toThrow(
      `127.0.0.1:${first.port} is taken by another program: stop it, or choose another port, as in PORT=${first.port + 1} npm start`,
    );
    await first.web.stop();
  });

  it('an address of another machine is said too', async () => {
    const world = new World();
    await expect(world.web.start(0, '203.0.113.7')).rejects.toThrow('set HOST to 127.0.0.1 or 0.0.0.0');
  });

  it('prints an address that a browser here can open', async () => {
    const world = await new World().start('0.0.0.0');
    expect(world.url).toBe(`http://127.0.0.1:${world.port}`);
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    await world.web.stop();
  });

  it('stops within a moment, open streams and all, and twice', async () => {
    const world = new World().mount((app) =>
      app.get('/stream', (c) =>
        c.body(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('first')) })),
      ),
    );
    await world.start();
    const answer = await fetch(`${world.url}/stream`);
    const reader = answer.body?.getReader();
    await reader?.read();
    await world.web.stop();
    await expect(reader?.read()).rejects.toThrow();
    await world.web.stop();
    await expect(fetch(`${world.url}/healthz`)).rejects.toThrow();
  });
});
