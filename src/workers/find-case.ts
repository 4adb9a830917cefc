import type { Actor, Case } from '../cases/case.js';
import type { CaseRef } from '../cases/command.js';
import { placeName, within } from '../cases/directory.js';
import type { Incoming } from '../cases/message.js';
import type { Refusal } from '../cases/outcome.js';
import { maySee } from '../cases/permissions.js';
import { SealedLostError } from '../cases/sealed-lost.js';
import { FINAL_STATES, type CaseState } from '../cases/words.js';
import type { Desk } from './desk.js';
import { noteCase } from './recorded.js';

/** `nothing`: no number was given, and no case at all can be meant. */
export type Found = { ok: true; case: Case } | { ok: false; refusal: Refusal; nothing?: boolean };

const missing = (number: number): Found => ({
  ok: false,
  refusal: { key: 'refuse_no_case', values: { number } },
});
const which = { ok: false, refusal: { key: 'refuse_which_case', values: {} } } as const;

/**
 * The case that a command means, seen from where it was said: in a village group its own place; elsewhere the places
 * that the speaker's offices reach. Without a number: the quoted message's case, else `only` — the single case that
 * can be meant, found by the caller's test among open ones.
 */
export async function findCase(
  desk: Desk,
  ref: CaseRef,
  message: Incoming,
  by: Actor,
  only: (c: Case) => boolean,
): Promise<Found> {
  const meant = await lookFor(desk, ref, message, by, only);
  if (meant.ok) noteCase(message, meant.case.id);
  return meant;
}

async function lookFor(
  desk: Desk,
  ref: CaseRef,
  message: Incoming,
  by: Actor,
  only: (c: Case) => boolean,
): Promise<Found> {
  // Before others a sealed case does not exist, whoever asks.
  if (ref.kind === 'code') return message.chat.room ? missing(0) : byCode(desk, ref.code, by);
  const places = placesFrom(desk, message, by);
  if (ref.kind === 'number') return byNumber(desk, ref.number, ref.place, places);
  const quoted = await byQuote(desk, message, places);
  if (quoted) return { ok: true, case: quoted };
  return onlyOne(await candidates(desk, places, message, by), only);
}

/** The case of the message that is quoted; null when nothing is, or nothing of a case. */
export async function quotedCase(desk: Desk, message: Incoming, by: Actor): Promise<Case | null> {
  return byQuote(desk, message, placesFrom(desk, message, by));
}

/** To whom it is nothing, it does not exist; a code that cannot be opened now is told to inspectors alone. */
async function byCode(desk: Desk, code: string, by: Actor): Promise<Found> {
  try {
    const c = await desk.cases.load(code);
    return found(c !== null && maySee(by, c) !== 'none' ? c : null, 0);
  } catch (error) {
    if (!(error instanceof SealedLostError)) throw error;
    const inspects = by.offices.some((office) => office.role === 'inspector' && office.place === '');
    return inspects ? { ok: false, refusal: { key: 'refuse_sealed_lost', values: {} } } : missing(0);
  }
}

function found(c: Case | null, number: number): Found {
  return c ? { ok: true, case: c } : missing(number);
}

/** A village group stands for its place; a work group and a private chat for all that the speaker's offices cover. */
export function placesFrom(desk: Desk, message: Incoming, by: Actor): string[] {
  const directory = desk.directory();
  const group = message.chat.room ? directory.groupOf(message.chat.id) : null;
  if (group?.kind === 'village') return [group.place];
  const areas = group ? [group.place] : by.offices.map((office) => office.place);
  const reached = directory.places.filter((place) => areas.some((area) => within(place, area)));
  return [...new Set([...reached, ...areas, ...desk.villagesOf(by.id)])];
}

async function byNumber(desk: Desk, number: number, named: string | null, places: string[]): Promise<Found> {
  const asked = named === null ? places : desk.directory().places.filter((place) => isNamed(place, named));
  const cases: Case[] = [];
  for (const place of asked) {
    const c = await desk.cases.byNumber(place, number);
    if (c) cases.push(c);
  }
  if (cases.length <= 1) return found(cases[0] ?? null, number);
  const names = cases.map((c) => `${placeName(c.place, desk.directory().county)}#${number}`).join('、');
  return { ok: false, refusal: { key: 'refuse_which_place', values: { number, choices: names } } };
}

function isNamed(place: string, named: string): boolean {
  return place === named || place.endsWith(`/${named}`);
}

/** The case of the quoted message: by the number that it shows, else by what was said in this chat. */
async function byQuote(desk: Desk, message: Incoming, places: string[]): Promise<Case | null> {
  if (!message.quote) return null;
  const shown = [...message.quote.text.matchAll(/(?:([^\s#，。、（）@]{1,20}))?#(\d{1,7})/gu)];
  const numbers = new Set(shown.map((hit) => Number(hit[2])));
  if (numbers.size === 1) {
    const [number] = numbers;
    const named = shown[0]?.[1] ?? null;
    const place = named && desk.directory().places.some((one) => isNamed(one, named)) ? named : null;
    const result = await byNumber(desk, number ?? 0, place, places);
    if (result.ok) return result.case;
  }
  const original = await quotedMessage(desk, message);
  if (!original) return null;
  for (const place of places) {
    const id = await desk.cases.caseOfMessage(place, original.id);
    if (id) return desk.cases.load(id);
  }
  return null;
}

/** The message that a quote shows, looked up among the chat's recent ones (quotes carry text only). */
export async function quotedMessage(desk: Desk, message: Incoming): Promise<Incoming | null> {
  const quote = message.quote;
  if (!quote) return null;
  const wanted = quote.text.replace(/\s+/gu, '');
  const recent = await desk.recents.recall(message.chat.id, 500, desk.clock.now());
  const said = recent.filter((one) => one.id !== message.id && sameWords(one, wanted));
  return said.findLast((one) => one.name === quote.name) ?? said.at(-1) ?? null;
}

/** Platforms cut long quotes: a beginning counts. */
function sameWords(one: Incoming, wanted: string): boolean {
  const text = one.reply.replace(/\s+/gu, '');
  if (text === '' || wanted === '') return false;
  return text === wanted || (wanted.length >= 8 && text.startsWith(wanted.replace(/[.…]+$/u, '')));
}

async function candidates(desk: Desk, places: string[], message: Incoming, by: Actor): Promise<Case[]> {
  const group = message.chat.room ? desk.directory().groupOf(message.chat.id) : null;
  if (group?.kind === 'village') return desk.cases.open(group.place);
  const ids = [...(await desk.cases.handledBy(by.id)), ...(await desk.cases.raisedBy(by.id))];
  const loaded = await Promise.all([...new Set(ids)].map((id) => desk.cases.load(id)));
  return loaded.filter((c): c is Case => c !== null && places.includes(c.place));
}

function onlyOne(cases: Case[], only: (c: Case) => boolean): Found {
  const fits = cases.filter(only);
  return fits.length === 1 && fits[0]
    ? { ok: true, case: fits[0] }
    : { ...which, nothing: fits.length === 0 };
}

/** Not in a state in which nobody has anything left to do. */
export function isOpen(c: Case): boolean {
  return !(FINAL_STATES as readonly CaseState[]).includes(c.state);
}
