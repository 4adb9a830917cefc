import type { Asked, CardGiven, Handler, Keeper, Material, Millis, PersonRef } from './case.js';
import {
  DECLINE_REASONS,
  type Category,
  type DeclineReason,
  type PetitionKind,
  type Rating,
  type Urgency,
} from './words.js';

export { DECLINE_REASONS, type DeclineReason };

/**
 * What somebody does to one existing case. Names already resolved (a handler is a directory entry, a case an id):
 * the domain never searches. Text fields are the actor's own words, trimmed, at most 500 characters.
 */
export type Action =
  // leads: who says it is responsible from now on; back: who lost it by time takes it up again (settled, never asked for)
  | { type: 'accept'; leads?: true; back?: true }
  | { type: 'assign'; to: Handler; dueBy: Millis | null }
  | { type: 'transfer'; to: Handler }
  | { type: 'hand_back'; reason: string; drops?: true } // drops: a proposal to decline falls with it (settled)
  | { type: 'progress'; note: string; leads?: true; back?: true }
  | { type: 'resolve'; done: string; leads?: true; back?: true }
  | { type: 'extend'; days: number; reason: string }
  /** 待补充: asks the villager; the clock waits. `until` null: as long as the rules say. */
  | { type: 'ask'; question: string; until: Millis | null }
  /** The clock goes on; `resolveBy` null: as the time that was waited makes it; `from`: the date that it takes the place of. */
  | { type: 'go_on'; resolveBy: Millis | null; from?: Millis }
  | { type: 'decline'; reason: DeclineReason; note: string; consent?: true } // consent: 同意 to what another proposed
  | { type: 'merge'; into: string; intoNumber: number }
  | { type: 'supervise'; note: string; number?: string; until?: Millis }
  | { type: 'lift'; note?: string }
  | { type: 'publish' }
  | { type: 'void' }
  /** The dates are settled when it is applied (regrade.ts): nobody asks for them. */
  | { type: 'recategorise'; category: Category; answerBy?: Millis; resolveBy?: Millis }
  | {
      type: 'rate';
      rating: Rating;
      reason: string;
      /** 不满意: by when it is to be solved now. */ dueBy?: Millis | undefined;
    }
  | { type: 'withdraw' }
  | { type: 'join'; via?: string } // 附议, "我家也是"; via: the merged case that it was said to
  | { type: 'add'; material: Material; via?: string } // picture, voice, further line
  | { type: 'remove_material'; messageId: string } // a recalled picture or line
  // The other side of a merge; raised: those of the people who had a case of their own.
  | {
      type: 'absorb';
      from: string;
      people: PersonRef[];
      materials: Material[];
      raised?: PersonRef[];
      via?: string;
    }
  | { type: 'release'; from: string; people: PersonRef[]; messages: string[] } // 拆分: what came with a merged case leaves
  | { type: 'co_assign'; to: Handler; part: string } // 协办
  | { type: 'co_done'; part: number; done: string } // 协办办结; part: its place in coHandlers
  /** By time: the assignee said nothing; keeps: who that was stays known (settled). */
  | { type: 'return_idle'; to: Keeper | null; keeps?: true }
  | { type: 'propose_decline'; reason: DeclineReason; note: string } // waits for a second official
  | { type: 'close' } // by time, unrated
  /** By time, past the deadline `due`; a red one puts the case under watch with a number. */
  | { type: 'card'; card: CardGiven['card']; due: Millis; number?: string }
  /** The handler left the directory. */
  | { type: 'return'; to: Handler }
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
  /** Who is asked first by a rule of routing; absent: the village's own, as ever. */
  asked?: Asked;
}
