import { calls } from '../room/names.js';
import { CATEGORY_AT, HEADS } from '../learn/heads.js';
import { typeChance } from '../learn/text-model.js';
import type { Line } from '../room/line.js';
import { PairMemory } from '../text/pairs.js';
import { damped, type Vector } from './vector.js';

const MINUTE = 60_000;
const QUESTION = /\?|吗|么$|呢/;
const TYPES = [0, 2, 3, 4, 7];

/**
 * What speaks for it that an official's line answers a line which was let pass; `said`: every pair of characters of
 * the official's line. At most 40 numbers.
 */
export function missedFeatures(v: Vector, line: Line, missed: Line, rank: number, said: PairMemory): void {
  v.within(Math.abs(line.message.at - missed.message.at) / MINUTE, [1, 3, 10, 30, 120, 600]);
  v.within(line.index - missed.index, [1, 2, 3, 5, 8]);
  const memory = (missed.memory ??= memoryOf(missed));
  const common = memory.weight(line.pairs);
  v.add(Math.min(3, common) / 1.5);
  v.flag(common > 0);
  v.add(Math.min(4, memory.count(line.sounds)) / 2);
  v.add(alike(line, missed));
  v.flag(line.clean.mentions.includes(missed.nick.full));
  v.flag(calls(line.clean.text, said, missed.nick));
  for (const k of TYPES) v.add(missed.reading ? damped(missed.reading.types[k] ?? 0) : 0);
  const whole = missed.joined ?? missed.reading;
  v.add(whole ? damped(typeChance(whole, 'opening')) : 0);
  v.flag(QUESTION.test(missed.clean.text));
  v.flag(rank === 0);
  v.add(
    line.reading && missed.reading
      ? typeChance(line.reading, 'answer') * typeChance(missed.reading, 'opening')
      : 0,
  );
  const { quote } = line.clean;
  v.flag(quote !== null && quote.text !== '' && missed.clean.text.includes(quote.text));
  v.add(1);
}

function memoryOf(line: Line): PairMemory {
  const memory = new PairMemory();
  memory.add(line.pairs);
  memory.add(line.sounds);
  return memory;
}

function alike(a: Line, b: Line): number {
  const [p, q] = [a.reading?.labels, b.reading?.labels];
  if (!p || !q) return 0;
  let sum = 0;
  for (let k = CATEGORY_AT; k < CATEGORY_AT + HEADS.category.length; k++)
    sum += Math.sqrt((p[k] ?? 0) * (q[k] ?? 0));
  return sum;
}
