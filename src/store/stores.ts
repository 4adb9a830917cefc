import type { Logger } from 'pino';
import type { Millis } from '../cases/case.js';
import type {
  CaseStore,
  Corrections,
  DirectoryStore,
  Families,
  Inbox,
  Ladders,
  Mailboxes,
  Memos,
  Orders,
  Outbox,
  Recents,
} from '../cases/ports.js';
import { CasePages } from './case-pages.js';
import { RedisCaseStore } from './case-store.js';
import { AccountLease } from './account-lease.js';
import type { CaseHistories } from '../cases/export/snapshot.js';
import type { Privacy } from '../cases/privacy.js';
import type { RecordBook } from '../cases/record.js';
import type { StoredFiles } from '../cases/stored-file.js';
import type { RedisClient } from './connect.js';
import { RedisCorrections } from './corrections.js';
import { Db } from './db.js';
import { RedisDirectoryStore } from './directory-store.js';
import { RedisFamilies } from './families.js';
import { storeHealth, type StoreHealth } from './health.js';
import { RedisInbox } from './inbox.js';
import { RedisIntakeQueue } from './intake-queue.js';
import { Damage } from './json.js';
import { RedisLadders } from './ladders.js';
import { RedisMailboxes } from './mailboxes.js';
import { RedisMemos } from './memos.js';
import { RedisOrders } from './orders.js';
import { RedisOutbox } from './outbox.js';
import { RedisPrivacy } from './privacy.js';
import { RedisRecord } from './record.js';
import { RedisRecents } from './recents.js';
import { Replicas } from './replicas.js';
import { RedisStoredFiles } from './stored-files.js';
import { SealKeys } from './seal-keys.js';
import { SealOld } from './seal-old.js';
import { SealedText } from './sealed-text.js';
import { Vault } from './vault.js';

export interface StoresOptions {
  /** The account whose inbox `stores.inbox` is. */
  account: string;
  /** Replicas that must have a write before anything is said of it; default 0, for a Redis without replicas. */
  replicas?: number;
  /** Told of damaged content, by key only. */
  log?: Pick<Logger, 'error'>;
  /** What seals and opens sealed cases; default: no key, then none can be kept or read. */
  vault?: Vault;
}

export interface Stores {
  cases: CaseStore;
  intake: RedisIntakeQueue;
  outbox: Outbox;
  inbox: Inbox;
  inboxOf(account: string): Inbox;
  lease: AccountLease;
  recents: Recents;
  directory: DirectoryStore;
  memos: Memos;
  corrections: Corrections;
  families: Families;
  ladders: Ladders;
  mailboxes: Mailboxes;
  orders: Orders;
  /** Takes people out of what is kept. */
  privacy: Privacy;
  /** Histories page by page, for exports. */
  histories: CaseHistories;
  /** What was done, by whom. */
  record: RecordBook;
  /** Files that wait to be sent. */
  files: StoredFiles;
  /** Which keys have sealed something here; and the sealing of what an older version kept in the clear. */
  sealKeys: SealKeys;
  sealOld(): Promise<number>;
  /** Drops what has been kept long enough by `now`: chats after 24 hours, words of settled rows after 7 days. */
  trim(now: Millis): Promise<{ recents: number; rows: number }>;
  /** Answers within 3 s. Never rejects. */
  health(): Promise<StoreHealth>;
}

/** All stores over one connection. Every method fails with a StoreError only (or an Error for a contradictory change). */
export function createStores(redis: RedisClient, options: StoresOptions): Stores {
  const db = new Db(redis);
  const damage = new Damage(options.log ?? null);
  const sealed = new SealedText(options.vault ?? new Vault([]), options.log ?? null);
  const replicas = new Replicas(db, options.replicas ?? 0);
  const inboxOf = (account: string): Inbox => new RedisInbox(db, account, replicas);
  const outbox = new RedisOutbox(db, damage, replicas, sealed);
  const recents = new RedisRecents(db, damage, sealed);
  return {
    cases: new RedisCaseStore(db, outbox, damage, sealed),
    intake: new RedisIntakeQueue(db, damage, inboxOf, replicas, sealed),
    outbox,
    inbox: inboxOf(options.account),
    inboxOf,
    lease: new AccountLease(db, options.account),
    recents,
    directory: new RedisDirectoryStore(db),
    memos: new RedisMemos(db, sealed),
    corrections: new RedisCorrections(db, damage),
    sealKeys: new SealKeys(db, sealed.vault),
    sealOld: () => new SealOld(db, sealed, damage).run(),
    families: new RedisFamilies(db, damage),
    ladders: new RedisLadders(db, damage),
    mailboxes: new RedisMailboxes(db, damage),
    orders: new RedisOrders(db),
    privacy: new RedisPrivacy(db, damage, sealed),
    histories: new CasePages(db, damage),
    record: new RedisRecord(db),
    files: new RedisStoredFiles(db),
    trim: async (now) => ({ recents: await recents.sweep(now), rows: await outbox.trim(now) }),
    health: () => storeHealth(db, damage.list()),
  };
}
