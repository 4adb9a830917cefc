import { z } from 'zod';
import type { Action, ActionType } from './action.js';
import type { Actor, Case, Millis } from './case.js';
import { within } from './directory.js';
import { alike, outageOf } from './outage.js';
import { CATEGORIES, FINAL_STATES, type CaseState, type Category, type Role } from './words.js';

/**
 * Cases of several villages that are one matter (a water main, a transformer). Each stays a case of its own, with its
 * number, its petitioner and their rating; what is done to one of them from outside the village groups is done to all.
 */
export const familySchema = z.object({
  /** The place whose work group was asked. */
  township: z.string(),
  category: z.enum(CATEGORIES),
  /** 停水; '' where the wording alone is alike. */
  what: z.string(),
  offeredAt: z.number(),
  children: z.array(z.string()),
  /** Null: offered, and not answered. */
  joined: z.object({ by: z.string(), at: z.number() }).nullable(),
});
export type FamilyRecord = z.infer<typeof familySchema>;

/** `number` is what people answer with: 并办 1. */
export type Family = FamilyRecord & { number: number };

/** What is offered as one, before it has a number. */
export type Alike = Pick<FamilyRecord, 'category' | 'what'> & { cases: Case[] };

/** How many villages within which time make it worth asking. */
export interface FamilyTerms {
  villages: number;
  withinMs: Millis;
  /** Categories whose matter is never named. */
  discreet: readonly Category[];
}

/** Illness and poverty are nobody else's business, and no two households' are the same. */
const NEVER: readonly Category[] = ['welfare', 'health'];

/** Cases of one township that are to be offered as one. `cases`: those in no family yet. */
export function findAlike(cases: readonly Case[], terms: FamilyTerms, now: Millis): Alike[] {
  const fit = cases.filter((c) => mayBeShared(c, terms, now)).sort((a, b) => a.openedAt - b.openedAt);
  const found: Alike[] = [];
  const taken = new Set<Case>();
  for (const first of fit) {
    if (taken.has(first)) continue;
    const group = fit.filter((c) => !taken.has(c) && isSame(first, c));
    if (new Set(group.map((c) => c.place)).size < terms.villages) continue;
    for (const c of group) taken.add(c);
    found.push({ category: first.category, what: outageOf(first) ?? '', cases: group });
  }
  return found;
}

/** Cases that have come since a family was offered, and are the same. */
export function newcomers(
  family: FamilyRecord,
  children: readonly Case[],
  others: readonly Case[],
  terms: FamilyTerms,
): Case[] {
  const [first] = children;
  if (!first) return [];
  const last = Math.max(...children.map((c) => c.openedAt));
  return others.filter((c) => mayBeShared(c, terms, Math.max(last, c.openedAt)) && c.openedAt - last <= terms.withinMs && c.category === family.category && isSame(first, c)); // prettier-ignore
}

function mayBeShared(c: Case, terms: FamilyTerms, now: Millis): boolean {
  if (c.sealed || c.number === null || !isOpen(c) || c.openedAt > now) return false;
  if (NEVER.includes(c.category) || terms.discreet.includes(c.category)) return false;
  return now - c.openedAt <= terms.withinMs;
}

function isSame(a: Case, b: Case): boolean {
  if (a === b) return true;
  if (a.category !== b.category) return false;
  const [one, other] = [outageOf(a), outageOf(b)];
  return one !== null || other !== null ? one === other : alike(a.text, b.text);
}

/** Not over, and not waiting for a villager's word. */
function isOpen(c: Case): boolean {
  return c.state !== 'resolved' && !(FINAL_STATES as readonly CaseState[]).includes(c.state);
}

/** Offices that say what is handled together: over the whole township. */
const DECIDING: readonly Role[] = ['township_leader', 'admin'];

export function mayJoin(actor: Actor, township: string): boolean {
  return actor.offices.some((office) => DECIDING.includes(office.role) && within(township, office.place));
}

/** Steps that are the same for all of them; a rating, a withdrawal or a refusal is each case's own. */
const SHARED: readonly ActionType[] = ['accept', 'assign', 'transfer', 'hand_back', 'progress', 'resolve', 'extend']; // prettier-ignore

/** Whether what is done to one can be meant for another one, too: nobody is given what lies outside their place. */
export function isShared(action: Action, sibling: Case): boolean {
  if (!SHARED.includes(action.type)) return false;
  return action.type !== 'assign' && action.type !== 'transfer'
    ? true
    : within(sibling.place, action.to.place);
}
