import { request } from 'node:http';
import { Hono } from 'hono';
import { createMetrics } from '../../../src/web/metrics.js';
import type { Metrics } from '../../../src/web/metrics.js';
import type { Health, MountOptions, Status, Web, WebParts } from '../../../src/web/parts.js';
import { createWeb } from '../../../src/web/web.js';

export const T0 = Date.parse('2026-05-02T01:00:00Z');

/** A web side whose parts a test can change while it runs. */
export class World {
  health: () => Promise<Health> = async () => ({ ready: true, reasons: [] });
  qr: string | null = null;
  status: Status = { connected: true, loggedIn: true, counts: [['诉求', 12], ['办理中', 3]] }; // prettier-ignore
  now = T0;
  errors: unknown[] = [];
  readonly metrics: Metrics = createMetrics();
  readonly web: Web;
  url = '';
  port = 0;

  constructor(more: { clock?: boolean; setClock?: (at: number) => Promise<void> } = {}) {
    const parts: WebParts = {
      health: () => this.health(),
      metrics: this.metrics.registry,
      qr: () => this.qr,
      status: async () => this.status,
      clock: more.clock
        ? { now: () => this.now, set: more.setClock ?? (async (at) => void (this.now = at)) }
        : null,
      log: {
        error: (what: unknown) => void this.errors.push(what),
        warn: (what: unknown) => void this.errors.push(what),
      },
    };
    this.web = createWeb(parts);
  }

  mount(build: (app: Hono) => void, options?: MountOptions): this {
    const app = new Hono();
    build(app);
    this.web.mount(app, options);
    return this;
  }

  async start(host = '127.0.0.1'): Promise<this> {
    ({ url: this.url, port: this.port } = await this.web.start(0, host));
    return this;
  }

  /** A request with headers that fetch does not let one set (Host among them). */
  async raw(path: string, options: RawOptions = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, body, address = '127.0.0.1' } = options;
      const call = request(
        { host: address, port: this.port, path, method, headers, agent: false },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers as Record<string, string>,
              text,
            });
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  async setClock(body: string, headers: Record<string, string> = {}, address = '127.0.0.1'): Promise<Answer> {
    return this.raw('/clock', { method: 'POST', body, headers, address });
  }
}

export interface RawOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  address?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}
