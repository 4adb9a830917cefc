import { afterDays, afterWork, DAY, dueOf, workBetween } from './calendar.js';

/** A case's history, read by hand: what was written, and what it means, with nothing of the product's own reading. */

export interface RawEvent {
  seq: number;
  at: number;
  by: { id: string; name: string };
  messageId: string;
  spoke: number;
  body: { type: string; [field: string]: unknown };
}

export interface RawCase {
  id: string;
  place: string;
  events: RawEvent[];
}

/** How a case stands at a moment. */
export interface Stand {
  category: string;
  urgency: string;
  openedAt: number;
  petitioner: string;
  answerBy: number;
  resolveBy: number;
  answeredAt: number | null;
  solvedAt: number | null;
  endedAt: number | null;
  status: 'open' | 'waiting' | 'over';
  /** It never was a petition, or is counted in another. */
  skipped: boolean;
  declined: boolean;
  closed: boolean;
  handler: string | null;
  lead: string | null;
  asked: string | null;
  /** With who has it now since. */
  since: number;
  asking: { since: number; until: number } | null;
  /** Dates that time waited for the villager moved. */
  moved: number[];
  word: string | null;
  wordAt: number | null;
  words: { word: string; at: number }[];
  spoke: number;
  acts: number;
}

export function rawCase(texts: readonly string[]): RawCase {
  const events = texts.map((text) => JSON.parse(text) as RawEvent);
  const opening = events[0]?.body;
  return { id: String(opening?.['id']), place: String(opening?.['place']), events };
}

const ANSWERS = ['accept', 'assign', 'transfer', 'progress', 'resolve', 'ask', 'decline'];
const ANEW = ['assign', 'transfer', 'hand_back', 'return', 'return_idle', 'extend'];
const ACTS = ['accept', 'assign', 'transfer', 'hand_back', 'progress', 'resolve', 'extend', 'ask', 'decline', 'merge', 'supervise', 'lift', 'void']; // prettier-ignore
/** What the sweep itself does before it looks at the ladder. */
const SWEPT_FIRST = ['close', 'go_on', 'return', 'return_idle'];

/** Before whatever is done at `t`; what the sweep of that very moment did first counts. null: not begun. */
export function standAt({ events }: RawCase, t: number): Stand | null {
  const past = events.filter((one) => one.at < t || (one.at === t && one.by.id === 'system' && SWEPT_FIRST.includes(one.body.type))); // prettier-ignore
  const [first, ...rest] = past;
  if (first?.body.type !== 'open') return null;
  const stand = opened(first);
  for (const event of rest) apply(stand, event);
  return stand;
}

function opened({ at, by, body, spoke }: RawEvent): Stand {
  const [category, urgency] = [String(body['category']), String(body['urgency'])];
  return {
    category, urgency, openedAt: at, petitioner: by.name, ...dueOf(at, category, urgency), answeredAt: null, solvedAt: null, endedAt: null,
    status: 'open', skipped: false, declined: false, closed: false, handler: null, lead: null,
    asked: (body['asked'] as { who: { name: string } } | undefined)?.who.name ?? null,
    since: at, asking: null, moved: [], word: null, wordAt: null, words: [], spoke, acts: 0,
  }; // prettier-ignore
}

function apply(s: Stand, { at, by, body, spoke }: RawEvent): void {
  const { type } = body;
  s.spoke += spoke;
  if (by.id !== 'system' && ACTS.includes(type)) s.acts += 1;
  if (ANSWERS.includes(type)) s.answeredAt ??= at;
  if (ANEW.includes(type)) s.since = at;
  if (body['leads'] === true) s.lead = by.name;
  if (type === 'assign' || type === 'transfer') s.handler = (body['to'] as { name: string }).name;
  // Days that an official names are days of the calendar.
  if (type === 'assign' && body['dueBy'] !== null) s.resolveBy = Number(body['dueBy']);
  if (type === 'hand_back' && s.handler === null) s.asked = null;
  if (type === 'hand_back') s.handler = null;
  if (type === 'return_idle')
    [s.handler, s.lead] = [null, (body['to'] as { name: string } | null)?.name ?? s.lead];
  if (type === 'extend') s.resolveBy += Number(body['days']) * DAY;
  if (type === 'ask') s.asking = { since: at, until: afterDays(at, 5) };
  if (type === 'go_on' && s.asking) {
    s.moved.push(s.resolveBy);
    s.resolveBy = afterWork(s.resolveBy, workBetween(s.asking.since, Math.min(at, s.asking.until)));
    s.asking = null;
  }
  if (type === 'resolve') [s.solvedAt, s.status] = [at, 'waiting'];
  if (['decline', 'withdraw', 'merge', 'void', 'close'].includes(type)) [s.status, s.endedAt] = ['over', at];
  if (type === 'merge' || type === 'void') s.skipped = true;
  if (type === 'decline') s.declined = true;
  if (type === 'close') s.closed = true;
  if (type === 'rate') rated(s, String(body['rating']), at);
}

function rated(s: Stand, word: string, at: number): void {
  [s.word, s.wordAt] = [word, at];
  s.words.push({ word, at });
  if (word !== 'unsatisfied') {
    [s.status, s.endedAt] = ['over', s.endedAt ?? at];
    return;
  }
  s.resolveBy = dueAgain(s, at);
  [s.status, s.solvedAt, s.endedAt, s.closed, s.since] = ['open', null, null, false, at];
}

/** The time that waited for the word stands outside; who was in time has at least one more working day. */
function dueAgain(s: Stand, at: number): number {
  const solved = s.solvedAt ?? at;
  const paused = s.urgency === 'emergency' ? s.resolveBy + at - solved : afterWork(s.resolveBy, workBetween(solved, at)); // prettier-ignore
  const fresh = s.urgency === 'emergency' ? at + DAY : afterDays(at, 1);
  return solved > s.resolveBy ? paused : Math.max(paused, fresh);
}

/** When the dates that the product wrote are not those counted by hand. */
export function wrongDates(raw: RawCase): string[] {
  return raw.events.flatMap(({ at, body }, i) => {
    const own = standAt({ ...raw, events: raw.events.slice(0, i + 1) }, Infinity);
    const written = body.type === 'open' || body.type === 'go_on' ? body['resolveBy'] : body['dueBy'];
    if (typeof written !== 'number' || own === null) return [];
    const named = body.type === 'assign' && (written - at) % DAY !== 0;
    const first = body.type === 'open' && body['answerBy'] !== own.answerBy;
    const said = (t: unknown): string => new Date(Number(t)).toISOString();
    return written !== own.resolveBy || named || first
      ? [`${raw.id} ${body.type} ${own.category} ${own.urgency} at ${said(at)}: ${said(written)}, by hand ${said(own.resolveBy)}; answer ${said(body['answerBy'] ?? 0)} ${said(own.answerBy)}`] // prettier-ignore
      : [];
  });
}
