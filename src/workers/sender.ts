import type { Logger } from 'pino';
import type { Clock } from '../cases/clock.js';
import type { OutboxRow } from '../cases/outcome.js';
import type { Outbox, Say } from '../cases/ports.js';
import type { OutFile } from '../cases/out-file.js';
import type { Tally } from './desk.js';
import type { Echoes } from './echoes.js';
import type { RowRef } from './predecessors.js';
import { Arrivals } from './arrivals.js';
import { Lane, type MadeFile, type Waiting } from './lane.js';
import { mergeRows, type Render } from './merge-rows.js';
import type { Pacer } from './pacer.js';
import { isHeld, type QuietHours } from './quiet-hours.js';

export interface SenderOptions {
  outbox: Outbox;
  say: Say;
  clock: Clock;
  pacer: Pacer;
  echoes: Echoes;
  quiet: QuietHours | null;
  /** Receipts of one chat that come within this time are one message; 0 with pacing off. */
  mergeWindowMs: number;
  render: Render;
  /** Makes the bytes of a file; throws on what can never be made. */
  make: (file: OutFile) => Promise<{ name: string; bytes: Uint8Array }>;
  log: Logger;
  tally: Tally;
}

/** An earlier row whose job is lost does not keep its chat waiting for longer. */
const LATE_MS = 1_000;

/** The account's only mouth: rows of the outbox leave here, chat by chat in order, each at most once. */
export class Sender {
  private readonly lanes = new Map<string, Lane>();
  private readonly sending = new Set<Promise<void>>();
  private readonly arrivals = new Arrivals();
  /** Rows whose job ended without a word of theirs: the night, or the gateway was away. */
  private readonly left = new Map<string, OutboxRow>();
  private stopping = false;

  constructor(private readonly options: SenderOptions) {}

  /**
   * Handler of a send job: resolves when the row has been sent, held, or found done already.
   * @param after the row of the same chat that goes before it
   */
  async handle({ place, rowId }: RowRef, after: RowRef | null): Promise<void> {
    if (after) await this.letThrough(after);
    const found = await this.options.outbox.load(place, rowId);
    const over = !found || found.state !== 'pending' || this.stopping;
    const held = !over && this.held(found.row);
    if (held) this.left.set(rowId, found.row);
    const row = over || held ? null : await this.addressed(found.row);
    const sent = row && new Promise<void>((done, failed) => this.enqueue({ row, done, failed }));
    this.arrivals.note(rowId);
    await sent;
  }

  /**
   * Once a row's job has left the queue: the row to be woken again, when what kept it has ended meanwhile. The wake at
   * that end found the job still there, and was none.
   */
  freed(rowId: string): OutboxRow | null {
    const row = this.left.get(rowId);
    this.left.delete(rowId);
    return row && !this.stopping && !this.held(row) && this.options.say.connected() ? row : null;
  }

  /** Jobs are taken up side by side: an earlier row that is still on its way to its lane is waited for. */
  private async letThrough({ place, rowId }: RowRef): Promise<void> {
    if (this.arrivals.has(rowId)) return;
    const found = await this.options.outbox.load(place, rowId);
    if (found?.state === 'pending' && !this.held(found.row)) await this.arrivals.of(rowId, LATE_MS);
  }

  private held(row: OutboxRow): boolean {
    return isHeld(row, this.options.quiet, this.options.clock.now());
  }

  /** Nothing new is claimed from now on; what is being handed over ends first, within `ms`. */
  async stop(ms: number): Promise<void> {
    this.stopping = true;
    this.options.pacer.close();
    const over = sleep(ms).then(() => this.options.echoes.close());
    await Promise.race([Promise.allSettled(this.sending), over]);
    this.options.echoes.close();
  }

  /** A private message to somebody who is no friend goes to its other chat, where it has one. */
  private async addressed(row: OutboxRow): Promise<OutboxRow> {
    if (row.chat.room || !row.orElse || (await this.options.say.canWriteTo(row.chat.id))) return row;
    return { ...row, ...row.orElse, merge: null };
  }

  private enqueue(waiting: Waiting): void {
    const { chat, priority } = waiting.row;
    const lane = this.lanes.get(chat.id);
    if (lane) {
      lane.push(waiting);
      // Its chat may be waiting for the turn of something that can wait for an hour.
      this.options.pacer.hurry(chat.id, priority);
      return;
    }
    const fresh = new Lane();
    this.lanes.set(chat.id, fresh);
    fresh.push(waiting);
    void this.run(chat.id, fresh).catch((error: unknown) =>
      this.options.log.error({ err: String(error) }, 'sender lane'),
    );
  }

  private async run(id: string, lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) {
      const first = lane.waiting[0];
      if (first?.row.merge && this.options.mergeWindowMs > 0) await sleep(this.options.mergeWindowMs);
      const head = await lane.next((row) => this.fileOf(row));
      if (!head) break;
      await this.options.pacer.turn(id, head.row.priority);
      // A more urgent one may have come while waiting for the turn.
      lane.sort();
      const group = takeTogether(lane.waiting);
      const sending = this.sendTogether(group, lane);
      this.sending.add(sending);
      await sending;
      this.sending.delete(sending);
    }
    this.lanes.delete(id);
  }

  private async sendTogether(group: Waiting[], lane: Lane): Promise<void> {
    try {
      await this.sendRows(
        group.map((one) => one.row),
        lane,
      );
      for (const one of group) one.done();
    } catch (error) {
      for (const one of group) one.failed(error);
    }
  }

  /** The file of a row, made before the row is claimed: a crash while drawing loses nothing. */
  private async fileOf({ id, file }: OutboxRow): Promise<MadeFile> {
    if (!file) return 'none';
    try {
      return await this.options.make(file);
    } catch (error) {
      if (!this.stopping)
        this.options.log.error({ row: id, err: String(error) }, 'a file could not be made: it is left out');
      return 'cannot';
    }
  }

  private async handOver(first: OutboxRow, claimed: OutboxRow[], file: MadeFile): Promise<Handed> {
    const { say, echoes } = this.options;
    if (file === 'cannot') return 'dropped';
    // Nothing in its echo tells one picture from another: what is unknown stays so.
    if (file !== 'none') return (await say.file(first.chat, file)).result;
    const { text, mentions } = mergeRows(claimed, this.options.render);
    const echo = echoes.expect(first.chat.id, text);
    const { result } = await say.text(first.chat, text, mentions);
    const outcome = result === 'unknown' ? await echo.settled() : result;
    echo.forget();
    return outcome;
  }

  private async sendRows(rows: OutboxRow[], lane: Lane): Promise<void> {
    const { outbox, say, clock, tally } = this.options;
    const first = rows[0];
    if (!first || this.stopping) return; // stays pending, for the next start
    if (!say.connected()) {
      for (const row of rows) this.left.set(row.id, row);
      return;
    }
    const file = lane.take(first) ?? (await this.fileOf(first));
    const claimed: OutboxRow[] = [];
    for (const [place, ids] of byPlace(rows)) {
      const ours = new Set(await outbox.claim(place, ids, clock.now()));
      claimed.push(...rows.filter((row) => row.place === place && ours.has(row.id)));
    }
    if (claimed.length === 0) return;
    const outcome = await this.handOver(first, claimed, file);
    tally.sent(outcome);
    const state = outcome === 'refused' ? 'pending' : outcome;
    for (const [place, ids] of byPlace(claimed)) await outbox.settle(place, ids, state, clock.now());
    if (state === 'unknown') {
      this.options.log.warn({ rows: claimed.map((row) => row.id) }, 'send outcome unknown: not repeated');
    }
  }
}

/** What is known of a message once it was handed over; dropped: it could not be made. */
type Handed = 'sent' | 'refused' | 'unknown' | 'dropped';

/** The head, and with it every receipt that can share its message. */
function takeTogether(waiting: Waiting[]): Waiting[] {
  const head = waiting.shift();
  if (!head) return [];
  if (!head.row.merge) return [head];
  const others = waiting.filter((one) => one.row.merge !== null && one.row.priority === head.row.priority);
  for (const one of others) waiting.splice(waiting.indexOf(one), 1);
  return [head, ...others];
}

function byPlace(rows: OutboxRow[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const row of rows) places.set(row.place, [...(places.get(row.place) ?? []), row.id]);
  return places;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
