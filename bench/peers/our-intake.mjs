import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { answering, endWithParent } from '../lib/answering.mjs';
import { dist } from '../lib/dist.mjs';
import { cadreOf, placeOf, roomOf } from '../lib/county.mjs';

/** The product's own way of a message, as main wires it, with payloads at hand instead of a gateway. */
const [{ Intake }, { DEFAULT_LIMITS, DEFAULT_TIMING }, { hear }, { RoomReaders }] = await Promise.all([
  dist('bot/intake/intake.js'),
  dist('bot/account-options.js'),
  dist('bot/hear.js'),
  dist('bot/room-readers.js'),
]);
const [{ createStores }, { connectRedis }, { openRecogniser }, { buildDirectory }] = await Promise.all([
  dist('store/stores.js'),
  dist('store/connect.js'),
  dist('main/model.js'),
  dist('cases/directory-build.js'),
]);
const [{ Jobs, startWorkers }, { drainChat }, { Vault }] = await Promise.all([
  dist('workers/queues.js'),
  dist('workers/intake.js'),
  dist('store/vault.js'),
]);

/** Any warning means that a message is tried again, perhaps for ever: the round ends with it. */
const log = pino({ level: 'warn' }, { write: (line) => failed(new Error(line)) });
const clock = { now: () => Date.now() };
const decided = { all: 0, open: 0, suggest: 0, linked: 0 };
const payloads = new Map();
let intake = null;
let stores = null;
let left = 0;
let drained = () => undefined;
let failed = (error) => console.error(error); // until a round begins
/** Those of interest that the worker has not yet taken. */
let queued = 0;

function check() {
  if (left === 0 && queued === 0) drained();
}

/** Counts what was decided on its way into the queue. */
function counting(queue) {
  return {
    push: async (items) => {
      for (const item of items) {
        const { action, matter } = item.decision ?? { action: 'ignore', matter: null };
        if (action === 'ignore') decided.linked += matter === null ? 0 : 1;
        else decided[action] += 1;
      }
      queued += items.length;
      return queue.push(items);
    },
  };
}

function open({ redis, rooms }) {
  const producer = connectRedis(redis, { profile: 'producer' });
  const worker = connectRedis(redis, { profile: 'worker' });
  stores = createStores(producer, { account: 'main', vault: new Vault([randomBytes(32)]) });
  const jobs = new Jobs({ producer, worker, account: 'main', log, failed: () => undefined });
  const directory = directoryOf(rooms);
  const options = {
    account: 'main',
    directory: () => directory,
    recents: stores.recents,
    intake: counting(stores.intake),
    memos: stores.memos,
    readers: new RoomReaders({
      recogniser: openRecogniser(),
      second: null,
      recents: stores.recents,
      cases: stores.cases,
      memos: stores.memos,
      directory: () => directory,
      now: () => clock.now(),
    }),
    second: null,
    voice: null,
    voiceSuggestions: true,
    clock,
    staleMs: 7 * 24 * 3_600_000,
    categories: new Map(),
    self: () => ({ id: 'wxid_bot', name: '回音' }),
    bind: async () => null,
    wake: (chatId) => jobs.wakeIntake(chatId),
    heard: () => undefined,
  };
  startWorker(jobs, { producer, worker, account: 'main', log, failed: () => undefined });
  intake = new Intake({
    inbox: settledCounted(stores.inbox),
    log,
    timing: DEFAULT_TIMING,
    limits: DEFAULT_LIMITS,
    read: async (id) => ({ message: payloads.get(id), own: false }),
    handlers: {
      messages: (run) => hear(options, run),
      own: () => undefined,
      unreadable: (id, error) => failed(new Error(`${id}: ${error}`)),
      failed: (id, why) => failed(new Error(`${id}: ${why}`)),
    },
  });
  intake.start();
  intake.connected(true);
}

/** A message has its decision when it has left the inbox. */
function settledCounted(inbox) {
  return {
    accept: (ids) => inbox.accept(ids),
    pending: () => inbox.pending(),
    settle: async (id) => {
      await inbox.settle(id);
      left -= 1;
      check();
    },
  };
}

/** Empties the chats' queues as the product's worker does; what would follow (the case) is not part of this. */
function startWorker(jobs, queue) {
  const desk = { intake: stores.intake, log, random: () => Math.random().toString(36) };
  const taken = async () => {
    queued -= 1;
    check();
  };
  startWorkers(
    {
      intake: (chatId) => drainChat(desk, chatId, taken),
      intakeDone: async (chatId) => {
        if ((await stores.intake.peek(chatId, 1)).length > 0) await jobs.wakeIntake(chatId);
      },
    },
    queue,
  );
}

function directoryOf(rooms) {
  const numbers = Array.from({ length: rooms }, (_, i) => i);
  return buildDirectory(
    {
      county: '衡岭县',
      groups: numbers.map((i) => ({ topic: null, id: roomOf(i), kind: 'village', place: placeOf(i), mode: 'live' })),
      people: numbers.map((i) => ({
        name: `周支书${i}`, role: 'village_cadre', place: placeOf(i), contacts: [cadreOf(i)], categories: [],
      })),
    },
    {},
    {},
  ); // prettier-ignore
}

/** Seconds until every decision stands in Redis and the queues are empty. */
async function take(messages) {
  payloads.clear();
  for (const { id, room, from, text, at } of messages) {
    const said = { text, reply: text, quote: null, mentions: [], mentionsBot: false };
    payloads.set(id, { id, chat: { id: room, room: true }, who: from, name: `名${from.slice(-4)}`, at, type: 'text', ...said });
  }
  left = messages.length;
  decided.all += messages.length;
  const end = new Promise((resolve, reject) => ([drained, failed] = [resolve, reject]));
  const began = performance.now();
  for (const { id } of messages) intake.hear(id);
  await end;
  return (performance.now() - began) / 1000;
} // prettier-ignore

endWithParent();
answering({ open, take, decided: () => decided });
