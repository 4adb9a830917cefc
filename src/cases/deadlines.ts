import { DAY, HOUR } from './calendar.js';
import type { Millis } from './case.js';
import { addWorkingTime, type WorkingHours } from './working-time.js';
import { CATEGORIES, type Category, type Urgency } from './words.js';

/** How long an official has from the villager's message, in milliseconds: of working time, where there is such. */
export interface Terms {
  answerMs: number;
  resolveMs: number;
  /** Days of the calendar, as the law on letters and visits counts them. */
  calendar?: boolean;
}

/** Complete for every category and urgency; config's categories fit. */
export type DeadlineTable = Readonly<Record<Category, { terms: Record<Urgency, Terms> }>>;

/** How the county counts, beyond each category's own terms. */
export interface TermRules {
  /** When officials are at work; null: deadlines run by the plain clock. */
  hours: WorkingHours | null;
  /** How often a case's clock may wait for the villager, and for how many (working) days each time. */
  waits: { days: number; most: number };
  /** The longest extension, in days, where it is not EXTENSION_DAYS_MAX. */
  extendDays: Partial<Record<Category, number>>;
}

export const PLAIN_RULES: TermRules = { hours: null, waits: { days: 5, most: 2 }, extendDays: {} };

/** Hotline practice: life and property at once, utilities and weather within 2 hours, the rest within a day. */
export const DEFAULT_TERMS = {
  emergency: { answerMs: HOUR / 2, resolveMs: DAY },
  urgent: { answerMs: 2 * HOUR, resolveMs: DAY },
  normal: { answerMs: DAY, resolveMs: 7 * DAY },
} as const satisfies Record<Urgency, Terms>;

/**
 * Matters that take longer than a week when nothing is urgent: complex ones (a road, a house), and formal letters and
 * visits 信访, 15 days to be taken and 60 to be solved.
 */
export const GRADE_TERMS = {
  complex: { answerMs: DAY, resolveMs: 15 * DAY },
  formal: { answerMs: 15 * DAY, resolveMs: 75 * DAY, calendar: true },
} as const satisfies Record<string, Terms>;

/** Utilities and weather do not wait a day even when nobody calls them urgent. */
const ALWAYS_URGENT: readonly Category[] = ['utility', 'disaster'];

export const DEFAULT_DEADLINES: DeadlineTable = defaultTable();

/** When the first answer and the solution are due. The clock starts with the villager's message. */
export function deadlines(
  openedAt: Millis,
  category: Category,
  urgency: Urgency,
  table: DeadlineTable = DEFAULT_DEADLINES,
  hours: WorkingHours | null = null,
): { answerBy: Millis; resolveBy: Millis } {
  const { answerMs, resolveMs, calendar = false } = table[category].terms[urgency];
  const counted = calendar ? null : hoursFor(urgency, hours);
  const end = (term: Millis): Millis => termEnd(openedAt, term, counted);
  return { answerBy: end(answerMs), resolveBy: end(resolveMs) };
}

/** Emergencies are counted round the clock, whatever the calendar says. */
export function hoursFor(urgency: Urgency, hours: WorkingHours | null): WorkingHours | null {
  return urgency === 'emergency' ? null : hours;
}

/** Where a term ends that begins at `from`; without working hours by the plain clock. */
export function termEnd(from: Millis, term: Millis, hours: WorkingHours | null): Millis {
  return hours === null ? from + term : addWorkingTime(hours, from, term);
}

function defaultTable(): DeadlineTable {
  const rows = CATEGORIES.map((category) => {
    const normal = ALWAYS_URGENT.includes(category) ? DEFAULT_TERMS.urgent : DEFAULT_TERMS.normal;
    return [category, { terms: { ...DEFAULT_TERMS, normal } }] as const;
  });
  return Object.fromEntries(rows) as Record<Category, { terms: Record<Urgency, Terms> }>;
}
