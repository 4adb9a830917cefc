import type { Logger } from 'pino';
import type { DeadlineTable, TermRules } from '../cases/deadlines.js';
import type { Clock } from '../cases/clock.js';
import type { Directory } from '../cases/directory.js';
import type { OutboxRow } from '../cases/outcome.js';
import type { PostSettings } from '../cases/posts/settings.js';
import type { RoutingRule } from '../cases/routing.js';
import type {
  CaseStore, Corrections, DirectoryStore, Families, IntakeQueue, Ladders, Mailboxes, Memos, Orders, Outbox, Recents,
} from '../cases/ports.js'; // prettier-ignore
import type { ExportInChat } from '../cases/export/port.js';
import type { Privacy } from '../cases/privacy.js';
import type { RecordBook } from '../cases/record.js';
import type { StoredFiles } from '../cases/stored-file.js';
import type { CaseState, Category, MessageType, PetitionKind, Rating, Urgency } from '../cases/words.js';
import type { QuietHours } from './quiet-hours.js';

/** What a matter is. */
export interface Judged {
  kind: PetitionKind;
  category: Category;
  urgency: Urgency;
  sealed: boolean;
}

/** What the recogniser reads out of one plain line, passed in so that workers need not import it. */
export interface Reader {
  answerStage(text: string): 'accept' | 'progress' | 'resolve' | null;
  ratingOf(text: string): { rating: Rating; reason: string } | null;
  isMeToo(text: string): boolean;
  /** Kind, category, urgency and sealing of a text that somebody registers or raises by hand. */
  classify(text: string, type: MessageType): Judged;
  version: string;
}

/** Settings that the use cases follow. */
export interface DeskSettings {
  closeAfterMs: number;
  /** Minutes after local midnight. */
  dailyAt: number;
  posts: PostSettings;
  /** Null: none. */
  quiet: QuietHours | null;
  mode: 'live' | 'trial';
  terms: DeadlineTable;
  /** How deadlines are counted: working hours, waiting for the villager, extensions. */
  rules: TermRules;
  /** The last year whose holidays are known. */
  holidaysUntil: number;
  /** Categories whose matter is never named in a group. */
  discreet: Category[];
  categoryNames: Record<Category, string>;
  messageChars: number;
  /** Days after its end at which a case of a state is anonymised. */
  retentionDays: Partial<Record<CaseState, number>>;
  /** How long what cadres confirmed and corrected is kept; 0: nothing is. */
  correctionsMs: number;
  /** Who is asked first, in order. */
  routing: RoutingRule[];
  /** What 办结 has to show. */
  proofs: Record<Category, 'words' | 'picture' | 'none'>;
  /** An assignment on which nothing was said for so long returns to the village head; null: never. */
  idleMs: number | null;
  /** 不予受理 waits for a second official's word. */
  declineConsent: boolean;
  /** So many villages of a township with the same matter within this time are offered as one; null: never. */
  joint: { villages: number; withinMs: number } | null;
}

/** Counters of what happened, for metrics; no personal data. */
export interface Tally {
  opened(category: string, sealed: boolean): void;
  sent(result: 'sent' | 'unknown' | 'refused' | 'dropped'): void;
  intake(outcome: string, delayMs: number): void;
}

/** Everything that a use case needs, passed in by main: no room wires itself. */
export interface Desk {
  cases: CaseStore;
  intake: IntakeQueue;
  outbox: Outbox;
  memos: Memos;
  recents: Recents;
  corrections: Corrections;
  families: Families;
  ladders: Ladders;
  mailboxes: Mailboxes;
  orders: Orders;
  /** What officials did, for the audit. */
  record: RecordBook;
  /** Takes people out of what is kept. */
  privacy: Privacy;
  /** Writes the tables of a month. */
  exportMonth: ExportInChat;
  /** Files that wait to be sent. */
  files: StoredFiles;
  people: DirectoryStore;
  directory(): Directory;
  /** Call after a change of bindings, enrolments or silence: the directory is rebuilt everywhere. */
  directoryChanged(): Promise<void>;
  silenced(roomId: string): boolean;
  /** Whether this contact can be written to privately (true where that is not known). */
  canWriteTo(contactId: string): Promise<boolean>;
  /** Somebody's words, safe to repeat: masked, without mentions of all, at most `most` characters. */
  clean(text: string, most: number): string;
  /** Places whose village groups this contact is in, as far as known. */
  villagesOf(contactId: string): string[];
  clock: Clock;
  settings: DeskSettings;
  /** Text of messages.zh-CN.yaml with its values put in. */
  render(key: string, values: Record<string, string | number>): string;
  reader: Reader;
  /** Fresh randomness for salts and codes: hex of `bytes` random bytes. */
  random(bytes: number): string;
  /** Wakes the sender for rows just written. */
  wake(rows: OutboxRow[]): Promise<void>;
  /** A room's open matters changed: its reader looks again. */
  roomChanged(chatId: string): Promise<void>;
  log: Logger;
  tally: Tally;
}
