import {
  PETITION_KINDS,
  type Category,
  type MessageType,
  type PetitionKind,
  type Urgency,
} from '../cases/words.js';
import type { Recogniser } from './api.js';

/** What a text is that somebody raised or registered by hand. */
export interface Judgement {
  kind: PetitionKind;
  category: Category;
  urgency: Urgency;
  sealed: boolean;
}

/**
 * Judges a text that is a matter for certain: only which kind is asked. The recogniser reads it as an explicit one,
 * without context.
 */
export function judge(recogniser: Recogniser, text: string, type: MessageType): Judgement {
  const message = { id: '1', at: 0, who: '1', name: '', speaker: 'villager' as const, type };
  const seen = [text, `诉求：${text}`].map((words) => recogniser.room([]).read({ ...message, text: words }));
  const decision = seen.find((one) => one.action === 'open') ?? seen[1] ?? seen[0];
  const kind = PETITION_KINDS.find((one): one is PetitionKind => one === decision?.intent) ?? 'petition';
  return {
    kind,
    category: decision?.category || 'other',
    urgency: decision?.urgency || 'normal',
    // Either reading that sees an accusation seals it.
    sealed: kind === 'discipline' || seen.some((one) => one.sealed),
  };
}
