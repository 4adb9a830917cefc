import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectRedis, type RedisClient } from '../../src/store/connect.js';
import { runningServer } from '../../src/store/embedded-orphan.js';
import type { Scene } from './scene.js';

/** The packaged directory with a second inspector of the county. */
export function directoryWithInspectors(): string {
  const path = fileURLToPath(new URL('../../config/directory.yaml', import.meta.url));
  const own = "  - { name: 欧清和, role: inspector, place: '', contact: wxid_ou }\n";
  return readFileSync(path, 'utf8').replace(
    own,
    `${own}${own.replace('欧清和', '文书音').replace('wxid_ou', 'wxid_wen')}`,
  );
}

/** What must stand nowhere but with those who may know it. */
export interface Secret {
  /** Words of the accusation, its code, names that are tied to it. */
  words: readonly string[];
  /** Names of those whose private chats with the bot may hold it: inspectors, and who raised it. */
  knowing: readonly string[];
}

/**
 * Every place where a secret stands though it should not: other people's chats, the log, metrics and status pages, Redis.
 * Empty when it is kept. Further exits (pictures, exports, pages) are handed in as texts by name.
 */
export async function leaksOf(
  scene: Scene,
  secret: Secret,
  further: Record<string, string> = {},
): Promise<string[]> {
  const places: [string, string][] = [
    ...chatsOf(scene, secret.knowing),
    ['log', scene.product.output + scene.product.errors],
    ...(await pagesOf(scene)),
    ...(await redisOf(scene)),
    ...Object.entries(further),
  ];
  return places.flatMap(([where, text]) =>
    secret.words
      .filter((word) => text.includes(word))
      .map((word) => `${word} in ${where}: ${text.slice(0, 300)}`),
  );
}

function chatsOf(scene: Scene, knowing: readonly string[]): [string, string][] {
  const close = knowing.map((name) => scene.person(name));
  return scene.village
    .sent()
    .filter((one) => !close.includes(one.to))
    .map((one) => [`chat ${one.to}`, one.text]);
}

async function pagesOf(scene: Scene): Promise<[string, string][]> {
  const pages = ['/metrics', '/readyz', '/healthz', '/status'];
  return Promise.all(
    pages.map(async (page): Promise<[string, string]> => {
      const answer = await fetch(`${scene.product.url}${page}`);
      return [page, await answer.text()];
    }),
  );
}

async function redisOf(scene: Scene): Promise<[string, string][]> {
  const address = await runningServer(join(scene.product.folder, 'data', 'redis'));
  if (address === null) throw new Error('the product has no Redis of its own');
  const redis = connectRedis(address, { profile: 'producer', name: 'search' });
  try {
    return await dump(redis);
  } finally {
    redis.disconnect();
  }
}

/** Keys read at once. */
const TOGETHER = 500;

/** Every key of Redis with all that it holds, of every type. */
export async function dump(redis: RedisClient): Promise<[key: string, value: string][]> {
  const keys = await redis.keys('*');
  const read = async (key: string): Promise<[string, string]> => [`Redis ${key}`, `${key} ${await valueOf(redis, key)}`]; // prettier-ignore
  const found: [string, string][] = [];
  // A month of a county has tens of thousands: all asked at once would time out.
  for (let i = 0; i < keys.length; i += TOGETHER)
    found.push(...(await Promise.all(keys.slice(i, i + TOGETHER).map(read))));
  return found;
}

async function valueOf(redis: RedisClient, key: string): Promise<string> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return (await redis.get(key)) ?? '';
    case 'hash':
      return JSON.stringify(await redis.hgetall(key));
    case 'list':
      return (await redis.lrange(key, 0, -1)).join('\n');
    case 'set':
      return (await redis.smembers(key)).join('\n');
    case 'zset':
      return (await redis.zrange(key, '0', '-1', 'WITHSCORES')).join('\n');
    case 'stream':
      return JSON.stringify(await redis.xrange(key, '-', '+'));
    case 'none':
      return ''; // it was gone before it could be read
    default:
      throw new Error(`${key} has the unknown type ${type}`);
  }
}
