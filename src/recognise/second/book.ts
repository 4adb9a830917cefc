import type { Decision } from '../../cases/message.js';
import type { Category, Urgency } from '../../cases/words.js';
import type { OpenMatter, RoomMessage } from '../api.js';

/** A matter of the room, as a second reader may be told of it. Sealed ones never stand here. */
export interface Entry {
  id: string;
  who: string;
  /** When it was last spoken of. */
  at: number;
  text: string;
  category: Category;
  urgency: Urgency;
  state: 'open' | 'resolved' | 'suggested';
}

const MOST = 40;
const TEXT = 300;

/** The room's unsealed matters, the longest silent first; bounded. */
export class Book {
  private readonly entries = new Map<string, Entry>();

  get(id: string | null): Entry | undefined {
    return id === null ? undefined : this.entries.get(id);
  }

  put(entry: Entry): void {
    this.entries.delete(entry.id);
    this.entries.set(entry.id, { ...entry, text: entry.text.slice(0, TEXT) });
    const [oldest] = this.entries.keys();
    if (this.entries.size > MOST && oldest !== undefined) this.entries.delete(oldest);
  }

  remove(id: string): void {
    this.entries.delete(id);
  }

  /** Somebody spoke of it. */
  touch(id: string, at: number): void {
    const entry = this.entries.get(id);
    if (entry) this.put({ ...entry, at });
  }

  /** The case store's word: opened, by hand or before a restart. */
  open({ id, who, at, text, category, sealed, resolved }: OpenMatter): void {
    if (sealed) return this.remove(id);
    const urgency = this.entries.get(id)?.urgency ?? 'normal';
    this.put({ id, who, at, text, category, urgency, state: resolved ? 'resolved' : 'open' });
  }

  resolve(id: string): void {
    const entry = this.entries.get(id);
    if (entry) entry.state = 'resolved';
  }

  /** What a decision means for the matters; `first` is the line that the matter began with, where it is known. */
  note(decision: Decision, message: RoomMessage, first: RoomMessage | null): void {
    const { action, matter, category, urgency } = decision;
    if (matter === null || decision.sealed) return;
    if (action === 'ignore') return this.touch(matter, message.at);
    const known = this.entries.get(matter);
    const line = matter === message.id ? message : first;
    if (!known && !line) return;
    this.put({
      id: matter,
      who: known?.who ?? line?.who ?? '',
      at: message.at,
      text: known?.text ?? line?.text ?? '',
      category: category || known?.category || 'other',
      urgency: urgency || known?.urgency || 'normal',
      state: action === 'open' ? 'open' : (known?.state ?? 'suggested'),
    });
  }

  /** Those spoken of last, the latest first, without one. */
  latest(n: number, without: string): Entry[] {
    return [...this.entries.values()]
      .filter(({ id }) => id !== without)
      .slice(-n)
      .reverse();
  }
}
