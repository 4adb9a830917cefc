import type { Entry, Frame, Lexicon, Meaning } from './lexicon/compile.js';
import { pairKey } from './lexicon/compile.js';
import { LEXICON, SIGN_IDS, type SignName } from './lexicon/all.js';
import type { Hit } from './text/phrase-index.js';

/** A frame or phrase found in a text. */
export interface Finding {
  meaning: Meaning;
  start: number;
  end: number;
}

/** Everything the lexicon sees in one text. */
export class Signals {
  readonly findings: Finding[] = [];
  /** Thing lists met: what the text is about, also where nothing fails. */
  readonly things = new Set<number>();
  private readonly counts = new Uint8Array(LEXICON.signNames.length);
  private readonly reached = new Int32Array(LEXICON.signNames.length);

  constructor(readonly text: string) {}

  /** How often a sign stands in the text, overlapping words counted once. */
  count(name: SignName): number {
    return this.counts[SIGN_IDS[name]] ?? 0;
  }

  has(name: SignName): boolean {
    return this.count(name) > 0;
  }

  /** Notes what the text is about. */
  name(thing: number): void {
    if (!LEXICON.untopical.has(thing)) this.things.add(thing);
  }

  sign(id: number, hit: Hit): void {
    if (hit.start < (this.reached[id] ?? 0)) return;
    this.reached[id] = hit.end;
    this.counts[id] = Math.min(255, (this.counts[id] ?? 0) + 1);
  }
}

interface Placed {
  id: number;
  start: number;
  end: number;
}

/** Reads a normalised text. Linear in its length: only neighbours within the widest gap are paired. */
export function readSignals(text: string): Signals {
  const signals = new Signals(text);
  const things: Placed[] = [];
  const states: Placed[] = [];
  for (const hit of unmasked(LEXICON, LEXICON.index.scan(text))) {
    const entry = LEXICON.entries[hit.value];
    if (entry) sort(signals, entry, hit, things, states);
  }
  pair(signals, things, states);
  return signals;
}

function sort(signals: Signals, entry: Entry, hit: Hit, things: Placed[], states: Placed[]): void {
  if (entry.type === 'sign') {
    if (
      !DENIABLE.has(entry.id) ||
      !(negated(signals.text, hit.start) || signals.text[hit.start - 1] === '就')
    )
      signals.sign(entry.id, hit);
  } else if (entry.type === 'thing') {
    if (hit.end - hit.start > 1) signals.name(entry.id); // 路 alone is in 一路, 水 in 水面: too little to be a topic
    things.push({ id: entry.id, start: hit.start, end: hit.end });
  } else if (entry.type === 'state') {
    if (!negated(signals.text, hit.start) && !denies(signals.text, hit))
      states.push({ id: entry.id, start: hit.start, end: hit.end });
  } else if (entry.type === 'phrase') {
    if (!negated(signals.text, hit.start) && !denies(signals.text, hit))
      signals.findings.push({ meaning: entry.meaning, start: hit.start, end: hit.end });
  }
}

/** Drops hits that lie inside a masking word and are shorter than it. */
function unmasked(lexicon: Lexicon, hits: Hit[]): Hit[] {
  const masks = hits.filter((hit) => lexicon.entries[hit.value]?.type === 'mask');
  if (masks.length === 0) return hits;
  let first = 0;
  return hits.filter((hit) => {
    while (first < masks.length && (masks[first]?.end ?? 0) <= hit.start) first++;
    for (let i = first; i < masks.length; i++) {
      const mask = masks[i];
      if (!mask || mask.start > hit.start) break;
      if (hit.end <= mask.end && hit.end - hit.start < mask.end - mask.start) return false;
    }
    return true;
  });
}

/** Signs that a negation or a condition before them turns round: 没修好, 就好了. */
const DENIABLE = new Set(
  (['done', 'content', 'solved', 'calledOff', 'praise'] as const).map((name) => SIGN_IDS[name]),
);

const NEGATIONS = '不没未别莫无';

/** 没坏, 不堵: the state is denied. A state that itself begins with a negation (不亮, 没人收) is never denied so. */
function negated(text: string, start: number): boolean {
  if (start === 0 || NEGATIONS.includes(text.charAt(start))) return false;
  return NEGATIONS.includes(text.charAt(start - 1));
}

/** A hit that ends in 没 is denied by the failing word behind it: 路灯没 + 坏, 水没 + 停. */
function denies(text: string, hit: Hit): boolean {
  return text[hit.end - 1] === '没' && FAILING.includes(text[hit.end] ?? ' ');
}

const FAILING = '坏停断堵臭垮塌漏淹烂吵黑事问裂倒满脏';

function pair(signals: Signals, things: Placed[], states: Placed[]): void {
  let from = 0;
  for (const thing of things) {
    // States are sorted by start and at most a dozen characters long: earlier ones cannot reach this thing.
    while (from < states.length && (states[from]?.start ?? 0) < thing.start - LEXICON.maxGap - 16) from++;
    for (let i = from; i < states.length; i++) {
      const state = states[i];
      if (!state || state.start > thing.end + LEXICON.maxGap) break;
      const frame = LEXICON.frames.get(pairKey(thing.id, state.id));
      if (frame && near(signals.text, thing, state, frame)) {
        signals.name(thing.id);
        signals.findings.push({
          meaning: frame,
          start: Math.min(thing.start, state.start),
          end: Math.max(thing.end, state.end),
        });
      }
    }
  }
}

const BREAKS = ' ,.!?;:\n()[]"';

/** Within the frame's gap, a clause's end counting two; overlapping words are one word, not a pair. */
function near(text: string, a: Placed, b: Placed, frame: Frame): boolean {
  const [left, right] = a.start <= b.start ? [a, b] : [b, a];
  if (right.start < left.end) return false;
  const short = (left.end - left.start === 1 ? 1 : 0) + (right.end - right.start === 1 ? 1 : 0);
  const limit = Math.min(frame.gap, SHORT_GAP[short] ?? 2);
  let distance = 0;
  for (let i = left.end; i < right.start; i++) distance += BREAKS.includes(text.charAt(i)) ? 2 + short : 1;
  return distance <= limit;
}

/** Single characters mean little far from each other: most gap allowed with none, one or two of them. */
const SHORT_GAP = [99, 4, 2];
