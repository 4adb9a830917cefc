import { z } from 'zod';
import type { DutyShift } from '../cases/duty.js';
import { strict } from './issues.js';

/** Words for the days of a weekly shift, with their weekdays (1 = Monday). */
const DAYS = {
  周一: [1], 周二: [2], 周三: [3], 周四: [4], 周五: [5], 周六: [6], 周日: [7],
  工作日: [1, 2, 3, 4, 5], 周末: [6, 7], 每天: [1, 2, 3, 4, 5, 6, 7],
} as const satisfies Record<string, readonly number[]>; // prettier-ignore
const DAY_WORDS = Object.keys(DAYS) as (keyof typeof DAYS)[];

const date = z
  .string()
  .refine(isDate, 'this is no day of the calendar; write it like 2026-05-01');

const TIME = '([01]?\\d|2[0-3]):[0-5]\\d';
const HOURS = 'these are no hours; write them like "18:00-08:00", between quotes (over midnight is fine)';

/** A line of the duty roster; what depends on other lines is checked in duty-checks.ts. */
export const dutySchema = (place: z.ZodType<string, string>, name: z.ZodType<string, string>) =>
  strict({
    place,
    days: z.array(z.enum(DAY_WORDS)).min(1).optional(),
    from: date.optional(),
    to: date.optional(),
    hours: z
      .string()
      .regex(new RegExp(`^${TIME} ?- ?${TIME}$`), HOURS)
      .refine(
        (text) => new Set(text.split('-').map((part) => minutes(part.trim()))).size > 1,
        'the hours begin and end at the same minute; leave them out for the whole day',
      )
      .optional(),
    people: z.array(name).min(1),
  });
export type DutyFile = z.output<ReturnType<typeof dutySchema>>;

/** From the file's words to the product's. */
export function toShift({ place, days, from, to, hours, people }: DutyFile): DutyShift {
  const [begin = '', end = ''] = hours?.split('-').map((part) => part.trim()) ?? [];
  return {
    place,
    days: days ? [...new Set(days.flatMap((word) => [...DAYS[word]]))].sort((a, b) => a - b) : null,
    dates: from === undefined ? null : { from, to: to ?? from },
    hours: hours === undefined ? null : { from: minutes(begin), to: minutes(end) },
    people: [...new Set(people)],
  };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
