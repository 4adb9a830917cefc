import { createHash } from 'node:crypto';
import { blankBody, blankPerson, personalFields } from './chain-personal.js';
import type { CaseEvent, EventBody } from './event.js';

/**
 * The hash chain of a history. An event's hash covers the hash before it, everything impersonal in the clear, and
 * personal fields as salted digests. Erasing drops the fields and the salt: the digests stay, lead nowhere without the
 * salt, and the chain still holds.
 */

/** An event before it is sealed into the chain. */
export type Draft = Pick<CaseEvent, 'seq' | 'at' | 'by' | 'messageId' | 'spoke' | 'salt'> & {
  body: EventBody;
};

/** The event with its digests and hash; `before` is the hash of the event before it, '' for the first. */
export function seal(draft: Draft, before: string): CaseEvent {
  const event = { ...draft, digests: digestsOf(draft), hash: '' };
  return { ...event, hash: hashOf(event, before) };
}

export type Verified = { ok: true } | { ok: false; seq: number };

/** Whether a history is whole and untouched; `seq` is the first event that is not as it was written. */
export function verifyChain(events: readonly CaseEvent[], head?: string): Verified {
  let before = '';
  for (const [i, event] of events.entries()) {
    if (event.seq !== i + 1 || !digestsHold(event) || event.hash !== hashOf(event, before)) {
      return { ok: false, seq: i + 1 };
    }
    before = event.hash;
  }
  // A history cut off at its end is whole in itself; only the case's own head shows it.
  return head === undefined || head === before ? { ok: true } : { ok: false, seq: events.length + 1 };
}

/** The event without personal values and salt. For ever: nothing can bring them back. */
export function eraseEvent(event: CaseEvent): CaseEvent {
  return { ...event, by: blankPerson(), body: blankBody(event.body), salt: '' };
}

/** JSON with sorted keys: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}

function hashOf(event: CaseEvent, before: string): string {
  const { seq, at, messageId, spoke, digests } = event;
  return sha256(canonicalJson({ seq, at, messageId, spoke, body: blankBody(event.body), digests, before }));
}

function digestsOf({ body, by, salt }: Pick<CaseEvent, 'body' | 'by' | 'salt'>): Record<string, string> {
  const fields: [string, unknown][] = [['by', by], ...personalFields(body)];
  return Object.fromEntries(fields.map(([name, value]) => [name, digest(salt, name, value)]));
}

function digest(salt: string, name: string, value: unknown): string {
  return sha256(canonicalJson([salt, name, value]));
}

/** With its salt an event must hold what was digested; without, nothing personal at all. */
function digestsHold(event: CaseEvent): boolean {
  if (event.salt !== '') return canonicalJson(digestsOf(event)) === canonicalJson(event.digests);
  return canonicalJson(eraseEvent(event)) === canonicalJson(event);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
