import type { Case, Millis } from '../cases/case.js';
import { SYSTEM_ACTOR } from '../cases/case.js';
import { changeCase } from './change-case.js';
import { postDaily } from './daily.js';
import type { Desk } from './desk.js';
import { warnOfHolidays } from './holidays.js';
import { returnIdle } from './idle.js';
import { offerJointHandling } from './joint-offer.js';
import { climbLadders } from './ladder.js';
import { tellMail } from './ladder-mail.js';
import { postPeriods } from './period-posts.js';
import { returnOrphans } from './returns.js';
import { cleanAtNight } from './nightly.js';
import { tellSuggestions } from './suggestion-tell.js';
import { endWaits } from './waits.js';

/** What the sweep needs beyond the desk. */
export interface SweepParts {
  wakeIntake: (chatId: string) => Promise<void>;
  /** Drops what is past its keeping time. */
  trim: (now: Millis) => Promise<void>;
}

/**
 * Each minute, and whenever the injected clock moves: closes what nobody rated, climbs the ladder, posts the day, tells suggestions, and
 * wakes whatever a crash or the quiet hours left waiting. One failing part does not stop the others.
 */
export async function sweep(desk: Desk, parts: SweepParts): Promise<void> {
  const steps: [string, () => Promise<void>][] = [
    ['intake', () => wakeIntake(desk, parts)],
    ['closings', () => closeUnrated(desk)],
    ['waits', () => endWaits(desk)],
    ['returns', () => returnOrphans(desk)],
    // Who loses a case for want of a word hears that alone: what is late by now is for who has it next.
    ['idle', () => returnIdle(desk)],
    ['ladder', () => climbLadders(desk)],
    ['ladder mail', () => tellMail(desk)],
    ['suggestions', () => tellSuggestions(desk)],
    ['joint', () => offerJointHandling(desk)],
    ['holidays', () => warnOfHolidays(desk)],
    ['daily', () => postDaily(desk)],
    ['periods', () => postPeriods(desk)],
    ['corrections', () => expireCorrections(desk)],
    ['nightly', () => cleanAtNight(desk)],
    ['outbox', () => wakeHeld(desk)],
    ['trim', () => parts.trim(desk.clock.now())],
  ];
  for (const [name, step] of steps) {
    try {
      await step();
    } catch (error) {
      desk.log.warn(
        { step: name, err: error instanceof Error ? error.message : String(error) },
        'sweep step failed',
      );
    }
  }
}

async function wakeIntake(desk: Desk, parts: SweepParts): Promise<void> {
  for (const chatId of await desk.intake.waiting()) await parts.wakeIntake(chatId);
}

/** Resolved and left unrated for the set days: closed, and counted apart (silence is not satisfaction). */
async function closeUnrated(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  for (const place of await desk.cases.places()) {
    for (const c of await desk.cases.resolvedBefore(place, now - desk.settings.closeAfterMs))
      await close(desk, c, now);
  }
}

/** Labelled data past its set period. */
async function expireCorrections(desk: Desk): Promise<void> {
  await desk.corrections.sweep(desk.clock.now() - desk.settings.correctionsMs);
}

async function close(desk: Desk, c: Case, now: Millis): Promise<void> {
  const cause = { opId: `close:${c.id}:${c.version}`, messageId: '', at: now, chat: null };
  await changeCase(desk, c.id, { type: 'close' }, SYSTEM_ACTOR, cause);
}

/** Rows held over the night, refused while disconnected, or left by a crash between write and wake. */
async function wakeHeld(desk: Desk): Promise<void> {
  for (const place of await desk.outbox.places()) {
    const unsettled = await desk.outbox.unsettled(place);
    const pending = unsettled.filter((one) => one.state === 'pending').map((one) => one.row);
    if (pending.length > 0) await desk.wake(pending);
  }
}
