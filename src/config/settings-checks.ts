import { DAY, dayKey } from '../cases/calendar.js';
import { daysOf } from './day-list.js';
import type { Fault } from './fault.js';
import { readHolidays } from './holidays.js';
import { settingsSchema } from './settings.js';
import { workdayBy } from './work-calendar.js';
import type { YamlFile } from './yaml.js';

/** So many days without work in a row: beyond it deadlines have nothing to be counted by. */
const LONGEST_REST = 40;

/** What no single line shows: a day that is to be rest and work at once; rest without end. */
export function checkSettings(yaml: YamlFile): Fault[] {
  const parsed = settingsSchema.safeParse(yaml.value ?? {});
  if (!parsed.success) return [];
  const { rest_days, work_days } = parsed.data;
  const both = rest_days.filter((day) => work_days.includes(day));
  const isWorkday = workdayBy({ restDays: rest_days, workDays: work_days }, readHolidays());
  const endless = rest_days.find((day) => restFrom(day, isWorkday) > LONGEST_REST);
  return [
    ...both.map((day) => bothAtOnce(yaml, day)),
    ...(endless === undefined ? [] : [tooLong(yaml, endless)]),
  ];
}

function restFrom(day: string, isWorkday: (day: string) => boolean): number {
  const first = Date.parse(`${day}T00:00:00+08:00`);
  let days = 0;
  while (days <= LONGEST_REST && !isWorkday(dayKey(first + days * DAY))) days += 1;
  return days;
}

function bothAtOnce(yaml: YamlFile, day: string): Fault {
  const at = entryOf(yaml, 'work_days', day);
  return yaml.fault(['work_days', at], `${day} stands under rest_days, too`, 'take it out of one of the two');
}

function tooLong(yaml: YamlFile, day: string): Fault {
  const what = `from ${day} on nobody works for more than ${LONGEST_REST} days, and no deadline would ever come`;
  return yaml.fault(['rest_days', entryOf(yaml, 'rest_days', day)], what, 'shorten the rest days');
}

/** Which entry of a list means this day. */
function entryOf(yaml: YamlFile, key: string, day: string): number {
  const list = (yaml.value as Record<string, unknown>)[key];
  const entries = Array.isArray(list) ? list.map(String) : [];
  return Math.max(0, entries.findIndex((entry) => daysOf(entry).includes(day)));
}
