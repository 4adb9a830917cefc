import { isDiscreet, type Scene } from './announce-voice.js';
import { shortName } from './case-names.js';
import type { Case, Material } from './case.js';
import type { Notice } from './outcome.js';
import type { PairFile } from './pair-file.js';

/** A plain case has at most four messages in its group; the line that says 已办结 is counted already. */
const SPOKEN_MOST = 4;

/** Behind 已办结: how it was and how it is, where both were shown and the group has not heard much yet. */
export function beforeAndAfter(scene: Scene): Notice[] {
  const { c, ctx } = scene;
  if (!ctx.pictures || c.sealed || isDiscreet(scene) || c.spoken + 2 > SPOKEN_MOST) return [];
  const pair = pairOf(c, ctx.by.id);
  if (pair === null) return [];
  const name = shortName(c);
  const file = { kind: 'pair', caseId: c.id, name, before: pair.before, after: pair.after } as const;
  const priority = c.urgency === 'emergency' ? 'emergency' : 'other';
  return [{ key: 'pair_file', values: { case: name }, to: { kind: 'case_chat' }, priority, mention: [], caseId: c.id, file }]; // prettier-ignore
}

/**
 * The petitioner's first picture that the group has seen (what was sent in private stays there), and the latest one of
 * who handled it, taken since: after a 不满意 the picture of the first try shows nothing.
 */
export function pairOf(c: Case, resolver: string): { before: string; after: string } | null {
  const images = c.materials.filter((one) => one.type === 'image');
  const before = images.find((one) => one.by.id === c.petitioner.id && one.shown === true);
  if (!before) return null;
  const retried = c.rating === 'unsatisfied' ? (c.ratedAt ?? 0) : 0;
  const theirs = handlersOf(c, resolver);
  // Messages tell their time in whole seconds: two of one second stand in the order of their coming.
  const isAfter = (one: Material): boolean =>
    theirs.has(one.by.id) && one.at >= before.at && one.at > retried;
  const after = images.slice(images.indexOf(before) + 1).findLast(isAfter);
  return after ? { before: before.messageId, after: after.messageId } : null;
}

/** Whether both pictures still belong to the case, and may still be seen: one can have been taken back meanwhile. */
export function stillShows(c: Case | null, pair: PairFile): boolean {
  if (c === null || c.sealed) return false;
  const known = new Set(c.materials.map((one) => one.messageId));
  return known.has(pair.before) && known.has(pair.after);
}

function handlersOf(c: Case, resolver: string): ReadonlySet<string> {
  const offices = [c.handler, c.lead, ...c.coHandlers].flatMap((one) => one?.contacts ?? []);
  const all = new Set([resolver, ...offices]);
  // Who raised it shows how it was, whatever their office.
  all.delete(c.petitioner.id);
  return all;
}
