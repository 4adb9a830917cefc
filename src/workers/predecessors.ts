import type { OutboxRow } from '../cases/outcome.js';
import { PRIORITIES } from '../cases/words.js';

/** A row as jobs name it. */
export interface RowRef {
  place: string;
  rowId: string;
}

/** Chats remembered; one forgotten only loses the order of two messages that were written hours apart. */
const MOST = 10_000;

/**
 * Which row of the same chat was written just before another and does not rank below it: jobs are taken up side by
 * side, so that the later one can be first at the sender, and must know whom to let through.
 */
export class Predecessors {
  private readonly chats = new Map<string, (RowRef | undefined)[]>();

  /** Notes the row as the chat's latest and returns the one before it. */
  before(row: OutboxRow): RowRef | null {
    const rank = PRIORITIES.indexOf(row.priority);
    const latest = this.chats.get(row.chat.id) ?? [];
    const found = latest[rank];
    const own = { place: row.place, rowId: row.id };
    // For everything that ranks below, this row is now the one to wait for.
    for (let below = rank; below < PRIORITIES.length; below += 1) latest[below] = own;
    this.chats.delete(row.chat.id);
    this.chats.set(row.chat.id, latest);
    const [oldest] = this.chats.size > MOST ? this.chats.keys() : [];
    if (oldest !== undefined) this.chats.delete(oldest);
    return found && found.rowId !== row.id ? found : null;
  }
}
