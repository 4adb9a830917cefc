import { daysBetween } from './calendar.js';
import { longName, shortName } from './case-names.js';
import type { Case, Millis } from './case.js';
import { placeName } from './directory.js';
import { dateText, lateText } from './due.js';
import { clean } from './mask.js';
import type { MessageKey } from './message-keys.js';
import { isOverdue } from './rates.js';
import type { Category } from './words.js';

/** Puts values into a text of messages.zh-CN.yaml. */
export type SayText = (key: MessageKey, values: Record<string, string | number>) => string;

/** From where a list is read, and with which words. */
export interface ListView {
  /** Cases of this very place are `#12`; all others `石门社区#12`. null: always with the place. */
  here: string | null;
  county: string;
  now: Millis;
  /** Categories whose matter is never named: the number stands alone. */
  discreet: readonly Category[];
  say: SayText;
}

/** What 待办 and 超期 are asked for. */
export interface TodoView extends ListView {
  /** True only in a private chat: sealed cases are then shown to inspectors, by their code. */
  privately: boolean;
}

/** Illness and poverty are named nowhere, whatever the configuration says. */
export const ALWAYS_DISCREET: readonly Category[] = ['welfare', 'health'];

/** `#12 路灯，李望秋，明天到期` */
export function listCase(c: Case, view: ListView): string {
  const holder = c.handler ?? c.lead;
  const who = holder === null ? view.say('list_nobody', {}) : clean(holder.name, 16);
  return view.say('list_case', { matter: matter(c, view), who, due: dueWords(c, view) });
}

/** How the case is called here, without its title. */
export function listName(c: Case, view: ListView): string {
  return c.place === view.here ? shortName(c) : longName(c, placeName(c.place, view.county));
}

function matter(c: Case, view: ListView): string {
  const name = listName(c, view);
  // What somebody raised privately is not told before their neighbours: in its own village it is a number.
  const privately = !c.chat.room && c.place === view.here;
  const hushed =
    privately || c.sealed || ALWAYS_DISCREET.includes(c.category) || view.discreet.includes(c.category);
  return hushed || c.title === '' ? name : `${name} ${c.title}`;
}

/** A day, not an hour: lists are read once. What ends at midnight is due on the day before it. */
function dueWords(c: Case, { now, say }: ListView): string {
  const due = c.resolveBy;
  if (c.waiting !== null && !isOverdue(c, now)) return say('list_waiting', {});
  if (due < now) return say('list_due_past', { late: lateText(due, now) });
  const days = daysBetween(now, Math.max(due - 1, now));
  if (days === 0) return say('list_due_today', {});
  return days === 1 ? say('list_due_tomorrow', {}) : say('list_due_on', { date: dateText(due - 1, now) });
}
