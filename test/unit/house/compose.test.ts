import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The parts of the compose specification that our file uses; anything else in it is an error. */
const duration = z.string().regex(/^\d+(s|m)$/);
const healthcheck = z.strictObject({
  test: z.array(z.string()).min(2),
  interval: duration,
  timeout: duration,
  retries: z.int().positive(),
  start_period: duration.optional(),
});
const service = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.string().optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  init: z.boolean().optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  healthcheck,
  stop_grace_period: duration,
});
const compose = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_-]*$/),
  services: z.strictObject({ redis: service, app: service }),
  volumes: z.record(z.string(), z.null()),
});

const root = join(import.meta.dirname, '../../..');
const text = (name: string): string => readFileSync(join(root, name), 'utf8');
const file = compose.parse(parse(text('docker-compose.yml')));
const { redis, app } = file.services;

describe('docker-compose.yml', () => {
  it('publishes ports on the loopback only', () => {
    const ports = [...redis.ports, ...app.ports];
    expect(ports).toEqual(['127.0.0.1:6379:6379', '127.0.0.1:8080:8080']);
  });

  it('runs a Redis that keeps everything and evicts nothing', () => {
    expect(redis.command).toMatch(/--appendonly yes\b/);
    expect(redis.command).toMatch(/--appendfsync (everysec|always)\b/);
    expect(redis.command).toMatch(/--maxmemory-policy noeviction\b/);
  });

  it('keeps data in volumes that are declared', () => {
    const named = [...redis.volumes, ...app.volumes].filter((volume) => /^[a-z]+:/.test(volume));
    expect(named).toEqual(['redis:/data', 'data:/data']);
    expect(Object.keys(file.volumes).sort()).toEqual(['data', 'redis']);
  });

  it('starts the app once Redis answers, and asks both for their health', () => {
    expect(app.depends_on).toEqual({ redis: { condition: 'service_healthy' } });
    expect(redis.healthcheck.test.join(' ')).toBe('CMD redis-cli ping');
    expect(app.healthcheck.test.join(' ')).toContain(`:${app.environment?.['PORT']}/healthz`);
  });

  it('gives the app what it needs and no more', () => {
    expect(app.environment).toMatchObject({
      REDIS_URL: 'redis://redis:6379',
      HOST: '0.0.0.0',
      HUIYIN_DATA: '/data',
    });
    expect(app.read_only).toBe(true);
    expect(app.cap_drop).toEqual(['ALL']);
    expect(app.volumes).toContain('./config:/app/config:ro');
    expect(app.env_file).toEqual([{ path: '.env', required: false }]);
  });

  it('leaves the app more than its ten seconds to end', () => {
    expect(parseInt(app.stop_grace_period)).toBeGreaterThan(10);
  });
});

describe('Dockerfile', () => {
  const lines = text('Dockerfile').split('\n');

  it('runs as a plain user, with Node as the process that gets the signals', () => {
    expect(lines).toContain('USER node');
    expect(lines.findLast((line) => line.startsWith('CMD'))).toBe('CMD ["node", "dist/main.js"]');
  });

  it('takes the folders that the product has, and the Node that package.json asks for', () => {
    const bases = lines.filter((line) => line.startsWith('FROM')).map((line) => /node:(\d+)/.exec(line)?.[1]);
    expect(bases).toEqual(['20', '20']);
    expect(lines).toContain('COPY config ./config');
  });
});
