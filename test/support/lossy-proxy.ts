import { createConnection, createServer, type Server, type Socket } from 'node:net';

/**
 * A line to Redis that can break in the worst moment: after the server has done what it was asked, before it could say
 * so. The client then connects again and sends the same command again.
 */
export class LossyProxy {
  private readonly open = new Set<Socket>();
  private cutOn: string | null = null;
  /** Replies swallowed so far. */
  cuts = 0;

  private constructor(
    readonly path: string,
    private readonly server: Server,
  ) {}

  static async start(path: string, target: string): Promise<LossyProxy> {
    const server = createServer();
    const proxy = new LossyProxy(path, server);
    server.on('connection', (client) => proxy.join(client, createConnection(target)));
    await new Promise<void>((resolve) => server.listen(path, resolve));
    return proxy;
  }

  /** Swallows the reply to the next request that holds `word`, and closes the connection. */
  cutReplyTo(word: string): void {
    this.cutOn = word;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    let swallow = false;
    for (const socket of [client, server]) {
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [client, server].forEach((one) => one.destroy() && this.open.delete(one)));
    }
    client.on('data', (data) => {
      if (this.cutOn !== null && data.includes(this.cutOn)) {
        this.cutOn = null;
        swallow = true;
      }
      server.write(data);
    });
    server.on('data', (data) => {
      if (!swallow) return void client.write(data);
      this.cuts += 1;
      client.destroy();
    });
  }
}
