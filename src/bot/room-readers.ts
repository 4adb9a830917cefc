import type { Case, Millis } from '../cases/case.js';
import type { Directory } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Decision, Incoming } from '../cases/message.js';
import type { CaseStore, Memos, Recents } from '../cases/ports.js';
import type { OpenMatter, Recogniser, RoomMessage, RoomReader } from '../recognise/api.js';
import { roomLine } from './room-line.js';
import type { SecondReading } from './second-reading.js';

export interface ReadersOptions {
  recogniser: Recogniser;
  /** Null: no second reader. */
  second: SecondReading | null;
  recents: Recents;
  cases: Pick<CaseStore, 'open'>;
  memos: Memos;
  directory: () => Directory;
  now: () => Millis;
}

interface Known {
  reader: RoomReader;
  /** Version of the room's matters that this reader knows. */
  seen: string | null;
  known: Map<string, Case>;
  usedAt: number;
}

/** Context to rebuild after a restart; older lines hardly ever matter. */
const REPLAY = 200;
/** Readers kept in memory; the least used goes (its context comes back from the recents). */
const MOST = 3_000;

/** One recogniser context per chat, made from the last day's messages and the open cases when first needed. */
export class RoomReaders {
  private readonly rooms = new Map<string, Known>();
  private readonly decisions = new WeakMap<Incoming, Decision>();
  private turn = 0;

  constructor(private readonly options: ReadersOptions) {}

  /**
   * The reader of a chat, up to date with what the case store knows.
   * @param place of the chat; null for a private one @param next ids of the messages about to be read
   */
  async of(chatId: string, place: string | null, next: ReadonlySet<string>): Promise<RoomReader> {
    const seen = await this.options.memos.get(memoKey.roomVersion(chatId));
    const room = this.rooms.get(chatId) ?? (await this.rebuild(chatId, place, next, seen));
    if (room.seen !== seen) await this.refresh(room, chatId, place, seen);
    room.usedAt = this.turn += 1;
    return room.reader;
  }

  /** Reads a message once, however often it is handled again. @param heard as it arrived: who it is */
  read(reader: RoomReader, heard: Incoming, line: RoomMessage): Decision {
    const known = this.decisions.get(heard);
    if (known) return known;
    const decision = reader.read(line);
    this.decisions.set(heard, decision);
    return decision;
  }

  private async rebuild(
    chatId: string,
    place: string | null,
    next: ReadonlySet<string>,
    seen: string | null,
  ): Promise<Known> {
    const open = await this.openCases(chatId, place);
    const reader = this.options.recogniser.room(open.map(toMatter));
    for (const one of await this.options.recents.recall(chatId, REPLAY, this.options.now())) {
      if (next.has(one.id)) continue;
      const line = roomLine(one, this.options.directory());
      const decision = reader.read(line);
      await this.options.second?.remember(chatId, reader, line, decision);
    }
    const room = { reader, seen, known: new Map(open.map((c) => [c.id, c])), usedAt: 0 };
    this.rooms.set(chatId, room);
    this.makeRoom();
    return room;
  }

  /** Cases opened by hand, resolved or closed since: the reader is told. */
  private async refresh(
    room: Known,
    chatId: string,
    place: string | null,
    seen: string | null,
  ): Promise<void> {
    const open = await this.openCases(chatId, place);
    const now = new Map(open.map((c) => [c.id, c]));
    for (const [id, c] of room.known) if (!now.has(id)) room.reader.close(c.messageId);
    for (const c of open) {
      if (!room.known.has(c.id)) room.reader.open(toMatter(c));
      else if (c.state === 'resolved') room.reader.resolve(c.messageId);
    }
    room.known = now;
    room.seen = seen;
  }

  private async openCases(chatId: string, place: string | null): Promise<Case[]> {
    if (place === null) return [];
    return (await this.options.cases.open(place)).filter((c) => c.chat.id === chatId);
  }

  private makeRoom(): void {
    if (this.rooms.size <= MOST) return;
    const [oldest] = [...this.rooms].reduce((a, b) => (a[1].usedAt <= b[1].usedAt ? a : b));
    this.rooms.delete(oldest);
  }
}

function toMatter(c: Case): OpenMatter {
  return {
    id: c.messageId,
    who: c.petitioner.id,
    at: c.openedAt,
    text: c.text,
    category: c.category,
    sealed: c.sealed,
    resolved: c.state === 'resolved',
  };
}
