import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { log } from 'wechaty-puppet';
import { PuppetServer } from 'wechaty-puppet-service';
import { answering, endWithParent } from '../lib/answering.mjs';
import { freePort } from '../lib/free-port.mjs';
import { BOT, CountyPuppet } from './puppet.mjs';

/** A process of its own: one or more real puppet-service gateways, each with its own client. */
process.noDeprecation = true;
log.level('silent');

const TOKEN = 'insecure_bench';
/** Ids given out and not yet asked for; more would only measure queues. */
const WINDOW = 400;
const lines = new Map();

async function open({ name, rooms }) {
  const puppet = new CountyPuppet(rooms);
  const endpoint = `127.0.0.1:${await freePort()}`;
  await puppet.start();
  const server = new PuppetServer({ endpoint, puppet, token: TOKEN, tls: { disable: true } });
  await server.start();
  lines.set(name, puppet);
  return { endpoint, token: TOKEN };
}

/** Plays messages, `perSecond` of them, or as fast as they are taken; answers with when it began. */
async function play(played) {
  const puppet = lines.get(played.name);
  puppet.forgetAsked();
  puppet.sent = [];
  return add(played);
}

/** The same while others are on their way: what was sent so far stays. */
async function add({ name, messages, perSecond = null }) {
  const puppet = lines.get(name);
  let asked = 0;
  puppet.fetched = (id) => id.startsWith('own_') || (asked += 1);
  const began = Date.now();
  for (const [i, { id, room, from, text, at }] of messages.entries()) {
    if (perSecond === null) while (i - asked >= WINDOW) await sleep(1);
    else await due(began + (i * 1000) / perSecond);
    const to = room === null ? { listenerId: BOT } : { roomId: room };
    puppet.say(id, { talkerId: from, text, timestamp: at ?? Date.now(), ...to });
    if (i % 50 === 49) await turn();
  }
  return { began };
}

async function due(moment) {
  const ms = moment - Date.now();
  if (ms > 0) await sleep(ms);
}

endWithParent();
answering({
  open,
  play,
  add,
  /** When each message was given out is known by its payload's time. */
  sent: ({ name }) => lines.get(name).sent,
  sends: ({ name }) => lines.get(name).sent.length,
});
