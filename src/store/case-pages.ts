import { DAY } from '../cases/calendar.js';
import type { Millis } from '../cases/case.js';
import { caseEventSchema } from '../cases/event-schema.js';
import type { CaseHistories, History } from '../cases/export/snapshot.js';
import type { Db } from './db.js';
import type { Damage } from './json.js';
import { placeKeys } from './keys.js';
import { pairs } from './reply.js';

const PAGE = 100;
/** Marks read at once; about a fifth of them are openings. */
const MARKS = 500;

/**
 * Histories of one place, oldest case first, page by page, for exports: no more than a page is ever in memory. A damaged
 * event leaves its case out and is reported.
 */
export class CasePages implements CaseHistories {
  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
  ) {}

  async *histories(place: string, since: Millis, until: Millis): AsyncIterable<History[]> {
    for await (const ids of this.openedBy(place, until)) {
      const touched = await this.lastTouched(place, ids, since);
      const read = await Promise.all(touched.map((id) => this.history(place, id)));
      const whole = read.filter((one) => one !== null);
      if (whole.length > 0) yield whole;
    }
  }

  /** Ids in the order of opening. The mark of an opening never moves, so that a page leaves none out. */
  async *openedBy(place: string, until: Millis | '+inf'): AsyncIterable<string[]> {
    const key = placeKeys(place).touched;
    let from = '-inf';
    let met = new Set<string>();
    let ids: string[] = [];
    for (;;) {
      const marks = pairs(
        await this.db.call('listing cases', (redis) =>
          redis.zrangebyscore(key, from, until, 'WITHSCORES', 'LIMIT', 0, MARKS + met.size),
        ),
      );
      const fresh = marks.filter(([mark]) => !met.has(mark));
      for (const [mark] of fresh) if (mark.startsWith('o|')) ids.push(mark.slice(2));
      for (; ids.length >= PAGE; ids = ids.slice(PAGE)) yield ids.slice(0, PAGE);
      const last = marks.at(-1)?.[1];
      if (fresh.length === 0 || last === undefined) break;
      // The next page begins at the same moment: of several marks at one moment some may still come.
      const same = marks.filter(([, at]) => at === last).map(([mark]) => mark);
      met = new Set(last === from ? [...met, ...same] : same);
      from = last;
    }
    if (ids.length > 0) yield ids;
  }

  private async lastTouched(place: string, ids: string[], since: Millis): Promise<string[]> {
    const at = placeKeys(place);
    const last = await Promise.all(
      ids.map((id) => this.db.call('reading a history', (redis) => redis.lindex(at.events(id), -1))),
    );
    return ids.filter((id, i) => {
      const event = last[i] && this.damage.read(caseEventSchema, at.events(id), last[i]);
      // A late message may stand behind a newer one: a day more is looked at.
      return event && event.at >= since - DAY;
    });
  }

  private async history(place: string, id: string): Promise<History | null> {
    const key = placeKeys(place).events(id);
    const texts = await this.db.call('reading a history', (redis) => redis.lrange(key, 0, -1));
    const events = texts.map((text) => this.damage.read(caseEventSchema, key, text));
    const whole = events.filter((event) => event !== null);
    return whole.length === events.length ? { id, events: whole } : null;
  }
}
