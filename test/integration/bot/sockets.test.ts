import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { ConnectionSockets } from '../../../src/bot/gateway/sockets.js';
import { eventually } from '../../support/eventually.js';

/** A server that takes whoever comes. */
class Taker {
  readonly taken = new Set<Socket>();
  readonly #server: Server = createServer((socket) => {
    this.taken.add(socket);
    socket.on('error', () => undefined).on('close', () => this.taken.delete(socket));
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.taken) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describe('the sockets of a connection', () => {
  let gateway: Taker;
  let other: Taker;
  beforeEach(async () => {
    gateway = await new Taker().start();
    other = await new Taker().start();
  });
  afterEach(async () => {
    await gateway.stop();
    await other.stop();
  });

  const to = (taker: Taker): Socket => connect(taker.port, '127.0.0.1').on('error', () => undefined);
  const taken = (taker: Taker, n: number): Promise<number> => eventually(`${n} taken`, () => taker.taken.size === n); // prettier-ignore

  it('are let go by a reset, with what was opened to the same end since it settled; all others stay', async () => {
    const sockets = new ConnectionSockets();
    sockets.during(() => void to(gateway));
    await taken(gateway, 1);
    sockets.settle();
    const stray = to(gateway);
    const foreign = to(other);
    await taken(gateway, 2);
    await taken(other, 1);
    const late = to(gateway);
    sockets.reset();
    await taken(gateway, 0);
    expect([stray.destroyed, late.destroyed, foreign.destroyed]).toEqual([true, true, false]);
    foreign.destroy();
  });

  it('leave another connection to the same end alone', async () => {
    const [one, two] = [new ConnectionSockets(), new ConnectionSockets()];
    one.during(() => void to(gateway));
    await taken(gateway, 1);
    one.settle();
    two.during(() => void to(gateway));
    await taken(gateway, 2);
    two.settle();
    one.reset();
    await taken(gateway, 1);
    two.reset();
    await taken(gateway, 0);
  });

  it('let go of what is opened to their end by itself soon after, and of nothing else', async () => {
    const sockets = new ConnectionSockets();
    sockets.during(() => void to(gateway));
    await taken(gateway, 1);
    sockets.settle();
    sockets.reset();
    await taken(gateway, 0);
    const late = to(gateway);
    const foreign = to(other);
    const next = new ConnectionSockets();
    next.during(() => void to(gateway));
    await taken(other, 1);
    await eventually('the late one is let go', () => late.destroyed);
    await taken(gateway, 1);
    expect(foreign.destroyed).toBe(false);
    next.reset();
    foreign.destroy();
    await taken(gateway, 0);
  });
});
