import { MINUTE } from './calendar.js';
import type { Case, Millis } from './case.js';
import type { CaseEvent, EventBody } from './event.js';
import { workAfter, type LadderTime } from './ladder-time.js';
import { isUnfinished } from './rates.js';

/** Who is told of a rung. The workers turn it into people by directory and duty roster. */
export type Hearer =
  | 'holder' // who has the case; before anybody has it, the village's cadre on duty
  | 'head' // the village's head
  | 'leader' // the township's leader
  | 'inspector' // inspectors over the place
  | 'on_duty' // all on duty of village and township
  | 'county'; // the county's administrators and inspectors

/** One rung of the ladder that a case climbs while its time goes by; each is told once for each deadline. */
export interface Rung {
  /** Higher ones take the place of lower ones that were not told in time. */
  rank: number;
  /** The share of the term that has gone by. */
  share: number;
  hears: readonly Hearer[];
  card: Card | null;
}

export const CARDS = ['yellow', 'red'] as const;
/** 黄牌: past the deadline. 红牌: 1.5 times the term. */
export type Card = (typeof CARDS)[number];

export const RUNG_NAMES = ['half', 'nearly', 'yellow', 'red'] as const;
export type RungName = (typeof RUNG_NAMES)[number];

/** The ladder of every case. A sealed one climbs it too, before inspectors alone. */
export const RUNGS = {
  half: { rank: 1, share: 0.5, hears: ['holder'], card: null },
  nearly: { rank: 2, share: 0.8, hears: ['holder', 'head'], card: null },
  yellow: { rank: 3, share: 1, hears: ['holder', 'leader'], card: 'yellow' },
  red: { rank: 4, share: 1.5, hears: ['inspector', 'holder', 'head'], card: 'red' },
} as const satisfies Record<RungName, Rung>;

/** A rung of an emergency that no official has answered: by minutes, day and night. */
export interface Alarm {
  rank: number;
  afterMs: Millis;
  hears: readonly Hearer[];
}

export const ALARM_NAMES = ['five', 'ten', 'twenty'] as const;
export type AlarmName = (typeof ALARM_NAMES)[number];

export const ALARMS = {
  five: { rank: 1, afterMs: 5 * MINUTE, hears: ['on_duty'] },
  ten: { rank: 2, afterMs: 10 * MINUTE, hears: ['leader'] },
  twenty: { rank: 3, afterMs: 20 * MINUTE, hears: ['county'] },
} as const satisfies Record<AlarmName, Alarm>;

/** What a case has climbed so far, as it is noted beside it. */
export interface Passed {
  /** The deadline that `rank` belongs to: a new one begins at the bottom. */
  key: string;
  /** The highest rung told or passed over; 0: none. */
  rank: number;
  /** The same of the alarms. */
  alarm: number;
  /** That the first answer is late was told, or something higher was. */
  answer: boolean;
}
export const NOTHING_PASSED: Passed = { key: '', rank: 0, alarm: 0, answer: false };

/** Who hears that the first answer is late: by then nobody in office has said a word of substance. */
export const UNANSWERED_HEARS = ['holder', 'head'] as const satisfies readonly Hearer[];

/** What a look at a case finds. */
export interface Look {
  rung: RungName | null;
  alarm: AlarmName | null;
  /** The first answer is late: told once a case. */
  unanswered: boolean;
  /** To be noted once that is told. */
  passed: Passed;
  /** When to look again; null: nothing is left to tell, until the case changes. */
  next: Millis | null;
}

/** Looks at a case: the highest rung that is due and not passed, and when the next one will be. */
export function look(c: Case, since: Millis, passed: Passed, now: Millis, time: LadderTime): Look {
  const key = `${c.resolveBy}@${since}`;
  // While the clock waits for the villager nobody is late; what ends the waiting changes the case.
  if (!isUnfinished(c) || c.waiting)
    return { rung: null, alarm: null, unanswered: false, passed, next: null };
  const clock = timeOf(c, time);
  // Another category's date is not another deadline to be reminded of from the bottom: the same work goes on.
  const same = passed.key === key || (c.movedFrom ?? []).some((due) => passed.key === `${due}@${since}`);
  const rank = Math.max(same ? passed.rank : 0, rankOfCards(c));
  const rungs = RUNG_NAMES.map((name) => ({
    name,
    rank: RUNGS[name].rank,
    at: rungAt(c, since, name, clock),
  }));
  const alarms = c.urgency === 'emergency' && isUnanswered(c) ? ALARM_NAMES.map((name) => ({ name, rank: ALARMS[name].rank, at: c.openedAt + ALARMS[name].afterMs })) : []; // prettier-ignore
  const rung = clock.tellable(now) > now ? null : highest(rungs, rank, now);
  const alarm = highest(alarms, passed.alarm, now);
  const reached = rung?.rank ?? rank;
  const answer = answerAt(c, passed, reached, clock);
  const unanswered = answer !== null && answer <= now && clock.tellable(now) <= now;
  const after = {
    key,
    rank: reached,
    alarm: alarm?.rank ?? passed.alarm,
    answer: passed.answer || unanswered || isCard(reached),
  };
  // What is due and may not be told yet is told when people are next at work.
  const waiting = [...left(rungs, reached), ...(answer === null || unanswered ? [] : [answer])];
  const ahead = [...waiting.map((at) => clock.tellable(Math.max(at, now))), ...left(alarms, after.alarm)];
  const next = ahead.length === 0 ? null : Math.min(...ahead);
  return { rung: rung?.name ?? null, alarm: alarm?.name ?? null, unanswered, passed: after, next };
}

/** When it is told that the first answer is late; null: it came, it was told, or a card has said more. Emergencies have alarms. */
function answerAt(c: Case, passed: Passed, rank: number, clock: LadderTime): Millis | null {
  if (c.urgency === 'emergency' || !isUnanswered(c) || passed.answer || isCard(rank)) return null;
  return clock.tellable(c.answerBy + 1);
}

function isCard(rank: number): boolean {
  return rank >= RUNGS.yellow.rank;
}

/** The moment at which a rung is told: at its share of the term, or when people are next at work. */
export function rungAt(c: Case, since: Millis, name: RungName, time: LadderTime): Millis {
  const clock = timeOf(c, time);
  const { share, card } = RUNGS[name];
  // Late begins after the last moment.
  if (share === 1) return clock.tellable(c.resolveBy + 1);
  // A card counts from the villager's message, whoever has had the case; a reminder is for who has it now.
  const from = card === null ? Math.min(since, c.resolveBy) : c.openedAt;
  return clock.tellable(workAfter(clock.hours, from, c.resolveBy, share) + (share > 1 ? 1 : 0));
}

/** Emergencies know no evening. */
export function timeOf(c: Pick<Case, 'urgency'>, time: LadderTime): LadderTime {
  return c.urgency === 'emergency' ? { hours: null, tellable: (at) => at } : time;
}

const GIVES_ANEW: readonly EventBody['type'][] = [
  'open',
  'seal',
  'assign',
  'transfer',
  'hand_back',
  'return',
  'return_idle',
  'extend',
];

/** Since when the case has stood with who has it now, under the deadline that it has now. */
export function heldSince(history: readonly CaseEvent[]): Millis {
  const undone = new Set(history.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : [])));
  const given = history.findLast(
    ({ seq, body }) =>
      !undone.has(seq) &&
      (GIVES_ANEW.includes(body.type) || (body.type === 'rate' && body.rating === 'unsatisfied')),
  );
  return given?.at ?? 0;
}

/** Nobody in office has said a word of substance on it. */
export function isUnanswered(c: Case): boolean {
  return c.answeredAt === null && isUnfinished(c);
}

/**
 * Cards stand in the history: with one given for this deadline nothing below it is told any more. Whether it was told itself
 * is noted apart: a process may die between the two.
 */
function rankOfCards(c: Case): number {
  const given = (c.cards ?? []).filter((one) => one.due === c.resolveBy);
  return Math.max(0, ...given.map((one) => RUNGS[one.card].rank - 1));
}

interface Step<Name> {
  name: Name;
  rank: number;
  at: Millis;
}

function highest<Name>(steps: readonly Step<Name>[], rank: number, now: Millis): Step<Name> | undefined {
  return steps.findLast((one) => one.rank > rank && one.at <= now);
}

function left<Name>(steps: readonly Step<Name>[], rank: number): Millis[] {
  return steps.filter((one) => one.rank > rank).map((one) => one.at);
}
