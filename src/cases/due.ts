import { DAY, HOUR, MINUTE, atHour, daysBetween, formatDay, localDate } from './calendar.js';
import type { Millis } from './case.js';

const HALF_HOUR = 30 * MINUTE;

/**
 * A deadline as people say it, Asia/Shanghai: `今天12点前`, `明天上午`, `5月3日前`; `尽快` once it has passed.
 * Never later than the deadline itself when it is today's.
 */
export function dueText(due: Millis, now: Millis): string {
  if (due <= now) return '尽快';
  // Midnight ends the day before it.
  const days = daysBetween(now, due - 1);
  if (days === 0) return today(due, now);
  if (days === 1) return tomorrow(due);
  return `${dateText(due - 1, now)}前`;
}

/** How far past a deadline: `2天`, `3小时`, `20分钟`; whole units, at least 1. */
export function lateText(due: Millis, now: Millis): string {
  const late = Math.max(now - due, MINUTE);
  if (late >= DAY) return `${Math.floor(late / DAY)}天`;
  return late >= HOUR ? `${Math.floor(late / HOUR)}小时` : `${Math.floor(late / MINUTE)}分钟`;
}

/** `5月3日`, with the year when it is another one. */
export function dateText(at: Millis, now: Millis): string {
  const { year } = localDate(at);
  return year === localDate(now).year ? formatDay(at) : `${year}年${formatDay(at)}`;
}

function today(due: Millis, now: Millis): string {
  if (due === atHour(now, 24)) return '今天晚上12点前';
  const rounded = due - ((due - atHour(due, 0)) % HALF_HOUR);
  return `今天${clockText(rounded > now ? rounded : due)}前`;
}

/** People round tomorrow to its parts; what is due at night is due the evening before. */
function tomorrow(due: Millis): string {
  const morning = atHour(due - 1, 0);
  if (due < morning + 6 * HOUR) return '今天晚上12点前';
  if (due < morning + 9 * HOUR) return `明天${clockText(due - ((due - morning) % HALF_HOUR))}前`;
  if (due < morning + 13 * HOUR) return '明天上午';
  return due <= morning + 18 * HOUR ? '明天下午' : '明天晚上';
}

/** `12点`, `8点半`, `9点20分` */
function clockText(at: Millis): string {
  const { hour, minute } = localDate(at);
  const rest = minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`;
  return `${hour}点${rest}`;
}
