import type { Case, Millis } from './case.js';
import type { CaseEvent } from './event.js';

/**
 * Since when an assignment has waited for its handler's first word; null: it does not, or they have spoken. While the
 * villager is asked something it waits for them.
 */
export function idleSince(c: Case, history: readonly CaseEvent[]): Millis | null {
  const { handler } = c;
  if (c.state !== 'assigned' || handler === null || c.waiting !== null) return null;
  const undone = new Set(history.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : [])));
  const standing = history.filter((event) => !undone.has(event.seq));
  const given = standing.findLast(({ body }) => body.type === 'assign' || body.type === 'transfer');
  if (!given) return null;
  // Whatever they do to it shows that they have seen it: an extension, a co-handler, a picture.
  const spoke = standing.some((event) => event.seq > given.seq && handler.contacts.includes(event.by.id));
  if (spoke || handler.contacts.includes(given.by.id)) return null;
  const wentOn = standing.findLast(({ seq, body }) => seq > given.seq && body.type === 'go_on');
  return wentOn?.at ?? given.at;
}
