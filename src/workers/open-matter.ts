import type { Opening } from '../cases/action.js';
import type { Actor, Asked, Case, ChatRef, Material, Millis, PersonRef } from '../cases/case.js';
import { caseId } from '../cases/context.js';
import { deadlines } from '../cases/deadlines.js';
import { openCase } from '../cases/open.js';
import { placeName } from '../cases/directory.js';
import { route } from '../cases/routing.js';
import { SEALED_PLACE, sealedCode } from '../cases/sealed-code.js';
import type { Desk, Judged } from './desk.js';
import { namedOfficial } from './named-official.js';
import { mergeOffer, toldBefore } from './merge-offer.js';
import { askedBefore, staffOf } from './on-duty.js';
import { keepSealed } from './keep-sealed.js';
import { toRows } from './post-office.js';
import { readAt } from './quiet-hours.js';

/** What is to become a case. */
export interface Matter {
  /** The chat that it was raised or registered from, where that is not the case's own. */
  from?: ChatRef;
  /** Derived from the message that raises it: opening it again changes nothing. */
  opId: string;
  text: string;
  place: string;
  chat: ChatRef;
  petitioner: PersonRef;
  /** Who raised it by their message (the petitioner, or an official). */
  by: Actor;
  registrar: PersonRef | null;
  messageId: string;
  at: Millis;
  /** What the recogniser said; null: judged here. */
  judged: Judged | null;
  confidence: number | null;
  /** Who was sure; default: the recogniser of this version. */
  model?: string;
  materials?: Material[];
  /** An inspector says that it is no accusation. */
  ordinary?: boolean;
}

const TRIES = 20;

/** Opens the case of a matter, once; accusations go sealed. The number is the place's next, given in the same write. */
export async function openMatter(desk: Desk, matter: Matter): Promise<Case | null> {
  const known = matter.ordinary ? null : await desk.cases.caseOfMessage(SEALED_PLACE, matter.messageId);
  // What is sealed nobody opens again by another way.
  if (known !== null) return repeat(desk, SEALED_PLACE, matter);
  const judged = matter.ordinary ? ordinary(matter) : judge(desk, matter);
  const { sealed } = judged;
  const slot = sealed ? SEALED_PLACE : matter.place;
  const raised = { ...judged, text: matter.text, at: matter.at, place: matter.place };
  // An accusation goes by no rule and is like no other case.
  const asked = sealed ? null : route(raised, desk.settings.routing, desk.directory());
  const before = sealed ? null : await toldBefore(desk, matter.place, raised);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (await desk.cases.applied(slot, matter.opId)) return repeat(desk, slot, matter);
    const now = desk.clock.now();
    const counter = sealed ? null : await desk.cases.counter(slot);
    const number = counter === null ? null : counter + 1;
    const {
      case: opened,
      events,
      notices,
    } = openCase(openingOf(desk, matter, judged, asked), {
      id: number === null ? sealedCode(desk.random(8)) : caseId(slot, number),
      place: slot,
      number,
      chat: matter.from ?? matter.chat,
      home: matter.chat,
      by: matter.by,
      now: matter.at,
      messageId: matter.messageId,
      salt: desk.random(16),
      placeName: placeName(matter.place, desk.directory().county),
      due: dueOf(desk, matter.at, judged),
      staff: askedBefore(staffOf(desk, matter.place), asked?.who),
      discreet: desk.settings.discreet,
      readAt: readAt(desk.settings.quiet, judged.urgency, now),
    });
    const offer = before === null ? [] : offerOf(desk, opened, before);
    const rows = toRows(desk, [...notices, ...offer], {
      slot,
      opId: matter.opId,
      replyTo: matter.from ?? matter.chat,
      about: opened,
      now,
    });
    const result = await desk.cases.save({
      place: slot,
      opId: matter.opId,
      expectCounter: counter,
      cases: [{ case: opened, expectVersion: 0, events }],
      rows,
      links: { [matter.messageId]: opened.id },
    });
    if (result === 'conflict') continue;
    if (result === 'already') return repeat(desk, slot, matter);
    desk.tally.opened(opened.category, sealed);
    await desk.wake(rows);
    if (sealed) await keepSealed(desk, opened, [matter.messageId, ...messagesOf(matter)], matter.opId);
    if (matter.chat.room && !sealed) await desk.roomChanged(matter.chat.id);
    return opened;
  }
  throw new Error(`no free number in ${TRIES} attempts`);
}

/** The same message, run again, is no other case. */
function offerOf(desk: Desk, opened: Case, before: Case): ReturnType<typeof mergeOffer> {
  return before.messageId === opened.messageId ? [] : mergeOffer(desk, opened, before);
}

function dueOf({ settings }: Desk, at: Millis, { category, urgency }: Judged): ReturnType<typeof deadlines> {
  return deadlines(at, category, urgency, settings.terms, settings.rules.hours);
}

function ordinary({ judged }: Matter): Judged {
  if (!judged) throw new Error('an ordinary matter is judged by who opens it');
  return judged;
}

/** What the recogniser said, or says now; an official named beside accusing words seals it whatever was said. */
function judge(desk: Desk, matter: Matter): Judged {
  const judged = matter.judged ?? desk.reader.classify(matter.text, 'text');
  const accusing =
    judged.sealed || judged.kind === 'discipline' || namedOfficial(desk, matter.text) === 'accused';
  return accusing ? { ...judged, kind: 'discipline', sealed: true } : judged;
}

function openingOf(desk: Desk, matter: Matter, judged: Judged, asked: Asked | null): Opening {
  return {
    ...judged,
    ...(asked && { asked }),
    text: matter.text,
    petitioner: matter.petitioner,
    registrar: matter.registrar,
    materials: matter.materials ?? [],
    ...(judged.sealed && { origin: matter.place }),
    recognised:
      matter.confidence === null
        ? null
        : { model: matter.model ?? desk.reader.version, confidence: matter.confidence },
  };
}

function messagesOf({ materials = [] }: Matter): string[] {
  return materials.map((one) => one.messageId);
}

async function repeat(desk: Desk, slot: string, matter: Matter): Promise<Case | null> {
  await desk.wake(await desk.cases.rowsOf(slot, matter.opId));
  const id = await desk.cases.caseOfMessage(slot, matter.messageId);
  return id === null ? null : desk.cases.load(id);
}
