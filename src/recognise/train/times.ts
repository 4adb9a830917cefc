import type { Random } from '../learn/random.js';
import type { LabelledLine } from '../transcript.js';

/** Share of groups whose talk is told faster than it was, and how much of each pause is left. */
const HURRIED = 0.3;
const LEFT = [0, 0.03, 0.2];
const MINUTE = 60_000;

/**
 * The same talk at other times. Who writes a corpus spaces petitions out and gives whole minutes, and a network that
 * learns the pauses fails where a group talks fast: so seconds are added, and some groups talk without a breath.
 */
export function retimed(group: LabelledLine[], random: Random): LabelledLine[] {
  const left = random.next() < HURRIED ? (LEFT[Math.floor(random.next() * LEFT.length)] ?? 1) : 1;
  let before = -Infinity;
  let first = 0;
  return group.map((line, i) => {
    const at = Date.parse(line.t);
    if (i === 0) first = at;
    const spread = at % MINUTE === 0 ? random.next() * MINUTE : 0;
    // Never before the line that came before it.
    before = Math.max(before, first + (at - first + spread) * left);
    return { ...line, t: new Date(before).toISOString() };
  });
}
