import type { Case, Millis } from '../cases/case.js';
import { heldSince, look, RUNGS, timeOf, UNANSWERED_HEARS, type RungName } from '../cases/ladder.js';
import { isUnfinished } from '../cases/rates.js';
import { caseRefName, SEALED_PLACE } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';
import { listenersOf } from './hearers.js';
import { ladderTimeOf } from './ladder-hours.js';
import { giveCard } from './cards.js';
import { putLines } from './ladder-mail.js';
import { soundAlarm, tellRungNow } from './ladder-now.js';
import { remindOrderer } from './watch-reminder.js';

/** Looks at one place in one sweep; what is left waits a minute. */
const MOST_LOOKS = 500;
/** Places asked at once. */
const TOGETHER = 25;

/**
 * Each minute: looks at the cases whose moment has come, tells the highest rung that is due, and notes when to look again.
 * A rung is told before it is noted, and telling it again changes nothing: a process that dies between the two doubles
 * none and loses none.
 */
export async function climbLadders(desk: Desk): Promise<void> {
  const places = [...(await desk.cases.places()).filter((place) => !place.startsWith('~')), SEALED_PLACE];
  for (let i = 0; i < places.length; i += TOGETHER)
    await Promise.all(places.slice(i, i + TOGETHER).map((place) => climbPlace(desk, place)));
}

async function climbPlace(desk: Desk, place: string): Promise<void> {
  for (const id of await desk.ladders.due(place, desk.clock.now(), MOST_LOOKS)) {
    try {
      await lookAt(desk, id);
    } catch (error) {
      // One broken case keeps no other from its rung; it is looked at again in a minute.
      desk.log.warn(
        { case: place.startsWith('~') ? place : id, err: String(error) },
        'ladder: a look failed',
      );
    }
  }
}

async function lookAt(desk: Desk, id: string): Promise<void> {
  const c = await desk.cases.load(id);
  if (!c) return desk.ladders.drop(id);
  const since = await heldFrom(desk, c);
  const now = desk.clock.now();
  const time = ladderTimeOf(desk);
  const seen = look(c, since, await desk.ladders.passed(id), now, time);
  if (seen.alarm) await soundAlarm(desk, c, seen.alarm);
  if (seen.unanswered) await tellUnanswered(desk, c);
  const after = seen.rung ? await tellRung(desk, c, seen.rung, since) : c;
  const reminder = await remindOrderer(desk, after, timeOf(c, time));
  await desk.ladders.note(after, seen.passed, earlier(seen.next, reminder));
}

/** The history is read only where it can say more than the opening. */
async function heldFrom(desk: Desk, c: Case): Promise<Millis> {
  const moved = c.state !== 'received' || c.extendedOnce || c.sealed;
  return isUnfinished(c) && moved ? heldSince(await desk.cases.history(c.id)) : c.openedAt;
}

/** Returns the case as it stands after: a card is written into its history. */
async function tellRung(desk: Desk, c: Case, rung: RungName, since: Millis): Promise<Case> {
  const { card, hears } = RUNGS[rung];
  const after = card === null ? c : await giveCard(desk, c, card);
  // It ended, or got another deadline, at this very moment: the next look sees what stands.
  if (after === null) return c;
  const deadline = card === null ? `${c.resolveBy}@${since}` : c.resolveBy;
  const line = {
    id: `${rung}|${caseRefName(c)}|${deadline}`,
    caseId: caseRefName(c),
    kind: rung,
    due: c.resolveBy,
    at: desk.clock.now(),
  };
  const listeners = listenersOf(desk, after, hears);
  if (c.urgency === 'emergency') await tellRungNow(desk, after, line, listeners);
  else await putLines(desk, line, listeners);
  return after;
}

/** The promised answer is late: once a case, to who should have given it and the village's head. */
async function tellUnanswered(desk: Desk, c: Case): Promise<void> {
  const ref = caseRefName(c);
  const line = { id: `unanswered|${ref}|${c.answerBy}`, caseId: ref, due: c.answerBy, at: desk.clock.now() };
  await putLines(desk, { ...line, kind: 'unanswered' }, listenersOf(desk, c, UNANSWERED_HEARS));
}

function earlier(a: Millis | null, b: Millis | null): Millis | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
