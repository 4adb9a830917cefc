import type { Case, Handler, Keeper, PersonRef } from './case.js';
import { longName, nameIn, shortName } from './case-names.js';
import type { ChangeContext } from './context.js';
import { dueText } from './due.js';
import { atName, clean } from './mask.js';
import type { MessageKey, ValuesOf } from './message-keys.js';
import { personOf } from './next-event.js';
import type { Audience, Notice } from './outcome.js';
import { canReachPetitioner } from './standing.js';
import type { Category } from './words.js';

/** A change as those see it who tell about it. */
export interface Scene {
  /** The case after the change. */
  c: Case;
  ctx: ChangeContext;
}

/** Longest piece of somebody's own words inside a line, in characters. */
export const WORDS_MAX = 60;
const NAME_MAX = 16;

/** Illness and poverty are nobody else's business: such a case is its number and nothing more. */
const DISCREET: readonly Category[] = ['welfare', 'health'];

export function isDiscreet({ c, ctx }: Scene): boolean {
  return DISCREET.includes(c.category) || (ctx.discreet ?? []).includes(c.category);
}

/** True where the words of the matter must not be repeated: a discreet case in a group. */
export function isHushed(scene: Scene): boolean {
  return scene.c.chat.room && isDiscreet(scene);
}

/** A line in the case's own chat that mentions who waits for it. */
export function inCaseChat<Key extends MessageKey>(
  scene: Scene,
  key: Key,
  values: Omit<ValuesOf<Key>, 'at' | 'case'>,
  announces?: Notice['announces'],
): Notice {
  const mention = scene.c.chat.room ? waiting(scene.c) : [];
  const full = { at: mention.map((one) => atName(one.name)).join(''), case: shortName(scene.c), ...values };
  const notice = line(scene, { kind: 'case_chat' }, key, full);
  return { ...notice, mention, ...(announces ? { announces } : {}) };
}

/** Who is mentioned: the petitioner, who registered it for them, and whose own case went into this one. */
export function waiting(c: Case): PersonRef[] {
  const petitioner = canReachPetitioner(c) ? [c.petitioner] : [];
  const all = [...(c.registrar === null ? [] : [c.registrar]), ...petitioner, ...c.alsoRaised];
  return all.filter((one, i) => all.findIndex((other) => other.id === one.id) === i);
}

/** A line to somebody privately, or where the platform does not allow it to the work group or nobody. */
export function toPerson(
  scene: Scene,
  person: Keeper & { place?: string },
  otherwise: 'work_group' | 'reply' | 'nobody',
  key: MessageKey,
  values: Notice['values'],
): Notice {
  const { name, contacts, place = scene.c.place } = person;
  return line(scene, { kind: 'person', contacts, name, place, else: otherwise }, key, values);
}

export function toWorkGroup<Key extends MessageKey>(scene: Scene, key: Key, values: ValuesOf<Key>): Notice {
  return line(scene, { kind: 'work_group', place: scene.c.place }, key, values);
}

export function toInspectors<Key extends MessageKey>(scene: Scene, key: Key, values: ValuesOf<Key>): Notice {
  return line(scene, { kind: 'inspectors' }, key, values);
}

/** One line back to who gave the command. */
export function toGiver<Key extends MessageKey>(scene: Scene, key: Key, values: ValuesOf<Key>): Notice {
  return line(scene, { kind: 'reply' }, key, values);
}

function line(scene: Scene, to: Audience, key: MessageKey, values: Notice['values']): Notice {
  const priority = scene.c.urgency === 'emergency' ? 'emergency' : 'other';
  return { key, values, to, priority, mention: [], caseId: scene.c.id };
}

/** The case's name elsewhere, with its title unless the matter stays unsaid. */
export function elsewhere(scene: Scene): { case: string; matter: string } {
  const name = longName(scene.c, scene.ctx.placeName);
  return { case: name, matter: withTitle(scene, name) };
}

export function withTitle(scene: Scene, name: string): string {
  const { title } = scene.c;
  return isDiscreet(scene) || title === '' ? name : `${name} ${title}`;
}

/** The case's name in the chat where the command was given. */
export function nameForGiver({ c, ctx }: Scene): string {
  return nameIn(c, ctx.chat, ctx.placeName);
}

export function shownName(name: string): string {
  return clean(name, NAME_MAX);
}

export function actorName({ ctx }: Scene): string {
  return shownName(personOf(ctx.by).name);
}

/** Who has the case now: its handler, who received it first, who was asked first, the village's own cadre, the village. */
export function holderOf({ c, ctx }: Scene): Keeper & { place: string } {
  return c.handler ?? { ...(c.lead ?? c.asked?.who ?? firstKeeper(ctx)), place: c.place };
}

/** Who is asked first among the village's own: somebody with a contact before somebody who has none yet. */
export function firstKeeper(ctx: ChangeContext): Keeper {
  return reachableFirst(ctx.staff?.keepers)[0] ?? { name: ctx.placeName, contacts: [] };
}

/** Contacts [] when the directory knows no leader: the work group hears it. */
export function firstLeader(ctx: ChangeContext): Keeper {
  return reachableFirst(ctx.staff?.leaders)[0] ?? { name: '', contacts: [] };
}

/** People in the directory's order, those who have not enrolled yet last. */
export function reachableFirst(people: readonly Keeper[] = []): Keeper[] {
  const reachable = people.filter((one) => one.contacts.length > 0);
  return [...reachable, ...people.filter((one) => one.contacts.length === 0)];
}

/** When the solution is due, in the words of the day on which it is read. */
export function resolveDue({ c, ctx }: Scene): string {
  return dueText(c.resolveBy, ctx.readAt ?? ctx.now);
}

export function answerDue({ c, ctx }: Scene): string {
  return dueText(c.answerBy, ctx.readAt ?? ctx.now);
}

/** The same for who is answered at once, also at night. */
export function promptDue({ c, ctx }: Scene): string {
  return dueText(c.resolveBy, ctx.now);
}

export function sameHandler(a: Handler | null, b: Handler | null): boolean {
  return a !== null && b !== null && a.name === b.name && a.role === b.role && a.place === b.place;
}
