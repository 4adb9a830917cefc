import type { CardGiven, Handler, Material, Millis, PersonRef } from './case.js';
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
  /** 待补充: asks the villager; the clock waits. `until` null: as long as the rules say. */
  | { type: 'ask'; question: string; until: Millis | null }
  /** The clock goes on; `resolveBy` null: as the time that was waited makes it. */
  | { type: 'go_on'; resolveBy: Millis | null }
  | { type: 'decline'; reason: DeclineReason; note: string }
  | { type: 'merge'; into: string; intoNumber: number }
  | { type: 'supervise'; note: string; number?: string; until?: Millis }
  | { type: 'lift'; note?: string }
  | { type: 'publish' }
  | { type: 'void' }
  | { type: 'recategorise'; category: Category }
  | {
      type: 'rate';
      rating: Rating;
      reason: string;
      /** 不满意: by when it is to be solved now. */ dueBy?: Millis | undefined;
    }
  | { type: 'withdraw' }
  | { type: 'join' } // 附议, "我家也是"
  | { type: 'add'; material: Material } // picture, voice, further line
  | { type: 'remove_material'; messageId: string } // a recalled picture or line
  | { type: 'absorb'; from: string; people: PersonRef[]; materials: Material[] } // the other side of a merge
  | { type: 'close' } // by time, unrated
  /** By time, past the deadline `due`; a red one puts the case under watch with a number. */
  | { type: 'card'; card: CardGiven['card']; due: Millis; number?: string }
  /** The handler left the directory. */
  | { type: 'return'; to: Handler }
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
  recognised: { model: string; confidence: number } | null;
}
