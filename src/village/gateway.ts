import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PuppetServer } from 'wechaty-puppet-service';
import type { VillagePuppet } from './puppet.js';

export interface GatewayOptions {
  /** `127.0.0.1:<port>` */
  endpoint: string;
  token: string;
  tls: boolean;
}

type Listener = (...args: unknown[]) => void;

/** A real puppet-service gateway before the village's puppet; it can go away and come back on the same port. */
export class Gateway {
  private server: PuppetServer | null = null;
  /** Listeners that the server put on the puppet and leaves there; without taking them off each restart would add some. */
  private added: [name: string | symbol, listener: Listener][] = [];

  constructor(
    private readonly options: GatewayOptions,
    private readonly puppet: VillagePuppet,
  ) {}

  async start(): Promise<void> {
    if (this.server) return;
    const before = listenersOf(this.puppet);
    const { endpoint, token, tls } = this.options;
    this.server = new PuppetServer({ endpoint, token, puppet: this.puppet, tls: { disable: !tls } });
    await this.server.start();
    this.added = listenersOf(this.puppet).filter(
      ([name, l]) => !before.some((b) => b[0] === name && b[1] === l),
    );
  }

  /** Cuts every connection at once. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    await server.stop();
    for (const [name, listener] of this.added) {
      // The server's own listener for a logout clears a timer that it may have running.
      if (name === 'logout') listener({});
      emitter(this.puppet).off(name, listener);
    }
  }

  async outage(ms: number): Promise<void> {
    await this.stop();
    await sleep(ms);
    await this.start();
  }
}

function emitter(puppet: VillagePuppet): NodeJS.EventEmitter {
  return puppet;
}

function listenersOf(puppet: VillagePuppet): [name: string | symbol, listener: Listener][] {
  const all = emitter(puppet);
  return all
    .eventNames()
    .flatMap((name) => (all.listeners(name) as Listener[]).map((l) => [name, l] as [string, Listener]));
}

/** A loopback port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free loopback port');
  return address.port;
}
