import { createServer } from 'node:net';

let next = process.pid * 37;

/** Free loopback ports whose port + 10000 is free too: a Redis Cluster node needs both. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  // Each process begins elsewhere, and never gives a port twice.
  for (; ports.length < count; next += 1) {
    const port = 20_000 + (next % 20_000);
    if ((await isFree(port)) && (await isFree(port + 10_000))) ports.push(port);
  }
  return ports;
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
