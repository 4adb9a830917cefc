import type { Action } from '../cases/action.js';
import { addDays, dayStart, DAY, localDate } from '../cases/calendar.js';
import type { Case, Millis } from '../cases/case.js';
import type { Until } from '../cases/command.js';
import { orderNumber, releaseNumber } from './cards.js';
import type { Changed } from './change-case.js';
import type { Desk } from './desk.js';

/** 督办 is for what is at hand: a day further away is a slip of the hand, or of last year. */
const MOST_DAYS = 183;

/** The end of the day that was meant, seen from `at`; null: there is no such day, or not within half a year. */
export function endOfDay(until: Until, at: Millis): Millis | null {
  const day = 'days' in until ? addDays(at, until.days) : dateNear(until, at);
  if (day === null || day < dayStart(at) || day > at + MOST_DAYS * DAY) return null;
  return addDays(day, 1);
}

/** 1月5日, said in December, is next year's. */
function dateNear({ month, day }: { month: number; day: number }, at: Millis): Millis | null {
  const { year } = localDate(at);
  const found = [year, year + 1]
    .map((one) => midnight(one, month, day))
    .find((one) => one !== null && one >= dayStart(at));
  return found ?? null;
}

function midnight(year: number, month: number, day: number): Millis | null {
  const at = dayStart(Date.UTC(year, month - 1, day, 4));
  const found = localDate(at);
  return found.month === month && found.day === day ? at : null;
}

/** An order with its number: the one that the case has, else the county's next. */
export async function withNumber(
  desk: Desk,
  c: Case,
  action: Action,
  cause: { opId: string; at: Millis },
): Promise<Action> {
  if (action.type !== 'supervise') return action;
  const number = c.supervised?.number ?? (await orderNumber(desk, cause.opId, cause.at));
  return { ...action, number };
}

/** What was refused after all leaves no gap. */
export async function afterOrder(
  desk: Desk,
  action: Action,
  changed: Changed,
  cause: { opId: string; at: Millis },
): Promise<void> {
  if (action.type === 'supervise' && !changed.ok) await releaseNumber(desk, cause.opId, cause.at);
}
