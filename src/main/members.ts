import { z } from 'zod';
import type { Directory } from '../cases/directory.js';
import type { Memos } from '../cases/ports.js';

const KEEP_MS = 30 * 24 * 3600 * 1000;
const idsSchema = z.array(z.string());

/** Who sits in which served room, as the account last saw it; workers in other processes read it from the store. */
export class MembersView {
  private readonly rooms = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly memos: Memos,
    private readonly directory: () => Directory,
  ) {}

  /** The account's process saw these people in a room. */
  async note(roomId: string, ids: string[]): Promise<void> {
    this.rooms.set(roomId, new Set(ids));
    await this.memos.set(key(roomId), JSON.stringify(ids), KEEP_MS);
  }

  /** A process without an account takes up what the account's process noted. */
  async refresh(): Promise<void> {
    for (const { kind, roomId } of this.directory().groups) {
      if (kind !== 'village' || roomId === null) continue;
      const kept = await this.memos.get(key(roomId));
      const ids = idsSchema.safeParse(kept === null ? null : JSON.parse(kept));
      if (ids.success) this.rooms.set(roomId, new Set(ids.data));
    }
  }

  /** Places of the village groups that this contact is in. */
  villagesOf(contactId: string): string[] {
    const inside = this.directory().groups.filter(
      ({ kind, roomId }) =>
        kind === 'village' && roomId !== null && this.rooms.get(roomId)?.has(contactId) === true,
    );
    return [...new Set(inside.map((group) => group.place))];
  }
}

function key(roomId: string): string {
  return `members:${roomId}`;
}
