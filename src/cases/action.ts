import type { Handler, Material, Millis, PersonRef } from './case.js';
import type { Category, PetitionKind, Rating, Urgency } from './words.js';

/** Why a case is not taken: typed, each with where to go instead (texts in messages.zh-CN.yaml). */
export const DECLINE_REASONS = [
  'court',
  'police',
  'out_of_area',
  'private',
  'duplicate',
  'no_basis',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/**
 * What somebody does to one existing case. Names already resolved (a handler is a directory entry, a case an id):
 * the domain never searches. Text fields are the actor's own words, trimmed, at most 500 characters.
 */
export type Action =
  | { type: 'accept' }
  | { type: 'assign'; to: Handler; dueBy: Millis | null }
  | { type: 'transfer'; to: Handler }
  | { type: 'hand_back'; reason: string }
  | { type: 'progress'; note: string }
  | { type: 'resolve'; done: string }
  | { type: 'extend'; days: number; reason: string }
  | { type: 'decline'; reason: DeclineReason; note: string }
  | { type: 'merge'; into: string; intoNumber: number }
  | { type: 'supervise'; note: string }
  | { type: 'lift' }
  | { type: 'publish' }
  | { type: 'void' }
  | { type: 'recategorise'; category: Category }
  | { type: 'rate'; rating: Rating; reason: string }
  | { type: 'withdraw' }
  | { type: 'join' } // 附议, "我家也是"
  | { type: 'add'; material: Material } // picture, voice, further line
  | { type: 'remove_material'; messageId: string } // a recalled picture or line
  | { type: 'absorb'; from: string; people: PersonRef[]; materials: Material[] } // the other side of a merge
  | { type: 'close' } // by time, unrated
  /** Sealed cases: an inspector was shown it; took a copy marked with `mark`. */
  | { type: 'view' }
  | { type: 'export'; mark: string }
  /** 密封: turns out to be an accusation; from here on it is a sealed case under this code. */
  | { type: 'seal'; code: string; reason: string; answerBy: Millis; resolveBy: Millis }
  /** 解密: was none; it goes on as an ordinary case of its own, in the inspector's words. */
  | { type: 'unseal'; into: string; intoNumber: number; reason: string }
  | { type: 'undo' }; // 撤销: takes back the last undoable event
export type ActionType = Action['type'];

/** What opens a case. */
export interface Opening {
  kind: PetitionKind;
  category: Category;
  urgency: Urgency;
  sealed: boolean;
  text: string;
  petitioner: PersonRef;
  registrar: PersonRef | null;
  materials: Material[];
  /** Sealed cases: the village that it comes from (absent in those of an older version). */
  origin?: string;
  recognised: { model: string; confidence: number } | null;
}
