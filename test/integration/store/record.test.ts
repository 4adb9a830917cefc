import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recordLineSchema, sealedAlias, type RecordEntry } from '../../../src/cases/record.js';
import { verifyRecord } from '../../../src/cli-record.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { recordKeys } from '../../../src/store/keys.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;
const MAY = Date.parse('2026-05-31T23:59:00+08:00');

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main' });
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

function entry(n: number, over: Partial<RecordEntry> = {}): RecordEntry {
  return {
    op: `command:m${n}`, kind: 'command', at: MAY + n * 60_000, by: { id: 'wxid_zhou', name: '周小满' }, verb: 'resolve',
    case: '店门镇/石门社区#3', outcome: 'ok', detail: {}, ...over,
  }; // prettier-ignore
}

async function verify(): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await verifyRecord(stores.record, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('the record', () => {
  it('is one chain over the months, each operation once, from several processes at once', async () => {
    const other = createStores(server.connect(), { account: 'main' });
    const all = Array.from({ length: 40 }, (_, i) => i);
    const first = await Promise.all(
      all.map((i) => (i % 2 ? stores : other).record.append(entry(i % 4 ? 0 : 1, { op: `o${i}` }))),
    );
    expect(first.every(Boolean)).toBe(true);
    const again = await Promise.all(
      all.map((i) => other.record.append(entry(i % 4 ? 0 : 1, { op: `o${i}` }))),
    );
    expect(again.some(Boolean)).toBe(false);
    expect(await stores.record.months()).toEqual(['2026-05', '2026-06']);
    expect(await verify()).toEqual({ code: 0, said: 'record: 40 entries in 2 months: whole' });
  });

  it('names the first entry that was changed, taken out or cut off', async () => {
    for (let i = 0; i < 6; i += 1) await stores.record.append(entry(-10 + i));
    const key = recordKeys.lines('2026-05');
    const lines = await redis.lrange(key, 0, -1);
    const third = recordLineSchema.parse(JSON.parse(lines[2] ?? ''));
    await redis.lset(key, 2, JSON.stringify({ ...third, outcome: 'refuse_hops' }));
    expect(await verify()).toEqual({
      code: 1,
      said: 'record: entry 3 (2026-05) is not as it was written',
    });
    await redis.lset(key, 2, lines[2] ?? '');
    expect((await verify()).code).toBe(0);
    await redis.lrem(key, 1, lines[3] ?? '');
    expect((await verify()).said).toBe('record: entry 4 (2026-05) is not as it was written');
    await redis.del(key);
    await redis.rpush(key, ...lines.slice(0, 4));
    expect((await verify()).said).toBe('record: it breaks off after entry 4; 6 were written');
    await redis.lset(key, 1, 'no json');
    expect((await verify()).said).toContain('an entry after 1 cannot be read');
  });

  it('remembers the digest of a file together with its entry', async () => {
    const change = entry(0, { op: 'config:a', kind: 'config', verb: 'changed' });
    expect(await stores.record.noteDigest('settings.yaml', 'abc', change)).toBe(true);
    expect(await stores.record.noteDigest('settings.yaml', 'xyz', change)).toBe(false);
    expect(await stores.record.digests()).toEqual({ 'settings.yaml': 'abc' });
  });

  it('tells a sealed case from another without its code', () => {
    expect(sealedAlias('A7K3M9')).toMatch(/^sealed:[0-9a-f]{8}$/u);
    expect(sealedAlias('A7K3M9')).not.toBe(sealedAlias('B7K3M9'));
  });
});

describe('files on their way', () => {
  it('are kept whole, replaced by their key, refused when too large or too many', async () => {
    const bytes = Buffer.from([0, 1, 2, 255]);
    expect(await stores.files.put('a', bytes)).toBe(true);
    expect(Buffer.from((await stores.files.get('a')) ?? [])).toEqual(bytes);
    expect(await stores.files.get('b')).toBeNull();
    expect(await stores.files.put('huge', Buffer.alloc(10 * 1024 * 1024 + 1))).toBe(false);
    for (let i = 1; i < 20; i += 1) expect(await stores.files.put(`f${i}`, bytes)).toBe(true);
    expect(await stores.files.put('one too many', bytes)).toBe(false);
    expect(await stores.files.put('a', bytes)).toBe(true);
  });
});
