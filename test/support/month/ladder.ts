import { atWork, afterWork, dayOf, clockOf, HOUR, MINUTE, weekday, workBetween } from './calendar.js';
import { ADMIN, INSPECTORS, leaderOf, PLACES, type MonthVillage } from './county.js';
import { standAt, type RawCase, type Stand } from './history.js';

/** The ladder by hand, from docs/ladder.md: who must hear what of which case, and at which standing of the clock. */

export type Rung = 'half' | 'nearly' | 'yellow' | 'red';
const RANK = { unanswered: 0, half: 1, nearly: 2, yellow: 3, red: 4 };
const ALARMS = [[5, 1], [10, 2], [20, 3]] as const; // prettier-ignore

interface Line {
  to: string;
  raw: RawCase;
  rung: Rung | 'unanswered';
  due: number;
  holder: string;
}

interface Climbed {
  key: string;
  rank: number;
  alarm: number;
  cards: Set<string>;
  answer: boolean;
}

/** `05-06 08:40 周小满 石门村#3 half` for each line that must be heard, given the clock's standings and the histories. */
export function expectedLines(cases: readonly RawCase[], sweeps: readonly number[]): string[] {
  const climbed = new Map<string, Climbed>();
  const boxes = new Map<string, { lines: Line[]; last: number }>();
  return sweeps.flatMap((now) => {
    const told: string[] = [];
    for (const raw of cases) {
      const s = standAt(raw, now);
      const village = PLACES.find((one) => one.place === raw.place);
      if (!s || !village || s.status !== 'open' || s.asking) continue;
      const passed = climbed.get(raw.id) ?? {
        key: '',
        rank: 0,
        alarm: 0,
        cards: new Set<string>(),
        answer: false,
      };
      climbed.set(raw.id, passed);
      told.push(...alarmed(raw, s, village, passed, now));
      const rung = climb(s, passed, now);
      if (answerLate(s, passed, now))
        for (const to of new Set([holderOf(s, village, now), village.head]))
          put(boxes, { to, raw, rung: 'unanswered', due: s.answerBy, holder: '' });
      if (!rung) continue;
      for (const to of hearers(s, village, rung, now)) {
        if (s.urgency === 'emergency') told.push(said(now, to, raw, rung));
        else put(boxes, { to, raw, rung, due: s.resolveBy, holder: holderOf(s, village, now) });
      }
    }
    return [...told, ...(atWork(now) === now ? post(boxes, now) : [])];
  });
}

export const said = (t: number, to: string, raw: { id: string }, what: string): string =>
  `${dayOf(t).slice(5)} ${clockOf(t)} ${to} ${raw.id.split('/')[1] ?? ''} ${what}`;

/** Nobody has said a word by the promised time; once, and not where a card says more. */
function answerLate(s: Stand, passed: Climbed, now: number): boolean {
  if (s.urgency === 'emergency' || s.answeredAt !== null || passed.answer || atWork(now) !== now)
    return false;
  if (passed.rank < 3 && now <= s.answerBy) return false;
  passed.answer = true;
  return passed.rank < 3;
}

/** The highest rung that has come and was not told under this deadline. */
function climb(s: Stand, passed: Climbed, now: number): Rung | null {
  const emergency = s.urgency === 'emergency';
  if (!emergency && atWork(now) !== now) return null;
  const key = `${s.resolveBy}@${s.since}`;
  const carded = Math.max(0, ...[...passed.cards].filter((one) => one.endsWith(`|${s.resolveBy}`)).map((one) => RANK[one.split('|')[0] as Rung])); // prettier-ignore
  const same = [s.resolveBy, ...s.moved].some((due) => passed.key === `${due}@${s.since}`);
  const rank = Math.max(same ? passed.rank : 0, carded);
  const share = (from: number, part: number): number => {
    const work = emergency ? 0 : workBetween(from, s.resolveBy);
    return work > 0 ? afterWork(from, work * part) : from + (s.resolveBy - from) * part;
  };
  const from = Math.min(s.since, s.resolveBy);
  const due = { half: share(from, 0.5), nearly: share(from, 0.8), yellow: s.resolveBy + 1, red: share(s.openedAt, 1.5) + 1 }; // prettier-ignore
  const rung = (['red', 'yellow', 'nearly', 'half'] as const).find(
    (one) => RANK[one] > rank && due[one] <= now,
  );
  if (!rung) return null;
  [passed.key, passed.rank] = [key, RANK[rung]];
  if (RANK[rung] >= 3) passed.cards.add(`${rung}|${s.resolveBy}`);
  return rung;
}

function alarmed(raw: RawCase, s: Stand, village: MonthVillage, passed: Climbed, now: number): string[] {
  if (s.urgency !== 'emergency' || s.answeredAt !== null) return [];
  const [minutes, rank] = ALARMS.findLast(
    ([n, own]) => own > passed.alarm && s.openedAt + n * MINUTE <= now,
  ) ?? [0, 0];
  if (minutes === 0) return [];
  passed.alarm = rank;
  const called = onCall(village, now) ? [village.cadre] : [village.head, village.cadre, village.grid];
  const to = { 5: [...called, ...(village.township === '青石镇' ? [leaderOf(village.township)] : [])], 10: [leaderOf(village.township)], 20: [ADMIN, ...INSPECTORS] }[minutes]; // prettier-ignore
  return to.map((one) => said(now, one, raw, `alarm${minutes}`));
}

/** The roster of some villages: the cadre, from Monday to Friday. */
const onCall = (village: MonthVillage, now: number): boolean =>
  village.roster && weekday(now) >= 1 && weekday(now) <= 5;

function holderOf(s: Stand, village: MonthVillage, now: number): string {
  return s.handler ?? s.lead ?? s.asked ?? (onCall(village, now) ? village.cadre : village.head);
}

function hearers(s: Stand, village: MonthVillage, rung: Rung, now: number): string[] {
  const holder = holderOf(s, village, now);
  const all = {
    half: [holder],
    nearly: [holder, village.head],
    yellow: [holder, leaderOf(village.township)],
    red: [...INSPECTORS, holder, village.head],
  };
  return [...new Set(all[rung])];
}

function put(boxes: Map<string, { lines: Line[]; last: number }>, line: Line): void {
  const box = boxes.get(line.to) ?? { lines: [], last: 0 };
  boxes.set(line.to, box);
  box.lines.push(line);
}

/** One message a person and hour; what is no longer true is left out, of several rungs of a case the highest is said. */
function post(boxes: Map<string, { lines: Line[]; last: number }>, now: number): string[] {
  return [...boxes.values()].flatMap((box) => {
    if (box.lines.length === 0 || now - box.last < HOUR) return [];
    const { lines } = box;
    [box.lines, box.last] = [[], now];
    const true_ = lines.filter((one) => {
      const s = standAt(one.raw, now);
      if (one.rung === 'unanswered') return s?.status === 'open' && s.answeredAt === null;
      return s?.status === 'open' && s.resolveBy === one.due && (one.rung !== 'half' || (s.handler ?? s.lead ?? one.to) === one.to); // prettier-ignore
    });
    const highest = true_.filter((one) => !true_.some((other) => other.raw === one.raw && RANK[one.rung] > 0 && RANK[other.rung] > RANK[one.rung])); // prettier-ignore
    return highest.map((one) => said(now, one.to, one.raw, one.rung));
  });
}

const WORDS: [RegExp, Rung | 'unanswered'][] = [[/该回话了，晚了/u, 'unanswered'], [/时间过半/u, 'half'], [/快到期了/u, 'nearly'], [/超期\S*，黄牌/u, 'yellow'], [/超期\S*，红牌/u, 'red']]; // prettier-ignore

/** What somebody really heard of the ladder in one message of the bot. */
export function heardLines(text: string, to: string, t: number): string[] {
  if (/^(?:查|待办|超期|督办)/u.test(text)) return [];
  return text.split('\n').flatMap((line) => {
    const alarm = /^紧急，(\d+)分钟没人应：(\S+#\d+)/u.exec(line);
    if (alarm) return [said(t, to, { id: `/${alarm[2] ?? ''}` }, `alarm${alarm[1] ?? ''}`)];
    const name = /^[^\s#，：]+#\d+/u.exec(line)?.[0];
    const rung = WORDS.find(([pattern]) => pattern.test(line))?.[1];
    return name && rung ? [said(t, to, { id: `/${name}` }, rung)] : [];
  });
}
