import type { Choices } from '../choose/options.js';
import {
  emergencyChance,
  likeliestCategory,
  likeliestKind,
  seemsUrgent,
  typeChance,
  type Reading,
} from '../learn/text-model.js';
import type { VillageModel } from '../model/village-model.js';
import type { Line } from '../room/line.js';
import type { Matter } from '../room/matter.js';
import type { Category, PetitionKind, Urgency } from '../../cases/words.js';

/** What a line most likely is, in numbers that thresholds can be held against. */
export interface Weighed {
  /** Belongs to nothing. */
  nothing: number;
  /** Begins a matter for somebody in office, and begins an accusation of somebody in office. */
  opening: number;
  accusation: number;
  /** The words by themselves read like an accusation, whatever the room makes of them. */
  accuses: boolean;
  link: { matter: Matter; chance: number } | null;
  missed: { line: Line; chance: number } | null;
  /** The text that says it: the line's own reading, or that of the line with those just before it. */
  reading: Reading | null;
}

export function weigh(line: Line, choices: Choices, model: VillageModel): Weighed {
  const { chances } = model.net.choose(choices);
  const begins = chances[1] ?? 0;
  const accused = Math.max(accusing(line.reading), accusing(line.joined));
  const quoted = line.message.speaker === 'villager' ? quotedMatter(line, choices.matters) : null;
  return {
    nothing: quoted ? 0 : (chances[0] ?? 0),
    opening: begins * (1 - accused),
    accusation: begins * accused,
    accuses: [line.reading, line.joined].some(
      (one) => one !== null && typeChance(one, 'accusation') >= ACCUSES,
    ),
    link: quoted
      ? { matter: quoted, chance: 1 - begins }
      : best(choices.matters, chances, 2, (matter, p) => ({ matter, chance: p })),
    missed: best(choices.missedLines, chances, 2 + choices.matters.length, (one, p) => ({
      line: one,
      chance: p,
    })),
    reading: clearer(line),
  };
}

/** Who quotes a message of a matter speaks of that matter, whatever is said. */
function quotedMatter(line: Line, matters: Matter[]): Matter | null {
  const { quote } = line.clean;
  if (!quote || quote.text.length < SHORTEST_QUOTE) return null;
  return matters.find((matter) => matter.texts.some((text) => text === quote.text)) ?? null;
}
const SHORTEST_QUOTE = 4;

/** From here on nobody but an inspector sees a line, however little it seems to begin anything. */
const ACCUSES = 0.4;

/** How much of what would open is an accusation. */
function accusing(reading: Reading | null): number {
  if (!reading) return 0;
  const accusation = typeChance(reading, 'accusation');
  return accusation / (accusation + typeChance(reading, 'opening') + 0.002);
}

function clearer(line: Line): Reading | null {
  const { reading, joined } = line;
  if (!reading || !joined) return reading;
  return typeChance(joined, 'opening') > typeChance(reading, 'opening') ? joined : reading;
}

function best<T, R>(
  list: T[],
  chances: Float32Array,
  from: number,
  make: (one: T, p: number) => R,
): R | null {
  let found: R | null = null;
  let most = 0;
  list.forEach((one, i) => {
    const p = chances[from + i] ?? 0;
    if (p <= most) return;
    most = p;
    found = make(one, p);
  });
  return found;
}

/** What a reading says of a matter that begins with it. */
export interface Labels {
  kind: PetitionKind;
  category: Category;
  urgency: Urgency;
}

/** @param emergency how likely an emergency has to be to count as one */
export function labelsOf(reading: Reading, emergency: number): Labels {
  const danger = emergencyChance(reading) >= emergency;
  return {
    kind: likeliestKind(reading),
    category: likeliestCategory(reading),
    urgency: danger ? 'emergency' : seemsUrgent(reading) ? 'urgent' : 'normal',
  };
}
