import { createHash } from 'node:crypto';
import { SEALED_PLACE, sealedRef } from '../cases/sealed-code.js';

/**
 * Every key of the product, in one place. A hash tag `{…}` puts all keys of one place, chat, account or person into
 * one slot of a Redis Cluster, so that one script can change them together. People and chats appear by hash only.
 */

/** The layout that this build reads and writes; see check.ts. */
export const LAYOUT_VERSION = 1;
export const VERSION_KEY = 'hy:version';

/** 96 bits of SHA-256: short in keys, and no two ids of a county ever meet. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** Hashes of chats and their notes, asked for with every message. Bounded. */
const hashes = new Map<string, string>();
const MOST_HASHES = 20_000;

function heldHash(text: string): string {
  const held = hashes.get(text);
  if (held !== undefined) return held;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  const hash = shortHash(text);
  hashes.set(text, hash);
  return hash;
}

/** Keys of one place (or of the sealed cases): cases, indexes, applied operations, outbox. */
export interface PlaceKeys {
  counter: string;
  open: string;
  resolved: string;
  waiting: string;
  touched: string;
  links: string;
  unsettled: string;
  settled: string;
  /** When each case is to be looked at next. */
  ladder: string;
  /** What each case has climbed of the ladder. */
  passed: string;
  /** Cases under 督办. */
  watched: string;
  /** How many cases a night's run anonymised, by state. */
  erased(run: string): string;
  state(caseId: string): string;
  events(caseId: string): string;
  /** A case on its way into the sealed slot: out of its village already. */
  leaving(caseId: string): { state: string; events: string };
  op(opId: string): string;
  row(rowId: string): string;
}

export function placeKeys(place: string): PlaceKeys {
  const slot = place === SEALED_PLACE ? SEALED_SLOT : `hy:{p:${shortHash(place)}}`;
  return {
    counter: `${slot}:counter`,
    open: `${slot}:open`,
    resolved: `${slot}:resolved`,
    waiting: `${slot}:waiting`,
    touched: `${slot}:touched`,
    links: `${slot}:links`,
    unsettled: `${slot}:unsettled`,
    settled: `${slot}:settled`,
    ladder: `${slot}:ladder`,
    passed: `${slot}:ladder:passed`,
    watched: `${slot}:watched`,
    erased: (run) => `${slot}:erased:${run}`,
    state: (caseId) => `${slot}:case:${indexName(caseId)}`,
    events: (caseId) => `${slot}:events:${indexName(caseId)}`,
    leaving: (caseId) => ({ state: `${slot}:leaving:${caseId}`, events: `${slot}:leaving-events:${caseId}` }),
    op: (opId) => `${slot}:op:${shortHash(opId)}`,
    row: (rowId) => `${slot}:row:${shortHash(rowId)}`,
  };
}

const SEALED_SLOT = 'hy:{sealed}';

/** Keys of the sealed slot beyond those of a place. */
export const sealedKeys = {
  /** Ids of the keys that ever sealed something here. */
  keyIds: `${SEALED_SLOT}:key-ids`,
  /** Cases of one person, who is named by a keyed hash: Redis alone does not tell who accuses. */
  raised: (blind: string) => `${SEALED_SLOT}:raised:${blind}`,
  handles: (blind: string) => `${SEALED_SLOT}:handles:${blind}`,
  /** A short-lived note; of each key its own. */
  memo: (key: string, keyId: string) => `${SEALED_SLOT}:memo:${shortHash(`${keyId} ${key}`)}`,
  /** A case as versions before sealing wrote it, under its code. */
  plainState: (code: string) => `${SEALED_SLOT}:case:${code}`,
  plainEvents: (code: string) => `${SEALED_SLOT}:events:${code}`,
} as const;

/** The place whose slot holds a case: before the last `#`, or the sealed slot for a code. */
export function placeOfCase(caseId: string): string {
  const cut = caseId.lastIndexOf('#');
  return cut < 0 ? SEALED_PLACE : caseId.slice(0, cut);
}

/** How indexes, notes and jobs call a case, which anybody may read who reads Redis: a sealed one never by its code. */
export function indexName(caseId: string): string {
  return placeOfCase(caseId) === SEALED_PLACE ? sealedRef(caseId) : caseId;
}

/** Keys of one chat: its queue of messages to handle, and its last 24 hours. */
export function chatKeys(chatId: string) {
  const slot = `hy:{c:${heldHash(chatId)}}`;
  return {
    queue: `${slot}:queue`,
    items: `${slot}:items`,
    lease: `${slot}:lease`,
    aside: `${slot}:aside`,
    seen: (messageId: string) => `${slot}:seen:${shortHash(messageId)}`,
    recent: `${slot}:recent`,
    recentText: `${slot}:recent-text`,
  };
}

/** Keys of one account: message ids as they came from the gateway. */
export function accountKeys(account: string) {
  const slot = `hy:{a:${shortHash(account)}}`;
  return {
    order: `${slot}:order`,
    pending: `${slot}:pending`,
    lease: `${slot}:lease`,
    batch: (token: string) => `${slot}:batch:${token}`,
    /** With the number of a day appended. */
    seen: `${slot}:seen:`,
  };
}

/** Keys of one person over all places. */
export function personKeys(contactId: string) {
  const slot = `hy:{u:${shortHash(contactId)}}`;
  return { handles: `${slot}:handles`, raised: `${slot}:raised` };
}

/** Keys of whom the ladder speaks to: lines that wait, those in hand, what was told and when last. */
export function mailboxKeys(to: string) {
  const slot = `hy:{u:${shortHash(to)}}:mail`;
  return { lines: slot, batch: `${slot}:batch`, told: `${slot}:told`, last: `${slot}:last` };
}

/** Numbers of 督办 of one year, in one slot. */
export function orderKeys(year: number) {
  const slot = `hy:{orders:${year}}`;
  return { counter: `${slot}:counter`, given: `${slot}:given`, free: `${slot}:free` };
}

export function memoKey(key: string): string {
  return `hy:memo:${heldHash(key)}`;
}

/** The county's labelled data, in one slot. */
export const correctionKeys = {
  byTime: 'hy:{k}:corrections',
  byCase: 'hy:{k}:corrections:cases',
  texts: 'hy:{k}:corrections:texts',
} as const;

/** Cases of one township's villages that are handled as one. */
export function familyKeys(township: string) {
  const slot = `hy:{f:${shortHash(township)}}`;
  return { counter: `${slot}:counter`, records: `${slot}:records`, of: `${slot}:of` };
}

/** The record of what was done with the product, in one slot. */
export const recordKeys = {
  head: 'hy:{r}:record:head',
  months: 'hy:{r}:record:months',
  config: 'hy:{r}:record:config',
  lines: (month: string) => `hy:{r}:record:${month}`,
  ops: (month: string) => `hy:{r}:record:${month}:ops`,
} as const;

/** Files that wait to be sent, in one slot. */
export const fileKeys = {
  waiting: 'hy:{o}:files',
  bytes: (key: string) => `hy:{o}:file:${shortHash(key)}`,
} as const;

/** What the whole county shares, in one slot. */
export const globalKeys = {
  places: 'hy:{hy}:places',
  forgetRequests: 'hy:{hy}:forget',
  outboxes: 'hy:{hy}:outboxes',
  sequence: 'hy:{hy}:sequence',
  waitingChats: 'hy:{hy}:chats:waiting',
  recentChats: 'hy:{hy}:chats:recent',
  asideChats: 'hy:{hy}:chats:aside',
  mailboxes: 'hy:{hy}:mailboxes',
  health: 'hy:{hy}:health',
  directoryVersion: 'hy:{hy}:directory:version',
  bindings: 'hy:{hy}:directory:bindings',
  boundRooms: 'hy:{hy}:directory:rooms',
  enrolments: 'hy:{hy}:directory:enrolments',
  silenced: 'hy:{hy}:directory:silenced',
  told: 'hy:{hy}:directory:told',
  code: (hash: string) => `hy:{hy}:code:${hash}`,
  codeOf: 'hy:{hy}:codes',
  wrongCodes: (contactId: string) => `hy:{hy}:wrong:${shortHash(contactId)}`,
} as const;
