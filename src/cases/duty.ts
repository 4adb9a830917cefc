import { addDays, dayKey, dayStart, localDate, MINUTE } from './calendar.js';
import type { Millis } from './case.js';

/** One line of a duty roster: on these days, in these hours, these people are on call for a place. */
export interface DutyShift {
  /** '' = the county. */
  place: string;
  /** 1 = Monday .. 7 = Sunday; null: dated. */
  days: number[] | null;
  /** First and last day, `2026-05-01`; null: weekly. */
  dates: { from: string; to: string } | null;
  /** Minutes after midnight; over midnight when they end before they begin. null: the whole day. */
  hours: { from: number; to: number } | null;
  /** Names of the directory. */
  people: string[];
}

/** Shifts of exactly this place that run at `at`: dated ones take the place of the weekly ones. */
export function shiftsAt(shifts: readonly DutyShift[], place: string, at: Millis): DutyShift[] {
  const running = shifts.filter((one) => one.place === place && endOf(one, at) !== null);
  const dated = running.filter((one) => one.dates !== null);
  return dated.length > 0 ? dated : running;
}

/** When the shift that runs at `at` ends; null: it does not run then. A shift over midnight is of the day that it begins on. */
export function endOf(shift: DutyShift, at: Millis): Millis | null {
  const ends = [dayStart(at), addDays(at, -1)].flatMap((day) => {
    const [begin, end] = stretch(shift, day);
    return isOn(shift, day) && begin <= at && at < end ? [end] : [];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

function stretch({ hours }: DutyShift, day: Millis): [from: Millis, to: Millis] {
  if (hours === null) return [day, addDays(day, 1)];
  const to = hours.to > hours.from ? day : addDays(day, 1);
  return [day + hours.from * MINUTE, to + hours.to * MINUTE];
}

function isOn({ days, dates }: DutyShift, day: Millis): boolean {
  if (dates) return dates.from <= dayKey(day) && dayKey(day) <= dates.to;
  return days === null || days.includes(localDate(day).weekday);
}
