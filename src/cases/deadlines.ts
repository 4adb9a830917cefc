import { DAY, HOUR } from './calendar.js';
import type { Millis } from './case.js';
import { CATEGORIES, type Category, type Urgency } from './words.js';

/** How long an official has from the villager's message, in milliseconds of plain clock time. */
export interface Terms {
  answerMs: number;
  resolveMs: number;
}

/** Complete for every category and urgency; config's categories fit. */
export type DeadlineTable = Readonly<Record<Category, { terms: Record<Urgency, Terms> }>>;

/** Hotline practice: life and property at once, utilities and weather within 2 hours, the rest within a day. */
export const DEFAULT_TERMS = {
  emergency: { answerMs: HOUR / 2, resolveMs: DAY },
  urgent: { answerMs: 2 * HOUR, resolveMs: DAY },
  normal: { answerMs: DAY, resolveMs: 7 * DAY },
} as const satisfies Record<Urgency, Terms>;

/** Utilities and weather do not wait a day even when nobody calls them urgent. */
const ALWAYS_URGENT: readonly Category[] = ['utility', 'disaster'];

export const DEFAULT_DEADLINES: DeadlineTable = defaultTable();

/** When the first answer and the solution are due. The clock starts with the villager's message and never stops. */
export function deadlines(
  openedAt: Millis,
  category: Category,
  urgency: Urgency,
  table: DeadlineTable = DEFAULT_DEADLINES,
): { answerBy: Millis; resolveBy: Millis } {
  const { answerMs, resolveMs } = table[category].terms[urgency];
  return { answerBy: openedAt + answerMs, resolveBy: openedAt + resolveMs };
}

function defaultTable(): DeadlineTable {
  const rows = CATEGORIES.map((category) => {
    const normal = ALWAYS_URGENT.includes(category) ? DEFAULT_TERMS.urgent : DEFAULT_TERMS.normal;
    return [category, { terms: { ...DEFAULT_TERMS, normal } }] as const;
  });
  return Object.fromEntries(rows) as Record<Category, { terms: Record<Urgency, Terms> }>;
}
