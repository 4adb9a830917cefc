import type { Case } from './case.js';
import type { CaseEvent, EventBody } from './event.js';
import { during, rate, type Rate, type Span } from './rates.js';

/** Rates that a case's state does not hold: they are counted from its events. */
export interface History {
  case: Case;
  events: readonly CaseEvent[];
}

/** A sum over cases: `value` = sum ÷ of, null over none. */
export interface Mean {
  sum: number;
  of: number;
  value: number | null;
}

/** What an official does to a case, one command or answer each. The other half of a merge, or of one taken apart, is no second one. */
const OFFICIAL_ACTS: ReadonlySet<EventBody['type']> = new Set([
  'accept', 'assign', 'transfer', 'hand_back', 'progress', 'resolve', 'extend', 'ask', 'decline', 'propose_decline',
  'co_assign', 'co_done', 'merge', 'supervise', 'lift', 'publish', 'void', 'recategorise', 'undone',
]); // prettier-ignore

/** 重办率: cases that a 不满意 reopened in the span ÷ cases that were rated in it, whatever was said of them later. */
export function reopened(histories: readonly History[], span: Span): Rate {
  const words = histories.map(({ events }) => ratingsOf(events, span)).filter((said) => said.length > 0);
  return rate(words.filter((said) => said.includes('unsatisfied')).length, words.length);
}

/** 每件干部操作: what people did to these cases by command or answer, taken-back steps included, ÷ these cases. */
export function humanActions(histories: readonly History[]): Mean {
  const acts = histories.flatMap(({ events }) =>
    events.filter(
      (event) =>
        event.by.id !== 'system' && OFFICIAL_ACTS.has(event.body.type) && !isSecondHalf(event, events),
    ),
  );
  return mean(acts.length, histories.length);
}

/** With a step that ended a waiting both are taken back, by one command. */
function isSecondHalf({ body }: CaseEvent, events: readonly CaseEvent[]): boolean {
  if (body.type !== 'undone') return false;
  return events.some(({ seq, body: { type } }) => seq === body.seq && type === 'go_on');
}

/** 每件机器人说话: what the bot said about these cases in their own chats ÷ these cases. */
export function botMessages(cases: readonly Case[]): Mean {
  return mean(
    cases.reduce((sum, c) => sum + c.spoken, 0),
    cases.length,
  );
}

export function mean(sum: number, of: number): Mean {
  return { sum, of, value: of === 0 ? null : sum / of };
}

function ratingsOf(events: readonly CaseEvent[], span: Span): string[] {
  const undone = new Set(events.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : [])));
  return events.flatMap(({ seq, at, body }) =>
    body.type === 'rate' && !undone.has(seq) && during(at, span) ? [body.rating] : [],
  );
}
