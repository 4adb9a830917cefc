import { elsewhere, holderOf, shownName, type Scene } from './announce-voice.js';
import { orderWords } from './announce-watch.js';
import { SYSTEM_ACTOR, type Case } from './case.js';
import type { ChangeContext } from './context.js';
import { dueText, lateText } from './due.js';
import { isUnanswered, RUNGS } from './ladder.js';
import type { MailKind, MailLine } from './mail-line.js';
import type { MessageKey } from './message-keys.js';
import { isUnfinished } from './rates.js';
import { STATE_WORDS } from './state-words.js';

/** A line of the ladder as it is said: alone, or as one of several. */
export interface SaidLine {
  alone: MessageKey;
  among: MessageKey;
  values: Record<string, string | number>;
}

type LadderContext = Pick<ChangeContext, 'now' | 'placeName' | 'staff' | 'discreet'>;

/** Nobody gives a command when time runs out. */
const SILENT = { by: SYSTEM_ACTOR, messageId: '', chat: { id: '', room: false }, salt: '' };

/** Words of each kind: alone, among others, and of a sealed case. */
const TEXTS = {
  half: ['ladder_half', 'ladder_half_part', 'sealed_half'],
  nearly: ['ladder_nearly', 'ladder_nearly_part', 'sealed_nearly'],
  yellow: ['overdue', 'overdue_part', 'sealed_overdue'],
  red: ['ladder_red', 'ladder_red_part', 'sealed_red'],
  unanswered: ['ladder_unanswered', 'ladder_unanswered_part', 'sealed_unanswered'],
  watch: ['watch_due', 'watch_due_part', 'sealed_watch'],
  returned: ['returned', 'returned_part', 'sealed_returned'],
} as const satisfies Record<MailKind, readonly [MessageKey, MessageKey, MessageKey]>;

export function sayLine(c: Case, kind: MailKind, ctx: LadderContext): SaidLine {
  const scene: Scene = { c, ctx: { ...SILENT, ...ctx } };
  const [alone, among, sealed] = TEXTS[kind];
  const values = {
    ...(c.sealed ? { case: c.id } : elsewhere(scene)),
    who: shownName(holderOf(scene).name),
    due: dueText(c.resolveBy, ctx.now),
    late: lateText(kind === 'unanswered' ? c.answerBy : c.resolveBy, ctx.now),
    order: orderWords(scene),
    state: STATE_WORDS[c.state],
  };
  if (c.sealed) return { alone: sealed, among: sealed, values };
  if (kind === 'half' && c.handler === null && c.lead === null)
    return { alone: 'ladder_half_idle', among: 'ladder_half_idle_part', values };
  return { alone, among, values };
}

/** What an alarm says. */
export function sayAlarm(c: Case, minutes: number, ctx: LadderContext): Omit<SaidLine, 'among'> {
  if (c.sealed) return { alone: 'sealed_alarm', values: { case: c.id, minutes } };
  return { alone: 'alarm', values: { ...elsewhere({ c, ctx: { ...SILENT, ...ctx } }), minutes } };
}

/** Whether a line that waited is still true: not of a case that ended meanwhile, or has another deadline. */
export function stillTrue(line: MailLine, c: Case): boolean {
  if (line.kind === 'watch') return c.supervised?.until === line.due;
  if (line.kind === 'unanswered') return isUnanswered(c) && c.answerBy === line.due;
  // Half of the time is said to whoever has the case: not to who passed it on meanwhile.
  const holder = c.handler ?? c.lead;
  if (line.kind === 'half' && holder !== null && holder.name !== line.to.name && !c.sealed) return false;
  return isUnfinished(c) && (line.kind === 'returned' || c.resolveBy === line.due);
}

/** Of several rungs of one case the highest is said. */
export function highestOnly(lines: readonly MailLine[]): MailLine[] {
  const rank = ({ kind }: MailLine): number => (kind in RUNGS ? RUNGS[kind as keyof typeof RUNGS].rank : 0);
  return lines.filter((one) => {
    const own = rank(one);
    return own === 0 || !lines.some((other) => other.caseId === one.caseId && rank(other) > own);
  });
}
