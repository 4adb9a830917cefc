import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, type RedisClient } from '../../src/store/connect.js';
import { freePorts } from './free-ports.js';

const SLOTS = 16_384;

/** Three redis-servers as one cluster without replicas; own ports and folders. */
export class TestCluster {
  private readonly clients: RedisClient[] = [];

  private constructor(
    private readonly dir: string,
    private readonly nodes: { port: number; child: ChildProcess }[],
  ) {}

  static async start(size = 3): Promise<TestCluster> {
    const dir = await mkdtemp(join(tmpdir(), 'hy-cluster-'));
    const ports = await freePorts(size);
    const cluster = new TestCluster(
      dir,
      await Promise.all(
        ports.map(async (port) => ({ port, child: await startNode(join(dir, String(port)), port) })),
      ),
    );
    await cluster.join(ports);
    return cluster;
  }

  get address(): string {
    return `redis+cluster://${this.nodes.map((node) => `127.0.0.1:${node.port}`).join(',')}`;
  }

  connect(): RedisClient {
    const client = connectRedis(this.address, { profile: 'worker' });
    this.clients.push(client);
    return client;
  }

  /** Keys of each node. */
  async keysByNode(): Promise<string[][]> {
    return Promise.all(this.nodes.map(({ port }) => ask(port, (redis) => redis.keys('*'))));
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.disconnect();
    await Promise.all(this.nodes.map(({ child }) => killed(child)));
    await rm(this.dir, { recursive: true, force: true });
  }

  private async join(ports: number[]): Promise<void> {
    const [first = 0] = ports;
    for (const [i, port] of ports.entries()) {
      const from = Math.floor((i * SLOTS) / ports.length);
      const to = Math.floor(((i + 1) * SLOTS) / ports.length) - 1;
      await ask(port, async (redis) => {
        const slots = Array.from({ length: to - from + 1 }, (_, n) => from + n);
        await redis.call('CLUSTER', 'ADDSLOTS', ...slots);
        if (port !== first) await redis.call('CLUSTER', 'MEET', '127.0.0.1', first);
      });
    }
    for (const port of ports) await ask(port, (redis) => clusterIsUp(redis));
  }
}

async function clusterIsUp(redis: RedisClient): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    const info = String(await redis.call('CLUSTER', 'INFO'));
    if (info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the test cluster did not come up');
}

async function startNode(dir: string, port: number): Promise<ChildProcess> {
  await mkdir(dir);
  const child = spawn('redis-server', ['-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const settings = [
    `dir "${dir}"`,
    `port ${port}`,
    'bind 127.0.0.1',
    'cluster-enabled yes',
    'cluster-config-file nodes.conf',
    'appendonly yes',
    'save ""',
  ];
  child.stdin.end(settings.join('\n'));
  return child;
}

async function ask<T>(port: number, work: (redis: RedisClient) => Promise<T>): Promise<T> {
  const redis = connectRedis(`redis://127.0.0.1:${port}`, { profile: 'worker' });
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
