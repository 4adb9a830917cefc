import type { Random } from '../learn/random.js';
import type { LabelledLine } from '../transcript.js';

/** One foreign line among so many of the group's own. */
const EVERY = 12;
/** Of the single lines that open a matter so many are taken: among all lines openings stay rare. */
const OPENINGS_TAKEN = 0.3;
/** Numbers that no line of a group has. */
const FIRST_SEQ = 1_000_000;

/**
 * A group with single lines of the corpus said in it by people who say nothing else. Who writes a transcript leads up to
 * each matter; people do not, and a network that learns the leading up misses what is said plainly out of nowhere. A line
 * of a category that the group speaks of stays out: it might belong to a matter there.
 */
export function sprinkled(
  group: LabelledLine[],
  singles: readonly LabelledLine[],
  random: Random,
): LabelledLine[] {
  const taken = new Set<string>(group.flatMap((line) => (line.case ? [line.category] : [])));
  return group.flatMap((line, i) => {
    const next = group[i + 1];
    if (singles.length === 0 || !next || random.next() >= 1 / EVERY) return [line];
    const single = singles[Math.floor(random.next() * singles.length)];
    if (!single || !fits(single, taken, random)) return [line];
    return [line, said(single, line, next, FIRST_SEQ + i, random)];
  });
}

function fits(single: LabelledLine, taken: ReadonlySet<string>, random: Random): boolean {
  if (single.role !== 'villager' || single.type !== 'text') return false;
  if (!single.case) return single.intent === 'chatter';
  return !taken.has(single.category) && random.next() < OPENINGS_TAKEN;
}

/** The line as somebody says it between two others. */
function said(
  single: LabelledLine,
  before: LabelledLine,
  after: LabelledLine,
  seq: number,
  random: Random,
): LabelledLine {
  const [from, to] = [Date.parse(before.t), Date.parse(after.t)];
  const t = new Date(from + random.next() * Math.max(0, to - from)).toISOString();
  const { group } = before;
  return { ...single, group, seq, t, who: `x${seq}`, matter: single.case ? `x${seq}` : '' };
}
