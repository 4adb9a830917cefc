import type { Decision } from '../../cases/message.js';
import type { RoomMessage } from '../api.js';
import type { Entry } from './book.js';
import type { Verdict } from './question.js';

/** How sure a settled decision counts: the contract's probability that this line opens a case. */
const SURE = 0.97;
const PERHAPS = 0.5;
const NO = 0.02;

/** So long after its last line a matter is no longer what people speak of. */
const SPOKEN_OF_MS = 30 * 60_000;

/**
 * What a second reader's word makes of the local decision. Null: it fits none of the possible decisions, the local one
 * stands. Whatever the word, it cannot unseal, speak for an official, or silence an emergency.
 */
export function settled(
  local: Decision,
  verdict: Verdict,
  message: RoomMessage,
  matter: Entry | null,
): Decision | null {
  if (verdict.matter > 0 && matter === null) return null;
  const official = message.speaker === 'official';
  if (verdict.kind === 'discipline' && verdict.action !== 'ignore')
    return official ? null : sealedSuggestion(verdict, message);
  switch (verdict.action) {
    case 'ignore':
      return ignoredBy(local);
    case 'join':
      if (matter === null || hides(local, verdict, message, matter)) return null;
      return joined(local, matter, official);
    case 'suggest':
      return official ? null : begun(local, verdict, matter, 'suggest', message);
    case 'open':
      return official ? null : begun(local, verdict, matter, 'open', message);
  }
}

/** The reader sees an accusation where the recogniser saw none: to inspectors only, like every possible one. */
function sealedSuggestion(verdict: Verdict, message: RoomMessage): Decision {
  const category = verdict.category === 'other' ? 'village_affairs' : verdict.category;
  return {
    action: 'suggest',
    intent: 'discipline',
    category,
    urgency: 'normal',
    sealed: true,
    matter: message.id,
    confidence: PERHAPS,
    ask: false,
  };
}

function ignoredBy(local: Decision): Decision {
  // A needless glance of the cadre is the smaller harm.
  if (saysEmergency(local)) return { ...local, action: 'suggest', confidence: PERHAPS };
  const talk = local.matter === null && local.action === 'ignore' ? local.intent : 'chatter';
  return {
    ...local,
    action: 'ignore',
    intent: talk,
    category: '',
    urgency: '',
    matter: null,
    confidence: no(local),
  };
}

/** Danger never hides in another matter: only in one that is being spoken of, where the reader sees none. */
function hides(local: Decision, verdict: Verdict, message: RoomMessage, matter: Entry): boolean {
  if (!saysEmergency(local) || matter.urgency === 'emergency') return false;
  return verdict.urgency === 'emergency' || message.at - matter.at > SPOKEN_OF_MS;
}

function joined(local: Decision, matter: Entry, official: boolean): Decision {
  const own = local.intent === 'feedback' ? 'feedback' : 'followup';
  const intent = official ? 'answer' : own;
  return {
    ...local,
    action: 'ignore',
    intent,
    category: '',
    urgency: '',
    matter: matter.id,
    confidence: no(local),
  };
}

/** Opened or suggested: by this line, or (a matter only suggested until now) in the name of the line that began it. */
function begun(
  local: Decision,
  verdict: Verdict,
  matter: Entry | null,
  action: 'open' | 'suggest',
  message: RoomMessage,
): Decision | null {
  if (matter !== null && matter.state !== 'suggested') return null;
  // Suggested again is suggested: it only belongs to it.
  if (matter !== null && action === 'suggest') return joined(local, matter, false);
  const urgency = saysEmergency(local) ? 'emergency' : verdict.urgency;
  const { kind: intent, category } = verdict;
  return {
    action,
    intent,
    category,
    urgency,
    sealed: false,
    matter: matter?.id ?? message.id,
    confidence: action === 'open' ? Math.max(SURE, local.confidence) : PERHAPS,
    ask: local.ask,
  };
}

function saysEmergency(local: Decision): boolean {
  return local.action === 'open' && local.urgency === 'emergency';
}

const no = (local: Decision): number => Math.min(NO, local.confidence);
