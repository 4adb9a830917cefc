import { z } from 'zod';
import type { MonthlyHour, WeeklyHour } from '../cases/posts/period.js';
import { POST_LEVELS, type PostSettings } from '../cases/posts/settings.js';
import { strict } from './issues.js';

const WEEKDAYS = '一二三四五六日';
const TIME = '([01]?\\d|2[0-3]):([0-5]\\d)';
const WEEKLY = 'this is no hour of a week; write it like "周一 09:00", between quotes, or off';
const MONTHLY = 'this is no hour of a month; write it like "1日 09:00" (a day from 1 to 28), between quotes, or off';

const orOff = (pattern: RegExp, error: string) => z.union([z.literal(false), z.string().regex(pattern, error)], error);

const weekly = orOff(new RegExp(`^(off|(周|星期)[${WEEKDAYS}天] ?${TIME})$`, 'u'), WEEKLY).transform(
  (value): WeeklyHour | null => {
    const [, day = '', hour = '', minute = ''] = /([一二三四五六日天]) ?(\d+):(\d+)$/u.exec(String(value)) ?? [];
    if (day === '') return null;
    return { weekday: WEEKDAYS.indexOf(day === '天' ? '日' : day) + 1, minute: Number(hour) * 60 + Number(minute) };
  },
);

const monthly = orOff(new RegExp(`^(off|([1-9]|1\\d|2[0-8])[日号] ?${TIME})$`, 'u'), MONTHLY).transform(
  (value): MonthlyHour | null => {
    const [, day = '', hour = '', minute = ''] = /^(\d+)\D ?(\d+):(\d+)$/u.exec(String(value)) ?? [];
    return day === '' ? null : { day: Number(day), minute: Number(hour) * 60 + Number(minute) };
  },
);

const SUM = 'the three weights do not sum to one; write for example 0.1, 0.5 and 0.4';
const part = z.number().min(0).max(1);
const composite = strict({ answered_on_time: part, solved: part, satisfied: part }).refine(
  (weights) => Math.abs(weights.answered_on_time + weights.solved + weights.satisfied - 1) < 1e-9,
  SUM,
);

/** Keys of settings.yaml. */
export const postKeys = {
  weekly_at: weekly.prefault('周一 09:00'),
  monthly_at: monthly.prefault('1日 09:00'),
  pictures: z
    .union([z.boolean(), z.enum(['on', 'off'])], 'this is neither on nor off; write on or off')
    .transform((value) => value === true || value === 'on')
    .prefault('on'),
  daily_pictures: z
    .union([z.literal(false), z.enum([...POST_LEVELS, 'off'])], 'this is none of county, township, village and off')
    .transform((value) => value || 'off')
    .prefault('county'),
  composite: composite.prefault({ answered_on_time: 0.1, solved: 0.5, satisfied: 0.4 }),
  rank_from_cases: z.int().min(1).max(1000).default(5),
};

type PostFile = { [Key in keyof typeof postKeys]: z.output<(typeof postKeys)[Key]> };

export function toPosts(file: PostFile): PostSettings {
  const { composite: weights } = file;
  return {
    weeklyAt: file.weekly_at,
    monthlyAt: file.monthly_at,
    pictures: file.pictures,
    dailyPictures: file.pictures ? file.daily_pictures : 'off',
    weights: {
      answeredOnTime: weights.answered_on_time,
      solved: weights.solved,
      satisfied: weights.satisfied,
    },
    rankFromCases: file.rank_from_cases,
  };
}
