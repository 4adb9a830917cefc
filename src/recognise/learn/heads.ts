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

/** The questions that the text model answers, each a choice among exclusive classes. */
export const HEADS = {
  type: LINE_TYPES,
  category: CATEGORIES,
  urgency: URGENCIES,
  kind: OPENING_KINDS,
} as const;
export type HeadName = keyof typeof HEADS;

/** Columns of all heads in the order of training: types first, then the labels of an opening. */
export const COLUMNS = Object.values(HEADS).reduce((sum, classes) => sum + classes.length, 0);
export const TYPE_COLUMNS = LINE_TYPES.length;
export const LABEL_COLUMNS = COLUMNS - TYPE_COLUMNS;

/** Where the heads of the labels start among the label columns. */
export const CATEGORY_AT = 0;
export const URGENCY_AT = CATEGORIES.length;
export const KIND_AT = URGENCY_AT + URGENCIES.length;
