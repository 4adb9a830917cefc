import { setTimeout as sleep } from 'node:timers/promises';
import { roomOf, villagerOf } from '../lib/county.mjs';
import { median } from '../lib/statistics.mjs';
import { CountyStand } from './stand.mjs';

const HOUR = 3_600_000;
/** Raised while the day is being told, one each quarter of a second, each in a village of its own. */
const EMERGENCIES = [
  '电线断了掉在路上，还在冒火花',
  '我家隔壁着火了，快来人',
  '有人掉到水塘里了，快来救人',
  '后山滑坡了，石头砸到屋里了',
];
const EVERY_MS = 250;

/** The daily post of a county alone: `npm run bench -- --only post`. */
export async function postFigures({ cases, groups, people }) {
  const stand = new CountyStand({ groups, people });
  try {
    await stand.open('many', cases);
    const { product } = stand.sides.get('many');
    const before = await product.process.ask('memory');
    const figures = await dailyPost(stand, 'many');
    return { figures: { cases, open_cases: cases / 10, bot_memory_mb: Math.round(before.rss / 2 ** 20), ...figures } };
  } finally {
    await stand.close();
  }
} // prettier-ignore

/** CPU of the bot over the hour of the daily post, less what the same sweep takes without it; and who had to wait. */
export async function dailyPost(stand, name) {
  await at(stand, name, 7, 57); // the first look only sets the beginning, and what fell due over the day is told
  const sweep = await at(stand, name, 7, 59);
  const daily = await at(stand, name, 8, 1, true);
  return {
    daily_post_cpu_s: daily.cpuS - sweep.cpuS,
    daily_posts: daily.sent.filter((one) => !one.file && !one.text.includes('紧急')).length,
    daily_pictures: daily.sent.filter((one) => one.file).length,
    daily_post_s: daily.seconds,
    daily_block_ms: daily.blockMs,
    daily_memory_mb: daily.rss / 2 ** 20,
    sweep_cpu_s: sweep.cpuS,
    sweep_block_ms: sweep.blockMs,
    ...daily.emergencies,
  };
}

/** Puts the clock there, and waits until all that follows has been said. */
async function at(stand, name, hours, minutes, emergencies = false) {
  const { product, outcome } = stand.sides.get(name);
  await stand.gateway.ask('play', { name, messages: [] });
  const profile = process.env['HUIYIN_BENCH_PROFILE'];
  await product.process.ask('watch', emergencies && profile ? profile : null);
  const before = (await product.used()).cpuS;
  const began = performance.now();
  const moved = product.setClock(stand.now + hours * HOUR + minutes * 60_000);
  const raised = emergencies ? raise(stand, name, stand.now + hours * HOUR + minutes * 60_000) : null;
  await moved;
  await outcome.reached(0, { everyMs: 100 });
  const seconds = (performance.now() - began) / 1000;
  await sleep(1_000);
  const told = raised && (await raised);
  await outcome.reached(0, { everyMs: 100 });
  const cpuS = (await product.used()).cpuS - before;
  const watched = await product.process.ask('watched');
  const sent = await stand.gateway.ask('sent', { name });
  return { cpuS, seconds, ...watched, sent, emergencies: told && receipts(told, sent) };
}

/** Emergencies, until every one of them is out; in the villages whose turn comes last. */
async function raise(stand, name, now) {
  const messages = EMERGENCIES.map((text, i) => {
    const village = stand.groups - 1 - i;
    return { id: `em${now}_${i}`, room: roomOf(village), from: villagerOf(village, 7), text, at: now };
  });
  await sleep(EVERY_MS);
  const { began } = await stand.gateway.ask('add', { name, messages, perSecond: 1000 / EVERY_MS });
  return messages.map(({ from }, i) => ({ from, at: began + i * EVERY_MS }));
}

function receipts(raised, sent) {
  const times = raised.flatMap(({ from, at: said }) => {
    const answer = sent.find(({ text, mentions }) => text.includes('已收到') && mentions.includes(from));
    return answer ? [answer.at - said] : [];
  });
  return {
    daily_emergencies: times.length,
    daily_emergency_p50_ms: times.length > 0 ? median(times) : -1,
    daily_emergency_max_ms: Math.max(-1, ...times),
  };
}
