import { setTimeout as sleep } from 'node:timers/promises';
import { cadreOf, LEADER, roomOf, villagerOf } from '../lib/county.mjs';
import { median, percentile } from '../lib/statistics.mjs';
import { until } from '../lib/wait.mjs';
import { dailyPost } from './post.mjs';

/** The figures of a county with as many stored cases as this side has. */
export async function countyFigures(stand, name, { seconds, perSecond, asked }) {
  const side = stand.sides.get(name);
  const { rss } = await side.product.used();
  const receipts = await receiptTimes(stand, name, { seconds, perSecond });
  const lists = await answers(stand, name, asked);
  const daily = await dailyPost(stand, name);
  const ready = await readyAgain(side);
  return {
    receipt_p50_ms: Math.round(percentile(receipts.times, 0.5)),
    receipt_p99_ms: Math.round(percentile(receipts.times, 0.99)),
    receipts: receipts.times.length,
    petitions: receipts.petitions,
    petitions_per_second: perSecond,
    bot_memory_mb: Math.round(rss / 2 ** 20),
    redis_bytes_per_closed_case: Math.round(side.bytesPerClosed),
    ready_s: ready,
    cases: side.cases,
    open_cases: side.cases / 10,
    ...daily,
    ...lists,
  };
}

/** From a petition's moment at the gateway to `已收到` handed to it, at a steady rate over all groups. */
async function receiptTimes(stand, name, { seconds, perSecond }) {
  const { outcome } = stand.sides.get(name);
  const petitions = Array.from({ length: seconds * perSecond }, (_, i) => ({
    id: `p${i}`,
    room: roomOf(i % stand.groups),
    from: villagerOf(i % stand.groups, 10 + Math.floor(i / stand.groups)),
    text: stand.fresh[i % stand.fresh.length],
  }));
  const before = await outcome.heard();
  const { began } = await stand.gateway.ask('play', { name, messages: petitions, perSecond });
  await outcome.reached(before + petitions.length, { everyMs: 500 });
  const sent = await stand.gateway.ask('sent', { name });
  const due = new Map(petitions.map((one, i) => [one.from, began + (i * 1000) / perSecond]));
  const receipts = sent.filter(({ text, mentions }) => text.includes('已收到') && mentions.some((id) => due.has(id)));
  const times = receipts.flatMap(({ at, mentions }) => mentions.filter((id) => due.has(id)).map((id) => at - due.get(id)));
  return { times, petitions: petitions.length };
} // prettier-ignore

/** Milliseconds from a command at the gateway to its answer there, one at a time. */
async function answers(stand, name, times) {
  const ask = (from, room, text) => answerTime(stand, name, { from, room, text, times });
  return {
    show_ms: await ask(cadreOf(0), roomOf(0), '查 #1'),
    todo_of_a_cadre_ms: await ask(cadreOf(1), null, '待办'),
    todo_of_a_town_ms: await ask(LEADER, null, '待办'),
  };
}

let asked = 0;
async function answerTime(stand, name, { from, room, text, times }) {
  const taken = [];
  for (let i = 0; i < times; i++) {
    asked += 1;
    const message = { id: `ask${asked}`, room, from, text, at: stand.now };
    const { began } = await stand.gateway.ask('play', { name, messages: [message] });
    const [first] = await until('an answer', async () => {
      const sent = await stand.gateway.ask('sent', { name });
      return sent.length > 0 ? sent : null;
    });
    taken.push(first.at - began);
    await sleep(50);
  }
  return Math.round(median(taken));
}

/** From nothing to ready, over data that is there; Redis is running. */
async function readyAgain(side) {
  await side.product.process.stop();
  await side.product.up();
  return side.product.readyS;
}
