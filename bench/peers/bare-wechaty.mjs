import { WechatyBuilder } from 'wechaty';
import { log } from 'wechaty-puppet';
import { answering, endWithParent } from '../lib/answering.mjs';

/** The least that a wechaty bot can be: a `message` listener that counts. */
process.noDeprecation = true;
log.level('silent');

let heard = 0;
let wanted = null;

async function connect({ endpoint, token }) {
  const puppetOptions = { endpoint, token, tls: { disable: true } };
  const bot = WechatyBuilder.build({ puppet: 'wechaty-puppet-service', puppetOptions });
  bot.on('error', () => undefined);
  bot.on('message', () => {
    heard += 1;
    if (heard === wanted?.count) wanted.resolve(Date.now());
  });
  const ready = new Promise((resolve) => bot.once('login', resolve));
  await bot.start();
  await ready;
}

endWithParent();
answering({
  connect,
  /** Answers with the moment at which so many have been heard, counted from now. */
  hear: (count) => {
    heard = 0;
    return new Promise((resolve) => (wanted = { count, resolve }));
  },
});
