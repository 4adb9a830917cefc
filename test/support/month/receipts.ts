import type { BotMessage, Village } from '../../../src/village/api.js';
import { at, clockOf, DAY, dayOf } from './calendar.js';
import { standAt, type RawCase } from './history.js';
import type { Done } from './play.js';

/** What a village's group must hear of each case: each state once, for whom it is, when it may be said. */

export const isNight = (t: number): boolean => clockOf(t) >= '22:00' || clockOf(t) < '07:00';

/** When what was written at `t` is said: at once, or when the clock first stands after the night. */
export function saidAt(t: number, emergency: boolean): number {
  if (emergency || !isNight(t)) return t;
  return at(dayOf(clockOf(t) >= '22:00' ? t + DAY : t), '07:20');
}

const STATES: Record<string, string> = {
  open: '已收到',
  assign: '已交办',
  transfer: '已交办',
  resolve: '已办结',
};

/** Faults of one case: a state that was not said exactly as often as it came about, late, or without its petitioner. */
export function receiptFaults(raw: RawCase, village: Village, sent: readonly BotMessage[]): string[] {
  const room = village.rooms.find((one) => one.place === raw.place && one.kind === 'village')?.id;
  const own = sent.filter((one) => one.to === room);
  const number = raw.id.slice(raw.id.indexOf('#'));
  const first = standAt(raw, Infinity);
  const petitioner = String((raw.events[0]?.body['petitioner'] as { id: string } | undefined)?.id);
  return [...new Set(Object.values(STATES))].flatMap((word) => {
    const pattern = word === '已收到' ? new RegExp(`已收到 (?:.*、)?${number}(?!\\d)`, 'u') : new RegExp(`${number} ${word}`, 'u'); // prettier-ignore
    const heard = own.filter((one) => pattern.test(one.text));
    const due = raw.events.filter((one) => STATES[one.body.type] === word).map((one) => saidAt(one.at, first?.urgency === 'emergency')); // prettier-ignore
    const when = heard.map((one) => one.at);
    if (String(when) !== String(due)) return [`${raw.id} ${word} was said at ${when.map(said).join()}, not at ${due.map(said).join()}`]; // prettier-ignore
    return heard.every((one) => one.mentionIds.includes(petitioner)) ? [] : [`${raw.id} ${word} mentions somebody else`]; // prettier-ignore
  });
}

const said = (t: number): string => `${dayOf(t)} ${clockOf(t)}`;

/** Messages said by night that are no emergency and no answer to somebody who has just written privately. */
export function nightFaults(
  sent: readonly BotMessage[],
  cases: readonly RawCase[],
  village: Village,
): string[] {
  const urgent = cases.filter((one) => standAt(one, Infinity)?.urgency === 'emergency').map((one) => one.id);
  const names = urgent.map((id) => id.slice(id.indexOf('/') + 1));
  return sent.filter(({ at: when }) => isNight(when)).filter(({ to, at: when, text }) => {
    const asked = village.lines(to, 20_000).some((line) => !line.room && line.from === to && line.at === when);
    const own = village.rooms.find((one) => one.id === to)?.place;
    const emergency = names.some((name) => new RegExp(`${name}(?!\\d)`, 'u').test(text)) || (own !== undefined && urgent.some((id) => id.startsWith(`${own}#`) && new RegExp(`${id.slice(own.length)}(?!\\d)`, 'u').test(text)));
    return !asked && !emergency;
  }).map((one) => `${said(one.at)} to ${one.to}: ${one.text}`); // prettier-ignore
}

/** Steps that left no event, or another one, in the history of their case. */
export function stepFaults(done: readonly Done[], cases: readonly RawCase[]): string[] {
  const byId = new Map(cases.map((one) => [one.id, one]));
  return done.flatMap(({ caseId, messageId, leaves, by, at: when }) => {
    const left = byId.get(caseId)?.events.filter((one) => one.messageId === messageId) ?? [];
    const right = left.filter(
      (one) => leaves.includes(one.body.type) && one.at === when && one.by.name === by,
    );
    return right.length > 0 && new Set(left.map((one) => one.body.type)).size === left.length ? [] : [`${said(when)} ${by} on ${caseId}: ${left.map((one) => `${one.body.type} by ${one.by.name}`).join()} instead of ${leaves.join()}`]; // prettier-ignore
  });
}
