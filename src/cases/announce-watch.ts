import {
  WORDS_MAX, elsewhere, holderOf, isDiscreet, reachableFirst, resolveDue, shownName, toPerson, toWorkGroup, type Scene,
} from './announce-voice.js'; // prettier-ignore
import { dueText } from './due.js';
import { phrase } from './mask.js';
import type { Notice } from './outcome.js';

/** 督办: who has the case, the village's head and the work group, never the villagers' group. */
export function supervised(scene: Scene, note: string): Notice[] {
  const holder = holderOf(scene);
  const words = isDiscreet(scene) ? '' : phrase(note, WORDS_MAX);
  const values = {
    matter: elsewhere(scene).matter,
    who: shownName(holder.name),
    due: watchDue(scene),
    order: orderWords(scene),
  };
  const key = words === '' ? 'supervised_plain' : 'supervised';
  const full = words === '' ? values : { ...values, note: words };
  const [head] = reachableFirst(scene.ctx.staff?.heads);
  const notices = [
    toPerson(scene, holder, 'nobody', key, full),
    ...(head && head.name !== holder.name ? [toPerson(scene, head, 'nobody', key, full)] : []),
    toWorkGroup(scene, key, { ...full, note: words }),
  ];
  return notices.map((notice) => ({ ...notice, announces: 'supervised' as const }));
}

/** 解除督办: who has the case need not look over their shoulder any more. */
export function lifted(scene: Scene, note: string): Notice[] {
  const words = isDiscreet(scene) ? '' : phrase(note, WORDS_MAX);
  const values = { matter: elsewhere(scene).matter };
  if (words === '') return [toPerson(scene, holderOf(scene), 'nobody', 'supervision_lifted', values)];
  return [toPerson(scene, holderOf(scene), 'nobody', 'supervision_lifted_note', { ...values, note: words })];
}

/** `（督办〔2026〕12号）`, nothing where an order has no number. */
export function orderWords({ c }: Scene): string {
  return c.supervised?.number === undefined ? '' : `（${c.supervised.number}）`;
}

/** The orderer's own date, else the case's. */
function watchDue(scene: Scene): string {
  const until = scene.c.supervised?.until;
  return until === undefined ? resolveDue(scene) : dueText(until, scene.ctx.readAt ?? scene.ctx.now);
}
