import { alternate } from '../lib/rounds.mjs';
import { cadreOf, messagesOf, roomOf } from '../lib/county.mjs';
import { scenes } from '../lib/corpus.mjs';
import { rounded, spread } from '../lib/statistics.mjs';
import { CountyStand } from './stand.mjs';
import { countyFigures } from './figures.mjs';

/** Rooms that talk while the others only stand there. */
const TALKING = 100;
/** What officials write: looking one up, noting something on it. */
const COMMANDS = ['查 #1', '进展 #1 已经喊师傅去看了'];

/**
 * CPU for each message and each command with many stored cases against few: the same bot, the same county of 1,307
 * groups, the same stream, each side with its own Redis. A tenth of the cases is open. The minute's sweep is taken out
 * of the measured stretches (its cost is a figure of its own). Then the figures of a county, on the large side.
 */
export async function scaleRatio({ rounds, messages, commands, cases, groups, people, figures }) {
  const stand = new CountyStand({ groups, people });
  try {
    await stand.open('few', 1_000);
    await stand.open('many', cases);
    const sides = (work) => ({ many: (round) => work('many', round), few: (round) => work('few', round) });
    const perMessage = await alternate(
      sides((side, round) => messageCost(stand, side, round, messages)),
      rounds,
    );
    const perCommand = await alternate(
      sides((side, round) => commandCost(stand, side, round, commands)),
      rounds,
    );
    const ratios = { message: ratioOf(perMessage), command: ratioOf(perCommand) };
    const larger = ratios.message.median >= ratios.command.median ? ratios.message : ratios.command;
    return {
      ratio: larger,
      ours: msOf(perMessage.many, 'bot'),
      theirs: msOf(perMessage.few, 'bot'),
      unit: 'ms CPU/message',
      note: noteOf(ratios, perMessage, perCommand, cases),
      details: {
        message: { ratio: ratios.message, many: costs(perMessage.many), few: costs(perMessage.few) },
        command: { ratio: ratios.command, many: costs(perCommand.many), few: costs(perCommand.few) },
      },
      figures: await countyFigures(stand, 'many', figures),
    };
  } finally {
    await stand.close();
  }
}

const talkingIn = ({ groups }) => Math.min(TALKING, groups);

function messageCost(stand, side, round, count) {
  const stream = messagesOf(scenes(), talkingIn(stand), { prefix: `${side}${round}`, count, from: (round + 2) * 101, until: stand.now });
  return stand.cost(side, stream.map(({ line: _, ...message }) => message));
} // prettier-ignore

function commandCost(stand, side, round, count) {
  const stream = Array.from({ length: count }, (_, i) => ({
    id: `${side}c${round}_${i}`,
    room: roomOf(i % talkingIn(stand)),
    from: cadreOf(i % talkingIn(stand)),
    text: COMMANDS[Math.floor(i / talkingIn(stand)) % COMMANDS.length],
    at: stand.now,
  }));
  return stand.cost(side, stream);
}

/** Bot and Redis together: a cost that only moved from one to the other is none the less. */
const ratioOf = ({ many, few }) =>
  spread(many.map((cost, i) => (cost.bot + cost.redis) / (few[i].bot + few[i].redis)));
const msOf = (list, who) => spread(list.map((cost) => cost[who] * 1000));
const costs = (list) => ({ bot_ms: msOf(list, 'bot'), redis_ms: msOf(list, 'redis') });

function noteOf(ratios, messages, commands, cases) {
  const ms = (list, who) => rounded(msOf(list, who).median);
  const both = (list) => `bot ${ms(list, 'bot')} + Redis ${ms(list, 'redis')}`;
  return (
    `${cases} against 1000 cases; ratio of bot and Redis together, the larger of message ` +
    `(${rounded(ratios.message.median)}: ${both(messages.many)} against ${both(messages.few)} ms) and command ` +
    `(${rounded(ratios.command.median)}: ${both(commands.many)} against ${both(commands.few)} ms)`
  );
}
