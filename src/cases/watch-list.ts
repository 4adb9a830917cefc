import type { Actor, Case } from './case.js';
import { SYSTEM_ACTOR } from './case.js';
import { listCase, listName, type ListView, type TodoView } from './digest-case-line.js';
import { dateText } from './due.js';
import { clean } from './mask.js';
import { isUnfinished } from './rates.js';
import { isInspector, leads } from './standing.js';
import { STATE_WORDS } from './state-words.js';

/** 督办, without a case: what this official has put under watch, the nearest day first, then what others have in their area. */
export function watchedLines(cases: readonly Case[], actor: Actor, view: TodoView): string[] {
  const seen = cases.filter((c) => c.supervised !== null && mayWatch(c, actor, view.privately));
  if (seen.length === 0) return [view.say('watched_none', {})];
  const own = ownWatched(seen, actor, view.privately);
  const others = seen.filter((c) => !own.includes(c)).sort(byDay);
  return [
    view.say('watched_head', { count: seen.length }),
    ...own.map((c) => watchedLine(c, view)),
    ...others.map((c) =>
      view.say('list_watched_by', { line: watchedLine(c, view), who: clean(c.supervised?.by ?? '', 16) }),
    ),
  ];
}

/** What stands on an orderer's list until they lift it; red cards stand on the inspectors'. */
export function ownWatched(cases: readonly Case[], actor: Actor, privately: boolean): Case[] {
  return cases.filter((c) => ordered(c, actor) && mayWatch(c, actor, privately)).sort(byDay);
}

/** `#12 路灯，李望秋，明天到期，督办到5月20日` */
export function watchedLine(c: Case, view: ListView): string {
  const until = c.supervised?.until;
  const line = isUnfinished(c) ? listCase(c, view) : ended(c, view);
  if (until === undefined) return view.say('list_watched_open', { line });
  // A day ends at the midnight after it.
  return view.say('list_watched', { line, date: dateText(until - 1, view.now) });
}

function ended(c: Case, view: ListView): string {
  const holder = c.handler ?? c.lead;
  const who = holder === null ? view.say('list_nobody', {}) : clean(holder.name, 16);
  return view.say('list_ended', { matter: listName(c, view), who, state: STATE_WORDS[c.state] });
}

function ordered(c: Case, actor: Actor): boolean {
  if (c.supervised === null) return false;
  if (c.supervised.by === SYSTEM_ACTOR.name) return isInspector(actor, c) && isUnfinished(c);
  return actor.offices.length > 0 && c.supervised.by === actor.officialName;
}

function mayWatch(c: Case, actor: Actor, privately: boolean): boolean {
  return c.sealed ? privately && isInspector(actor, c) : isInspector(actor, c) || leads(actor, c);
}

function byDay(a: Case, b: Case): number {
  return (
    (a.supervised?.until ?? Infinity) - (b.supervised?.until ?? Infinity) || a.openedAt - b.openedAt || 0
  );
}
