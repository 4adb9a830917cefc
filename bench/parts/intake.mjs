import { MIX, MIX_SIZE, corpusGroups, scenes } from '../lib/corpus.mjs';
import { ownProcess } from '../lib/child.mjs';
import { messagesOf } from '../lib/county.mjs';
import { BenchRedis } from '../lib/redis.mjs';
import { alternate } from '../lib/rounds.mjs';
import { pairedRatio, spread } from '../lib/statistics.mjs';

const ROOMS = 40;

/**
 * From payloads at hand to decisions durable in Redis. Ours: ids into the inbox, the payload through its chat's lane,
 * recognition in the room's context, what is of interest into its chat's queue with its worker woken, everything else
 * settled, and the queues drained by a worker. Beside it what one would write first: one BullMQ job for each message,
 * classified in the worker with the `natural` package, the class kept as the job's result. Each has its own process and
 * the same Redis settings (append-only file, everysec); both are drained completely.
 */
export async function intakeRatio({ rounds, messages: count }) {
  const all = scenes();
  const redis = { ours: await BenchRedis.start(), theirs: await BenchRedis.start() };
  const process = {
    ours: ownProcess(new URL('../peers/our-intake.mjs', import.meta.url)),
    theirs: ownProcess(new URL('../peers/job-per-message.mjs', import.meta.url)),
  };
  try {
    await process.ours.ask('open', { redis: redis.ours.address, rooms: ROOMS });
    await process.theirs.ask('open', { redis: redis.theirs.address, learn: lessons() });
    const run = (side) => async (round) => {
      const from = (round + 2) * 97;
      const messages = messagesOf(all, ROOMS, { prefix: `m${round}`, count, from });
      const seconds = await process[side].ask('take', messages);
      return count / seconds;
    };
    const sides = await alternate({ ours: run('ours'), theirs: run('theirs') }, rounds);
    const decided = await process.ours.ask('decided');
    return {
      ratio: pairedRatio(sides.ours, sides.theirs),
      ours: spread(sides.ours),
      theirs: spread(sides.theirs),
      unit: 'messages/s',
      note:
        `${count} messages a round in ${ROOMS} rooms, of each ${MIX_SIZE} ${MIX.petitions} petition and ${MIX.linked} that ` +
        `belong to it; ours opened ${decided.open}, suggested ${decided.suggest}, linked ${decided.linked} of ${decided.all}`,
    };
  } finally {
    await Promise.all([process.ours.stop(), process.theirs.stop()]);
    await Promise.all([redis.ours.stop(), redis.theirs.stop()]);
  }
}

/** A few hundred lines to learn from, as many of each kind: what somebody would label in an afternoon. */
function lessons() {
  const lines = corpusGroups().flat().filter(({ type, text }) => type === 'text' && text.length > 3); // prettier-ignore
  const kinds = {
    petition: (line) => line.case,
    linked: (line) => !line.case && line.matter !== '',
    chatter: (line) => line.matter === '' && line.intent === 'chatter',
  };
  return Object.entries(kinds).flatMap(([kind, is]) => {
    const some = lines.filter(is);
    return Array.from({ length: 130 }, (_, i) => ({ kind, text: some[i * 37].text }));
  });
}
