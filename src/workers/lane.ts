import type { OutboxRow } from '../cases/outcome.js';
import { PRIORITIES } from '../cases/words.js';

/** A file that is ready; none: the row has none; cannot: it can never be made. */
export type MadeFile = { name: string; bytes: Uint8Array } | 'none' | 'cannot';

/** A row in hand, until it is out. */
export interface Waiting {
  row: OutboxRow;
  done: () => void;
  failed: (error: unknown) => void;
}

/** What waits to be said in one chat. */
export class Lane {
  readonly waiting: Waiting[] = [];
  private readonly files = new Map<string, MadeFile | null>();
  private changed: () => void = () => undefined;

  push(one: Waiting): void {
    this.waiting.push(one);
    this.changed();
  }

  /** The rows in the order in which they are to be said: by rank, among equals in that of their writing. */
  sort(): Waiting | undefined {
    this.waiting.sort(byTurn); // stable
    return this.waiting[0];
  }

  /** Who is next. A file is made before its turn comes; what is more urgent than it does not wait for that. */
  async next(make: (row: OutboxRow) => Promise<MadeFile>): Promise<Waiting | undefined> {
    for (;;) {
      const head = this.sort();
      const made = head && this.files.get(head.row.id);
      if (!head?.row.file || made) return head;
      const change = new Promise<void>((resolve) => (this.changed = resolve));
      if (made === undefined) void this.begin(head.row, make);
      await change;
    }
  }

  /** What was made for a row, taken out of the lane; null: nothing was. */
  take({ id }: OutboxRow): MadeFile | null {
    const made = this.files.get(id) ?? null;
    if (made) this.files.delete(id);
    return made;
  }

  private async begin(row: OutboxRow, make: (row: OutboxRow) => Promise<MadeFile>): Promise<void> {
    this.files.set(row.id, null);
    this.files.set(row.id, await make(row));
    this.changed();
  }
}

function byTurn(a: Waiting, b: Waiting): number {
  const rank = (one: Waiting): number => PRIORITIES.indexOf(one.row.priority);
  return rank(a) - rank(b);
}
