import { createConnection } from 'node:net';
import { once } from 'node:events';
import { dist } from '../lib/dist.mjs';
import { cadreOf, placeOf, villagerOf } from '../lib/county.mjs';
import { until } from '../lib/wait.mjs';
import { makeHistories } from './histories.mjs';
import { commandsOf, compile } from './template.mjs';

const DAY = 24 * 3_600_000;
/** Different beginnings and texts; within one the cases differ in number, place and people. */
const VARIANTS = 97;
const CHUNK = 1 << 19;

/**
 * Fills a Redis with stored cases, `open` of them still open, spread over the groups' places. Append-only file off
 * meanwhile; afterwards it is written in one go. @returns bytes of memory for each closed case
 */
export async function loadCases(redis, { cases, open, groups, now, texts }) {
  await redis.client.config('SET', 'appendonly', 'no');
  const spreadOut = (n) => Array.from({ length: n }, (_, i) => ({ place: i % groups, number: Math.floor(i / groups) + 1 }));
  const all = spreadOut(cases);
  const makers = await variants({ now, texts });
  const slots = await slotsOf(groups);
  const pipe = await Pipe.open(redis.address);
  const before = await redis.memory();
  await pipe.all(all.slice(open), makers.closed, slots);
  const bytesPerClosed = ((await redis.memory()) - before) / (cases - open);
  await pipe.all(all.slice(0, open), makers.open, slots);
  await pipe.end();
  await counters(redis, all, slots);
  await redis.client.config('SET', 'appendonly', 'yes');
  await until('the append-only file', async () => (await redis.info('persistence', 'aof_rewrite_in_progress')) === 0 &&
    (await redis.info('persistence', 'aof_rewrite_scheduled')) === 0, { ms: 300_000, everyMs: 100 });
  return bytesPerClosed;
} // prettier-ignore

async function variants({ now, texts }) {
  const make = await makeHistories();
  const some = Array.from({ length: VARIANTS }, (_, i) => i);
  const closed = some.map((i) => make.closed(texts[i % texts.length], now - (10 + i * 4) * DAY));
  const open = some.map((i) => make.open(texts[(i + VARIANTS) % texts.length], now - (1 + (i % 20)) * 3_600_000));
  const compiled = (history) => compile(commandsOf(history, { moments: momentsOf(history.case), final: history.case.state === 'closed' }));
  return { closed: closed.map(compiled), open: open.map(compiled) };
} // prettier-ignore

/** As case-change.ts marks them. */
const momentsOf = (one) => [
  ['o', one.openedAt], ['a', one.answeredAt], ['d', one.resolvedAt], ['r', one.ratedAt], ['c', one.closedAt],
]; // prettier-ignore

/** What stands for each place, ready made. */
async function slotsOf(groups) {
  const { personKeys, placeKeys } = await dist('store/keys.js');
  return Array.from({ length: groups }, (_, i) => {
    const keys = placeKeys(placeOf(i)).counter.replace(/counter$/, '');
    const people = { raised: personKeys(villagerOf(i, 3)).raised, handles: personKeys(cadreOf(i)).handles };
    const values = { place: placeOf(i), room: String(i), keys, ...people };
    const bytes = Object.fromEntries(
      Object.entries(values).map(([name, text]) => [name, Buffer.byteLength(text)]),
    );
    return { values, bytes };
  });
}

async function counters(redis, all, slots) {
  const highest = new Map();
  for (const { place, number } of all) highest.set(place, Math.max(number, highest.get(place) ?? 0));
  const pipeline = redis.client.pipeline();
  for (const [place, number] of highest) {
    pipeline.set(`${slots[place].values.keys}counter`, number);
    pipeline.sadd('hy:{hy}:places', placeOf(place));
  }
  await pipeline.exec();
}

/** A plain connection that writes as fast as the server reads. */
class Pipe {
  static async open(path) {
    const socket = createConnection({ path });
    await once(socket, 'connect');
    return new Pipe(socket);
  }

  constructor(socket) {
    this.socket = socket;
    this.answered = '';
    socket.on('data', (bytes) => (this.answered = (this.answered + bytes.toString('latin1')).slice(-64)));
    socket.write('CLIENT REPLY OFF\r\n');
  }

  /** Every case by its variant, then one answer, so that all of it has been taken. */
  async all(cases, makers, slots) {
    let text = '';
    for (const [i, { place, number }] of cases.entries()) {
      const { values, bytes } = slots[place];
      values.number = String(number);
      bytes.number = values.number.length;
      text += makers[i % makers.length](values, bytes);
      if (text.length > CHUNK) {
        if (!this.socket.write(text)) await once(this.socket, 'drain');
        text = '';
      }
    }
    this.answered = '';
    this.socket.write(`${text}CLIENT REPLY ON\r\nPING\r\n`);
    await until('the cases to be taken', () => this.answered.includes('PONG'), { ms: 300_000 });
    this.socket.write('CLIENT REPLY OFF\r\n');
  }

  async end() {
    this.socket.end();
    await once(this.socket, 'close');
  }
}
