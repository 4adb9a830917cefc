import { ownProcess } from '../lib/child.mjs';
import { county, messagesOf, placeOf, roomOf } from '../lib/county.mjs';
import { scenes } from '../lib/corpus.mjs';
import { Outcome } from '../lib/outcome.mjs';
import { BenchProduct } from '../lib/product.mjs';
import { BenchRedis } from '../lib/redis.mjs';
import { alternate } from '../lib/rounds.mjs';
import { pairedRatio, spread } from '../lib/statistics.mjs';

const ROOMS = 60;
const PEOPLE = 60 * 51;

/**
 * Messages a second through the whole bot, over real gRPC, until the last one has its outcome: chatter let go, petitions
 * opened, receipts handed to the gateway and settled. Beside it a wechaty bot whose `message` listener counts, until it
 * has counted the last. One gateway process for both, the same messages, each bot in a process of its own.
 */
export async function botRatio({ rounds, messages: count }) {
  const gateway = ownProcess(new URL('../gateway/gateway.mjs', import.meta.url));
  const bare = ownProcess(new URL('../peers/bare-wechaty.mjs', import.meta.url));
  const redis = await BenchRedis.start();
  let product = null;
  try {
    const rooms = county(ROOMS, PEOPLE);
    await bare.ask('connect', await gateway.ask('open', { name: 'bare', rooms }));
    const ours = await gateway.ask('open', { name: 'ours', rooms });
    product = await BenchProduct.start({ redis: redis.address, gateway: ours, groups: ROOMS });
    const outcome = await Outcome.of(redis.client, ROOMS, placeOf, roomOf);
    const sides = await alternate(sidesOf({ gateway, bare, outcome, count }), rounds);
    return {
      ratio: pairedRatio(sides.ours, sides.theirs),
      ours: spread(sides.ours),
      theirs: spread(sides.theirs),
      unit: 'messages/s',
      note: `${count} messages a round in ${ROOMS} rooms, one in twenty a petition, three that belong to one; ${await opened(redis)} cases opened in all`,
    };
  } finally {
    await product?.stop();
    await Promise.all([gateway.stop(), bare.stop()]);
    await redis.stop();
  }
}

function sidesOf({ gateway, bare, outcome, count }) {
  const all = scenes();
  const messages = (round, side) =>
    messagesOf(all, ROOMS, { prefix: `${side}${round}`, count, from: (round + 2) * 61 }).map(
      ({ line: _, ...message }) => message,
    );
  const perSecond = ({ began }, ended) => (count * 1000) / (ended - began);
  return {
    ours: async (round) => {
      const before = await outcome.heard();
      const played = gateway.ask('play', { name: 'ours', messages: messages(round, 'ours') });
      return perSecond(await played, await outcome.reached(before + count));
    },
    theirs: async (round) => {
      const counted = bare.ask('hear', count);
      const played = await gateway.ask('play', { name: 'bare', messages: messages(round, 'bare') });
      return perSecond(played, await counted);
    },
  };
}

async function opened({ client }) {
  const keys = await client.keys('hy:*:counter');
  if (keys.length === 0) return 0;
  return (await client.mget(keys)).reduce((sum, n) => sum + Number(n), 0);
}
