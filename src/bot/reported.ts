import type { Directory } from '../cases/directory.js';
import { isInvolved } from '../cases/involved.js';
import type { Decision, Incoming } from '../cases/message.js';

/** Says that it is an accusation; beside an official's name no joke is worth passing over. */
const REPORTS = /举报|检举|控告|告发/u;

/**
 * The recogniser knows no names, and takes what is said in the middle of other talk for part of it: whoever says 举报 and
 * names an official of this directory is put before the inspectors, whatever else was heard.
 */
export function reported(directory: Directory, message: Incoming, decision: Decision): Decision {
  if (decision.sealed || !REPORTS.test(message.reply)) return decision;
  const { reply: text, who, name } = message;
  const about = { text, title: '', materials: [], petitioner: { id: who, name } };
  const people = directory.officials.filter(({ offices }) =>
    offices.some(({ role }) => role !== 'department'),
  );
  if (!people.some((one) => isInvolved({ name: one.name, offices: [] }, about))) return decision;
  const suggested = { action: 'suggest', intent: 'discipline', category: 'village_affairs', urgency: 'normal' } as const; // prettier-ignore
  return { ...decision, ...suggested, sealed: true, matter: message.id, ask: false };
}
