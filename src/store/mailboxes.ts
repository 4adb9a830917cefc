import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Millis } from '../cases/case.js';
import { mailLineSchema, type MailLine } from '../cases/mail-line.js';
import type { Batch, Mailboxes } from '../cases/ports.js';
import type { Db } from './db.js';
import { readJson, type Damage } from './json.js';
import { globalKeys, mailboxKeys } from './keys.js';
import { Register } from './register.js';

/** Longer than the longest deadline stands. */
const TOLD_KEPT_MS = 100 * 24 * 3_600_000;

const batchSchema = z.object({ id: z.string(), lines: z.array(z.string()) });
const takeReply = z.string();

/** Lines that wait for somebody, in that person's slot. */
export class RedisMailboxes implements Mailboxes {
  private readonly register: Register;

  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
  ) {
    this.register = new Register(db, globalKeys.mailboxes);
  }

  async put(to: string, line: MailLine): Promise<void> {
    const { lines, told } = mailboxKeys(to);
    await this.db.run('mail-put', [lines, told], [line.id, JSON.stringify(line), line.at]);
    // Noted also when it was known: the first run may have ended between the two.
    await this.register.note(to);
  }

  async waiting(): Promise<string[]> {
    return (await this.register.list()).map((one) => one.member);
  }

  async take(to: string, now: Millis, gapMs: number): Promise<Batch | null> {
    const score = await this.register.scoreOf(to);
    const { lines, batch, told, last } = mailboxKeys(to);
    const args = [now, gapMs, randomUUID(), TOLD_KEPT_MS];
    const reply = takeReply.parse(await this.db.run('mail-take', [lines, batch, told, last], args));
    if (reply === 'empty' && score !== null) await this.register.clear({ member: to, score });
    if (reply === 'empty' || reply === 'later') return null;
    const taken = readJson(batchSchema, batch, reply);
    const read = taken.lines.map((text) => this.damage.read(mailLineSchema, batch, text));
    const sorted = read.filter((one) => one !== null).sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
    return { id: taken.id, lines: sorted };
  }

  async done(to: string, batchId: string, kept: MailLine[] = [], nothingTold = false): Promise<void> {
    const { batch, lines, told, last } = mailboxKeys(to);
    const back = kept.flatMap((line) => [line.id, JSON.stringify(line)]);
    await this.db.run('mail-done', [batch, lines, told, last], [batchId, nothingTold ? 1 : 0, ...back]);
  }
}
