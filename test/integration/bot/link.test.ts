import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { newClient } from '../../../src/bot/gateway/channel.js';
import { serviceConfig } from '../../../src/bot/gateway/deadlines.js';
import { Link } from '../../../src/bot/gateway/link.js';
import type { PuppetClient } from '../../../src/bot/gateway/protocol.js';
import { eventually, sleep } from '../../support/eventually.js';
import { RawGateway } from '../../support/raw-gateway.js';

const CONFIG = serviceConfig({ payloadDeadlineMs: 5000, sendDeadlineMs: 5000 });
const deaf = { opened: () => undefined, event: () => undefined };

function clientTo(port: number): PuppetClient {
  const settings = {
    caCert: Buffer.alloc(0),
    disableTls: true,
    serverName: 'insecure',
    token: { token: 'insecure_x' },
  };
  return newClient({ ...settings, endpoint: `127.0.0.1:${port}` }, CONFIG);
}

/** Moments after a start: promise turns, loop turns, milliseconds. */
async function moment(n: number): Promise<void> {
  for (let i = 0; i < Math.min(n, 20); i += 1) await Promise.resolve();
  for (let i = 20; i < Math.min(n, 40); i += 1) await new Promise((resolve) => setImmediate(resolve));
  if (n >= 40) await sleep((n - 40) / 2);
}

describe('a link', () => {
  let server: Server;
  const open = new Set<Socket>();
  let taken = 0;

  /** Takes connections and never says a word. */
  beforeAll(async () => {
    server = createServer((socket) => {
      taken += 1;
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
      socket.resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('leaves no connection behind, at whatever moment it is let go, and tries no more', async () => {
    const { port } = server.address() as AddressInfo;
    for (let n = 0; n < 60; n += 1) {
      const link = new Link(clientTo(port), deaf);
      const tried = n % 2 === 0 ? link.open(5000) : link.answers(5000);
      await moment(n);
      link.close();
      expect(await tried).toBe(false);
    }
    await sleep(600);
    await eventually('no connection is open', () => open.size === 0);
    const before = taken;
    await sleep(1500);
    expect(taken).toBe(before);
  });

  it('leaves none when it hung for longer than gRPC waits between two tries', async () => {
    const { port } = server.address() as AddressInfo;
    for (const hangs of [300, 700, 1_500]) {
      const links = [new Link(clientTo(port), deaf), new Link(clientTo(port), deaf)];
      const tried = links.map((link, i) => (i === 0 ? link.open(20_000) : link.answers(20_000)));
      await sleep(hangs);
      for (const link of links) link.close();
      expect(await Promise.all(tried)).toEqual([false, false]);
    }
    // By now every backoff is over.
    await sleep(2_000);
    expect(open.size).toBe(0);
  });

  it('leaves none when it stood', async () => {
    const gateway = await RawGateway.start();
    const link = new Link(clientTo(gateway.port), deaf);
    expect(await link.open(3000)).toBe(true);
    const dinging = link.ding('x', 3000);
    link.close();
    await expect(dinging).rejects.toThrow();
    await expect(link.ding('x', 100)).rejects.toThrow('connection closed');
    expect(link.end).toEqual({ reason: 'closed', code: null });
    await gateway.stop();
  });

  it('gives up in time on a gateway that says nothing', async () => {
    const { port } = server.address() as AddressInfo;
    const link = new Link(clientTo(port), deaf);
    const started = performance.now();
    expect(await link.open(300)).toBe(false);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(link.end?.reason).toMatch(/300 ms/);
  });
});
