import type { Case, ChatRef, PersonRef } from './case.js';
import type { CaseEvent } from './event.js';
import type { OutFile } from './out-file.js';
import type { CaseState, Priority } from './words.js';

/** Who is to hear a notice. The post office turns it into chats by the directory. */
export type Audience =
  /** The chat where the petition was raised. */
  | { kind: 'case_chat' }
  /** The chat where the command was given. */
  | { kind: 'reply' }
  /** One of these contacts privately; where the platform does not allow it, the nearest work group (or the reply chat, or nobody). */
  | {
      kind: 'person';
      contacts: string[];
      name: string;
      place: string;
      else: 'work_group' | 'reply' | 'nobody';
    }
  /** The work group of the place, or the nearest above it. */
  | { kind: 'work_group'; place: string }
  /** Exactly this chat. */
  | { kind: 'chat'; chat: ChatRef }
  | { kind: 'inspectors' }
  | { kind: 'admins' };

/** Something to be said: a key of messages.zh-CN.yaml with its values. Values are already safe to show in that audience. */
export interface Notice {
  key: string;
  values: Record<string, string | number>;
  to: Audience;
  priority: Priority;
  /** Mentioned in the message (id in the send call, `@name` in the text through the value `at`). */
  mention: PersonRef[];
  /** A file goes out in place of the text, which is then its name. */
  file?: OutFile;
  /** The state word that this notice announces, for quietness and counting. */
  announces?: CaseState | 'overdue' | 'supervised';
  caseId?: string;
}

/** A refusal is a value that becomes a reply, never an exception. */
export interface Refusal {
  key: string;
  values: Record<string, string | number>;
}

export type Outcome =
  { ok: true; case: Case; events: CaseEvent[]; notices: Notice[] } | { ok: false; refusal: Refusal };

/** One message to be sent, as it stands in the outbox; at most once. */
export interface OutboxRow {
  /** Unique; derived from the change that caused it, so that doing the change again makes the same row. */
  id: string;
  /** The slot (place) whose outbox holds it. */
  place: string;
  caseId: string | null;
  chat: ChatRef;
  /** Where to say it when `chat` is private and the platform does not allow it (not a friend); null: nowhere. */
  orElse: { chat: ChatRef; text: string; mentions: string[] } | null;
  text: string;
  mentions: string[];
  priority: Priority;
  createdAt: number;
  /** An answer to somebody who just asked, in a private chat or work group: not held by quiet hours. */
  prompt: boolean;
  /** Receipts can be merged into one message: the part that lists this one, and the common tail. */
  merge: { part: string; tail: string } | null;
  /** A file to be made, or taken up, and sent in place of the text, which is its name. */
  file?: OutFile;
}
