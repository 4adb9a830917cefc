import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

interface Pair {
  client: Socket;
  server: Socket | null;
}

/**
 * A line between client and gateway that can fail as networks do: cut (connections reset), gone (refused), or a black
 * hole (connections stand, nothing comes through, closing neither).
 */
export class FaultProxy {
  readonly #targetPort: number;
  readonly #pairs = new Set<Pair>();
  #server: Server;
  #hole = false;
  /** Connections taken so far, and those open. */
  taken = 0;

  private constructor(targetPort: number) {
    this.#targetPort = targetPort;
    this.#server = this.#newServer();
  }

  static async start(targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort);
    await proxy.#listen(0);
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get open(): number {
    return this.#pairs.size;
  }

  /** Resets every connection; new ones come through. */
  cut(): void {
    for (const pair of this.#pairs) this.#drop(pair);
  }

  /** Cut, and nobody is let in for `ms`. */
  async away(ms: number): Promise<void> {
    const { port } = this;
    this.#server.close();
    this.cut();
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.#server = this.#newServer();
    await this.#listen(port);
  }

  hole(): void {
    this.#hole = true;
    for (const pair of this.#pairs) {
      pair.client.pause();
      pair.server?.pause();
    }
  }

  /** The hole closes: what was under way arrives. */
  resume(): void {
    this.#hole = false;
    for (const pair of this.#pairs) {
      if (!pair.server) this.#join(pair);
      pair.client.resume();
      pair.server?.resume();
    }
  }

  async stop(): Promise<void> {
    this.#hole = false;
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #newServer(): Server {
    return createServer({ pauseOnConnect: true }, (client) => this.#take(client));
  }

  #listen(port: number): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  #take(client: Socket): void {
    this.taken += 1;
    const pair: Pair = { client, server: null };
    this.#pairs.add(pair);
    this.#watch(pair, client);
    if (this.#hole) return;
    this.#join(pair);
    client.resume();
  }

  #join(pair: Pair): void {
    const server = connect(this.#targetPort, '127.0.0.1');
    pair.server = server;
    this.#watch(pair, server);
    pair.client.on('data', (data) => server.write(data));
    server.on('data', (data) => pair.client.write(data));
  }

  #watch(pair: Pair, socket: Socket): void {
    socket.on('error', () => undefined);
    socket.on('end', () => this.#drop(pair));
    socket.on('close', () => this.#drop(pair));
  }

  #drop(pair: Pair): void {
    if (!this.#pairs.delete(pair)) return;
    reset(pair.client);
    if (pair.server) reset(pair.server);
  }
}

/** Node loses the handle of a socket that is reset while it is ending. */
function reset(socket: Socket): void {
  if (socket.writableEnded || socket.connecting) socket.destroy();
  else socket.resetAndDestroy();
}
