import type { Action } from './action.js';
import { confirmation } from './announce-confirm.js';
import { announceSealed } from './announce-sealed.js';
import {
  accepted, declined, extended, handedBack, handedOver, progressed, rated, regraded, relieved, reopened, resolved, resolvedBefore, withdrawn,
} from './announce-steps.js'; // prettier-ignore
import { coAssigned, coDone, openParts, proposedDecline, returnedIdle } from './announce-shared.js';
import { lifted, supervised } from './announce-watch.js';
import type { Scene } from './announce-voice.js';
import { asked, wentOn } from './announce-wait.js';
import type { Case } from './case.js';
import type { ChangeContext } from './context.js';
import type { Notice } from './outcome.js';

type Body = Exclude<Action, { type: 'undo' }>;

/**
 * Who hears what of a change: one message for each change of state, none for what nobody needs (product.md, rule 2).
 * A plain case has at most four in its group: received, assigned, resolved, and one more.
 */
export function announce(before: Case, after: Case, body: Body, ctx: ChangeContext): Notice[] {
  const scene = { c: after, ctx };
  if (after.sealed) return announceSealed(scene, body);
  return [...told(scene, before, body), ...confirmation(scene, body)];
}

function told(scene: Scene, before: Case, body: Body): Notice[] {
  switch (body.type) {
    case 'accept':
      return accepted(scene, before);
    case 'assign':
    case 'transfer':
      return handedOver(scene, before);
    case 'hand_back':
      return handedBack(scene, body.reason);
    case 'progress':
      return progressed(scene, before, body.note);
    case 'resolve':
      return [...resolved(scene, body.done), ...openParts(scene)];
    case 'extend':
      return extended(scene, body.reason);
    case 'ask':
      return asked(scene, body.question);
    case 'go_on':
      return wentOn(scene);
    case 'decline':
      return declined(scene, before, body);
    case 'supervise':
      return supervised(scene, body.note);
    case 'lift':
      return lifted(scene, body.note ?? '');
    case 'rate':
      return body.rating === 'unsatisfied' ? reopened(scene, body.reason) : rated(scene, before);
    case 'withdraw':
      return withdrawn(scene, before);
    case 'merge':
    case 'void':
      return relieved(scene, before);
    case 'co_assign':
      return coAssigned(scene, body);
    case 'co_done':
      return coDone(scene, body);
    case 'return_idle':
      return returnedIdle(scene, before, body.to);
    case 'propose_decline':
      return proposedDecline(scene, body.note);
    case 'absorb':
      return resolvedBefore(scene, body.raised ?? []);
    case 'recategorise':
      return regraded(scene, before);
    case 'publish':
    case 'join':
    case 'add':
    case 'remove_material':
    case 'release':
    case 'close':
    case 'card': // told by the ladder, with what else is late
    case 'return':
    case 'view':
    case 'export':
    case 'seal':
    case 'unseal':
      return [];
  }
}
