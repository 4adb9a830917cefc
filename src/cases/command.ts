import type { Rating, Category } from './words.js';

/** Which case a command means, as typed. `none`: the reader looks for the only one that can be meant. */
export type CaseRef =
  | { kind: 'number'; number: number; place: string | null }
  | { kind: 'code'; code: string }
  | { kind: 'none' };

/** Lines of a chat's latest list, by number; 'all' of what that list asks and nobody has answered yet. */
export type Lines = number[] | 'all';

/** A day as typed: so many days from now, or 5月20日. */
export type Until = { days: number } | { month: number; day: number };

/** A command as typed, before names and numbers are looked up. The quote, if any, stays with the message. */
export type Command =
  | { verb: 'accept'; ref: CaseRef }
  | { verb: 'assign'; ref: CaseRef; to: string; days: number | null }
  | { verb: 'transfer'; ref: CaseRef; to: string }
  | { verb: 'hand_back'; ref: CaseRef; reason: string }
  | { verb: 'progress'; ref: CaseRef; note: string }
  | { verb: 'resolve'; ref: CaseRef; done: string }
  | { verb: 'extend'; ref: CaseRef; days: number; reason: string }
  /** `待补充 #3 要问的话`: asks the villager; the clock waits for the answer. */
  | { verb: 'ask'; ref: CaseRef; question: string }
  | { verb: 'decline'; ref: CaseRef; reason: string }
  /** `协办 #3 @某人 事项`: a part of it for somebody beside the handler; `协办办结`: that part is done. */
  | { verb: 'co_assign'; ref: CaseRef; to: string; part: string }
  | { verb: 'co_done'; ref: CaseRef; done: string }
  /** `同意 #3`: the second word that a 不予受理 waits for. */
  | { verb: 'agree'; ref: CaseRef }
  | { verb: 'merge'; ref: CaseRef; into: CaseRef }
  /** `拆分 #5`: what was merged stands by itself again. */
  | { verb: 'split'; ref: CaseRef }
  /** `并办 1`: cases of several villages are handled as one; `place`: the township, where one is named. */
  | { verb: 'joint'; number: number; place: string | null }
  | { verb: 'supervise'; ref: CaseRef; note: string; until?: Until }
  | { verb: 'lift'; ref: CaseRef; note?: string }
  | { verb: 'publish'; ref: CaseRef }
  /** 密封: a case that is an accusation; 解密: a sealed one that is none, in the words that the village will see. */
  | { verb: 'seal'; ref: CaseRef; reason: string }
  | { verb: 'unseal'; ref: CaseRef; words: string }
  /** `导出 代号`: a marked copy of a sealed case, private chats only. */
  | { verb: 'copy'; ref: CaseRef }
  /** `登记 内容`, or `登记` quoting a message. */
  | { verb: 'register'; text: string }
  /** `登记 1 2`, `全部登记`, `不是 3`, `都不是`, `并入 3 #4`: lines of this chat's latest list of suggestions. */
  | { verb: 'pick'; lines: Lines }
  | { verb: 'drop'; lines: Lines }
  | { verb: 'pick_into'; lines: number[]; ref: CaseRef }
  | { verb: 'show'; ref: CaseRef } // 查
  | { verb: 'todo' } // 待办
  | { verb: 'overdue' } // 超期
  | { verb: 'watched' } // 督办, without a case: what is under watch
  | { verb: 'duty' } // 值班
  | { verb: 'daily' } // 日报
  | { verb: 'weekly' } // 周报
  | { verb: 'weekly_last' } // 上周周报
  | { verb: 'monthly' } // 月报
  | { verb: 'monthly_last' } // 上月月报
  | { verb: 'opinion' } // 社情民意
  | { verb: 'opinion_last' } // 上月社情民意
  | { verb: 'undo' } // 撤销
  | { verb: 'silence' } // 静默
  | { verb: 'resume' } // 恢复
  | { verb: 'void'; ref: CaseRef } // 不是诉求
  | { verb: 'recategorise'; ref: CaseRef; category: Category }
  | { verb: 'help' }
  | { verb: 'rate'; ref: CaseRef; rating: Rating; reason: string }
  | { verb: 'withdraw'; ref: CaseRef }
  | { verb: 'join'; ref: CaseRef } // 附议
  /** `绑定 123456`, private chats only. */
  | { verb: 'enrol'; code: string }
  /** `发码 周小满`: an admin asks for a one-time code, private chats only. */
  | { verb: 'code'; name: string }
  /** `导出 5月`, `导出 2026-05 csv`, private chats only; no month: the one before this. */
  | { verb: 'export'; year: number | null; month: number | null; format: 'xlsx' | 'csv' }
  /** `忘记我`, then `确认忘记我`, private chats only. */
  | { verb: 'forget'; sure: boolean }
  /** `诉求：…` / `反映：…` / a mention of the bot with a matter. */
  | { verb: 'raise'; text: string }
  /** A bare 是 / 不是 that answers the bot's one-line question. */
  | { verb: 'yes' }
  | { verb: 'no' };
export type Verb = Command['verb'];

/** Verbs that mean something only from an enrolled official; from anybody else they are text. */
export const OFFICIAL_VERBS = [
  'accept', 'assign', 'transfer', 'hand_back', 'progress', 'resolve', 'extend', 'ask', 'decline', 'co_assign', 'co_done', 'agree',
  'merge', 'split', 'joint', 'supervise', 'lift',
  'publish', 'register', 'pick', 'drop', 'pick_into', 'todo', 'overdue', 'watched', 'duty', 'daily', 'weekly', 'weekly_last',
  'monthly', 'monthly_last', 'opinion', 'opinion_last', 'undo', 'silence', 'resume', 'void',
  'recategorise', 'code', 'export', 'seal', 'unseal', 'copy',
] as const satisfies Verb[]; // prettier-ignore

export type ParsedCommand =
  | { kind: 'command'; command: Command }
  /** The verb is clear, the rest is not: `expects` is the key of the line that says what would have been right. */
  | { kind: 'malformed'; verb: Verb; expects: string }
  | { kind: 'none' };
