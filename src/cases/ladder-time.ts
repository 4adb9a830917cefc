import { addDays, atHour, dayKey, DAY, dayStart, MINUTE } from './calendar.js';
import type { Millis } from './case.js';
import { workingMoment, workingTimeBetween, type WorkingHours } from './working-time.js';

/** How time counts on the ladder. */
export interface LadderTime {
  /** In these the share of a term is counted; null: by the plain clock. */
  hours: WorkingHours | null;
  /** `at` itself when people may be told then, else the next moment at which they may. */
  tellable(at: Millis): Millis;
}

/** The quiet hours as minutes after midnight; may run over midnight. */
interface Quiet {
  from: number;
  to: number;
}

/** In working hours where the county has set them, and never in the quiet hours. */
export function ladderTime(hours: WorkingHours | null, quiet: Quiet | null): LadderTime {
  const awake = (at: Millis): Millis => (quiet ? afterQuiet(quiet, at) : at);
  if (!hours) return { hours, tellable: awake };
  return { hours, tellable: (at) => meet(at, (one) => workingMoment(hours, one), awake) };
}

/** The moment at which a share of the term's time has gone by. A term without an hour of work counts by the clock. */
export function workAfter(hours: WorkingHours | null, from: Millis, to: Millis, share: number): Millis {
  const work = hours ? workingTimeBetween(hours, from, to) : 0;
  return hours && work > 0 ? worked(hours, from, share * work) : from + share * (to - from);
}

/** No term and its half together are longer. */
const MOST_DAYS = 2000;

/** The moment at which `work` of pure working time has gone by since `from`. */
function worked(hours: WorkingHours, from: Millis, work: Millis): Millis {
  let left = work;
  for (let n = 0, day = dayStart(from); n < MOST_DAYS; n += 1, day = addDays(day, 1)) {
    if (!hours.isWorkday(dayKey(day))) continue;
    const begins = Math.max(from, day + hours.from * MINUTE);
    const stretch = Math.max(0, day + hours.to * MINUTE - begins);
    if (left <= stretch) return Math.ceil(begins + left);
    left -= stretch;
  }
  throw new Error(`no end of ${work} ms of work within ${MOST_DAYS} days of ${dayKey(from)}`);
}

/** Working hours that begin inside the quiet ones are a county's own doing: after a few rounds work wins. */
function meet(at: Millis, work: (at: Millis) => Millis, awake: (at: Millis) => Millis): Millis {
  let found = work(at);
  for (let n = 0; n < 3 && awake(found) !== found; n += 1) found = work(awake(found));
  return found;
}

function afterQuiet({ from, to }: Quiet, at: Millis): Millis {
  const minute = (at - dayStart(at)) / MINUTE;
  const quiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!quiet) return at;
  const ends = atHour(at, 0) + to * MINUTE;
  return ends > at ? ends : ends + DAY;
}
