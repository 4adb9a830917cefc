/**
 * Working time by hand, from docs/deadlines.md, for a month from May 2026 on alone: nothing of the product's own arithmetic. 8:30 to
 * 17:30; Labour Day is off from the 1st to the 5th, Saturday the 9th is worked.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const SHIFT = 8 * HOUR;
const BEGINS = 8.5 * HOUR;
const ENDS = 17.5 * HOUR;
const LENGTH = ENDS - BEGINS;

export const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);
/** When the month is over and its report goes out. */
export const LAST = at('2026-06-01', '09:00');
export const midnight = (t: number): number => Math.floor((t + SHIFT) / DAY) * DAY - SHIFT;
export const dayOf = (t: number): string => new Date(t + SHIFT).toISOString().slice(0, 10);
export const clockOf = (t: number): string => new Date(t + SHIFT).toISOString().slice(11, 16);
export const weekday = (t: number): number => new Date(t + SHIFT).getUTCDay();
/** `5月2日` */
export const saidDay = (t: number): string =>
  `${Number(dayOf(t).slice(5, 7))}月${Number(dayOf(t).slice(8))}日`;

/** Labour Day, and 端午 on 19 June, before which terms of late May run out. */
const REST = ['2026-06-19', '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'];

export function isWorkday(t: number): boolean {
  const day = dayOf(t);
  if (REST.includes(day)) return false;
  return day === '2026-05-09' || (weekday(t) !== 0 && weekday(t) !== 6);
}

/** `t` itself in working hours, else when they next begin. */
export function atWork(t: number): number {
  for (let day = midnight(t); ; day += DAY) {
    if (!isWorkday(day)) continue;
    if (t < day + BEGINS) return day + BEGINS;
    if (t < day + ENDS) return t;
  }
}

/** So many working days on, by the same hour. */
export function afterDays(t: number, days: number): number {
  let end = atWork(t);
  for (let left = days; left > 0;) if (isWorkday((end += DAY))) left -= 1;
  return end;
}

/** So much time at work on. */
export function afterWork(t: number, work: number): number {
  let left = work;
  for (let from = atWork(t); ; from = atWork(midnight(from) + DAY)) {
    const rest = midnight(from) + ENDS - from;
    if (left <= rest) return Math.ceil(from + left);
    left -= rest;
  }
}

/** Time at work between two moments. */
export function workBetween(from: number, to: number): number {
  let sum = 0;
  for (let day = midnight(from); day < to; day += DAY)
    if (isWorkday(day)) sum += Math.max(0, Math.min(to, day + ENDS) - Math.max(from, day + BEGINS));
  return sum;
}

/** Hours to the first answer and days to the solution, as the table of docs/deadlines.md has them. */
export function termsOf(category: string, urgency: string): { hours: number; days: number } {
  if (urgency === 'emergency') return { hours: 0.5, days: 1 };
  const quick = category === 'utility' ? 2 : category === 'disaster' ? 1 : null;
  const short = ['utility', 'disaster', 'sanitation', 'security'].includes(category) ? 3 : 7;
  if (urgency === 'urgent') return { hours: Math.min(2, quick ?? 2), days: 1 };
  return { hours: quick ?? 24, days: ['road', 'housing'].includes(category) ? 15 : short };
}

/** When answer and solution are due for what was said at `t`. */
export function dueOf(t: number, category: string, urgency: string): { answerBy: number; resolveBy: number } {
  const { hours, days } = termsOf(category, urgency);
  if (urgency === 'emergency') return { answerBy: t + hours * HOUR, resolveBy: t + days * DAY };
  const answerBy = hours < 24 ? afterWork(t, Math.min(hours * HOUR, LENGTH)) : afterDays(t, hours / 24);
  return { answerBy, resolveBy: afterDays(t, days) };
}
