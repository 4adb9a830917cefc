import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/**
 * The statutory holidays and make-up working days of China, as the State Council sets them each autumn for the year to
 * come. They come from the package chinese-days, as data: its file is all that is read of it.
 */
export interface HolidayTable {
  /** Days off, by `2026-05-01`. */
  holidays: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked instead. */
  workdays: ReadonlySet<string>;
  /** The last year that it knows; later ones go by the days of the week. */
  lastYear: number;
}

const days = z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/u), z.unknown());
const fileSchema = z.object({ holidays: days, workdays: days });

/** The table that this build came with. @throws Error when the package's file is not what it was */
export function readHolidays(): HolidayTable {
  const file = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return holidayTable(Object.keys(holidays), Object.keys(workdays));
}

export function holidayTable(holidays: readonly string[], workdays: readonly string[]): HolidayTable {
  const years = [...holidays, ...workdays].map((day) => Number(day.slice(0, 4)));
  return { holidays: new Set(holidays), workdays: new Set(workdays), lastYear: Math.max(0, ...years) };
}
