import { calls } from '../room/names.js';
import { HEADS, HEAD_STARTS } from '../learn/heads.js';
import { chance } from '../learn/text-model.js';
import type { Line } from '../room/line.js';
import { PairMemory } from '../text/pairs.js';
import { damped, type Vector } from './vector.js';

const MINUTE = 60_000;
const QUESTION = /\?|吗|么$|呢/;
const TYPES = [0, 2, 3, 4, 7];

/** What speaks for it that an official's line answers a line which was let pass. At most 40 numbers. */
export function missedFeatures(v: Vector, line: Line, missed: Line, rank: number): void {
  v.within((line.message.at - missed.message.at) / MINUTE, [1, 3, 10, 30, 120, 600]);
  v.within(line.index - missed.index, [1, 2, 3, 5, 8]);
  const memory = new PairMemory();
  memory.add(missed.pairs);
  memory.add(missed.sounds);
  const common = memory.weight(line.pairs);
  v.add(Math.min(3, common) / 1.5);
  v.flag(common > 0);
  v.add(Math.min(4, memory.count(line.sounds)) / 2);
  v.add(alike(line, missed));
  v.flag(line.clean.mentions.includes(missed.nick.full));
  v.flag(calls(line.clean.text, missed.nick));
  for (const k of TYPES) v.add(missed.reading ? damped(missed.reading[HEAD_STARTS.type + k] ?? 0) : 0);
  const whole = missed.joined ?? missed.reading;
  v.add(whole ? damped(chance(whole, 'type', 'opening')) : 0);
  v.flag(QUESTION.test(missed.clean.text));
  v.flag(rank === 0);
  v.add(
    line.reading && missed.reading
      ? chance(line.reading, 'type', 'answer') * chance(missed.reading, 'type', 'opening')
      : 0,
  );
  const { quote } = line.clean;
  v.flag(quote !== null && quote.text !== '' && missed.clean.text.includes(quote.text));
  v.add(1);
}

function alike(a: Line, b: Line): number {
  if (!a.reading || !b.reading) return 0;
  let sum = 0;
  for (let k = HEAD_STARTS.category; k < HEAD_STARTS.category + HEADS.category.length; k++)
    sum += Math.sqrt((a.reading[k] ?? 0) * (b.reading[k] ?? 0));
  return sum;
}
