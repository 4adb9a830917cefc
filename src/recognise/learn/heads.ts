import { CATEGORIES, URGENCIES, type PetitionKind } from '../../cases/words.js';

/**
 * What a text seems to be, read for itself. `fragment`: the first half of a matter that only the next line makes
 * clear. Order is that of the model file.
 */
export const LINE_TYPES = [
  'opening', 'accusation', 'followup', 'feedback', 'fragment', 'answer', 'notice', 'chatter',
] as const; // prettier-ignore
export type LineType = (typeof LINE_TYPES)[number];

/** Kinds of an opening that is no accusation. */
export const OPENING_KINDS = [
  'petition',
  'consultation',
  'suggestion',
  'help',
] as const satisfies PetitionKind[];

/** The questions that the text model answers at once, each a choice among exclusive classes. */
export const HEADS = {
  type: LINE_TYPES,
  category: CATEGORIES,
  urgency: URGENCIES,
  kind: OPENING_KINDS,
} as const;
export type HeadName = keyof typeof HEADS;

/** First column of each head in the model's rows. */
export const HEAD_STARTS = starts();
/** Columns of a row, over all heads. */
export const COLUMNS = Object.values(HEADS).reduce((sum, classes) => sum + classes.length, 0);

function starts(): Record<HeadName, number> {
  let at = 0;
  const found: Partial<Record<HeadName, number>> = {};
  for (const [name, classes] of Object.entries(HEADS) as [HeadName, readonly string[]][]) {
    found[name] = at;
    at += classes.length;
  }
  return found as Record<HeadName, number>;
}
