import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../../scripts/lib/paths.mjs';
import { probedProgram } from './child.mjs';
import { dropFolder, ownFolder } from './closing.mjs';
import { writeConfig } from './county.mjs';
import { until } from './wait.mjs';

/** The whole product as a process of its own, behind a gateway and on a Redis of the benchmark. */
export class BenchProduct {
  /** @param {{ redis: string, gateway: { endpoint: string, token: string }, groups: number, clock?: string }} options */
  static async start({ redis, gateway, groups, clock }) {
    const folder = ownFolder();
    const config = join(folder, 'config');
    mkdirSync(config);
    writeConfig(config, groups);
    const env = {
      PATH: process.env['PATH'],
      HUIYIN_CONFIG: config,
      HUIYIN_DATA: join(folder, 'data'),
      REDIS_URL: redis,
      PORT: '0',
      LOG_LEVEL: process.env['HUIYIN_BENCH_LOG'] ?? 'error',
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
      ...(clock && { HUIYIN_CLOCK: clock }),
    };
    const product = new BenchProduct(folder, env);
    await product.up();
    return product;
  }

  constructor(folder, env) {
    this.folder = folder;
    this.env = env;
  }

  /** Starts it; `readyS` is then how long it took from nothing to ready. */
  async up() {
    const began = performance.now();
    let output = '';
    this.process = probedProgram(join(DIST, 'main.js'), this.env, (text) => (output += text));
    const { child } = this.process;
    const url = await until('the address of the product', () => {
      if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
      return /https?:\/\/[^\s]+/.exec(output)?.[0];
    });
    this.url = url.replace(/\/$/, '');
    await until('the product to be ready', async () => (await fetch(`${this.url}/readyz`)).ok, {
      everyMs: 10,
    });
    this.readyS = (performance.now() - began) / 1000;
  }

  used() {
    return this.process.ask('used');
  }

  async setClock(now) {
    const body = JSON.stringify({ now: new Date(now).toISOString() });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.url}/clock`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`POST /clock: ${answer.status} ${await answer.text()}`);
  }

  async stop() {
    await this.process.stop();
    dropFolder(this.folder);
  }
}
