import type { Decision } from '../../cases/message.js';
import type { OpenMatter, RoomMessage, RoomReader } from '../api.js';
import { Book, type Entry } from './book.js';
import { Bounded } from './bounded.js';
import { composed, CONTEXT_LINES, type KeptLine } from './compose.js';
import type { Asked, Verdict } from './question.js';
import { settled } from './settle.js';
import type { Person } from './stand-ins.js';

export interface SecondOptions {
  /** Names that stand for an official wherever they are said. */
  officials: () => readonly string[];
  /** Texts that go to nobody, whatever the recogniser made of them: an official named beside money. */
  hidden: (text: string) => boolean;
}

/** Pictures and voice so soon after a line belong to what a second reader found it to be about. */
const SHOWN_MS = 3 * 60_000;
/** What somebody says so soon after an accusation may go on with it. */
const HUSHED_MS = 10 * 60_000;
const PEOPLE = 80;
const SETTLED = 200;

/**
 * One room read by the recogniser, where a second reader settles some of the decisions. Keeps what a question needs
 * (the last lines, who is who, the open matters) and sees to it that what was settled holds for the lines after it,
 * whatever the recogniser inside remembers. Pure; bounded memory.
 */
export class SecondRoom implements RoomReader {
  private readonly book = new Book();
  private readonly lines: KeptLine[] = [];
  private readonly people = new Bounded<Person>(PEOPLE);
  /** Matters of the recogniser that are none (null) or are another one. */
  private readonly instead = new Bounded<string | null>(SETTLED);
  private readonly joined = new Bounded<{ matter: string; at: number }>(PEOPLE);
  private readonly hushed = new Bounded<number>(PEOPLE);
  /** What the local decision on the latest line means for the matters: it counts once nobody has settled it otherwise. */
  private unsettled: (() => void) | null = null;

  constructor(
    private readonly inner: RoomReader,
    open: OpenMatter[],
    private readonly options: SecondOptions,
  ) {
    for (const matter of open) this.book.open(matter);
  }

  read(message: RoomMessage): Decision {
    this.standing();
    const decision = this.corrected(message, this.inner.read(message));
    this.people.set(message.who, { id: message.who, name: message.name, speaker: message.speaker });
    if (decision.sealed) this.hushed.set(message.who, message.at);
    const first = this.lines.find(({ message: { id } }) => id === decision.matter)?.message ?? null;
    this.unsettled = (): void => this.book.note(decision, message, first);
    this.keep(message, decision);
    return decision;
  }

  open(matter: OpenMatter): void {
    this.standing();
    this.instead.delete(matter.id);
    this.book.open(matter);
    this.inner.open(matter);
  }

  resolve(matter: string): void {
    this.standing();
    this.book.resolve(matter);
    this.inner.resolve(matter);
  }

  close(matter: string): void {
    this.standing();
    this.book.remove(matter);
    this.inner.close(matter);
  }

  /** What to ask about a line just read; null: nobody is asked about it. */
  ask(message: RoomMessage, decision: Decision): Asked | null {
    if (!decision.ask || decision.sealed || decision.intent === 'discipline' || message.type !== 'text')
      return null;
    if (this.isHushed(message) || this.options.hidden(message.text)) return null;
    const line = this.lines.find((one) => one.message.id === message.id);
    if (!line) return null;
    const { officials, hidden } = this.options;
    const people = this.people.values();
    return composed(line, { lines: this.lines, book: this.book, people, officials: officials(), hidden });
  }

  /** The second reader's word on a line; the local decision where the word fits nothing. */
  settle(message: RoomMessage, local: Decision, verdict: Verdict, matters: readonly string[]): Decision {
    const matter = this.book.get(matters[verdict.matter - 1] ?? null) ?? null;
    const decision = settled(local, verdict, message, matter);
    if (decision === null) return local;
    this.unsettled = null;
    this.learn(message, local, decision, matter);
    return decision;
  }

  /** The local decision on the latest line stands. */
  private standing(): void {
    this.unsettled?.();
    this.unsettled = null;
  }

  /** From now on the room goes by what was settled. */
  private learn(message: RoomMessage, local: Decision, decision: Decision, matter: Entry | null): void {
    const { id, who, at } = message;
    const begunHere = local.action !== 'ignore' && local.matter === id;
    if (begunHere && decision.matter !== id) {
      this.inner.close(id);
      this.instead.set(id, decision.matter);
    }
    if (decision.sealed) {
      this.hushed.set(who, at);
      this.inner.close(id);
    } else if (decision.action !== 'ignore') {
      this.begin(message, decision, matter);
    } else if (decision.matter !== null) {
      this.joined.set(who, { matter: decision.matter, at });
      this.book.touch(decision.matter, at);
    }
    this.keep(message, decision);
  }

  /** The recogniser inside takes a suggested matter for an open one; `corrected` sees to the difference. */
  private begin(message: RoomMessage, decision: Decision, matter: Entry | null): void {
    const { id, who, at, text } = matter ?? message;
    const category = decision.category || 'other';
    this.instead.delete(id);
    this.inner.open({ id, who, at, text, category, sealed: false, resolved: false });
    this.book.note(decision, message, null);
    const entry = this.book.get(id);
    if (entry && decision.action === 'suggest') this.book.put({ ...entry, state: 'suggested' });
  }

  private corrected(message: RoomMessage, decision: Decision): Decision {
    const there = decision.matter === null ? undefined : this.instead.get(decision.matter);
    const known = there === undefined || decision.action !== 'ignore' ? decision : moved(decision, there);
    const entry = this.book.get(known.matter);
    // An official who answers what was only suggested has decided that it is a matter.
    if (known.action === 'ignore' && known.intent === 'answer' && entry?.state === 'suggested') {
      const { category, urgency } = entry;
      return { ...known, action: 'open', category, urgency, confidence: 0.9, ask: false };
    }
    return known.matter === null && message.type !== 'text' ? this.shown(message, known) : known;
  }

  /** Without words, right behind a line that the second reader found to belong to a matter. */
  private shown(message: RoomMessage, decision: Decision): Decision {
    const last = this.joined.get(message.who);
    const shows = ['image', 'audio', 'video', 'location'].includes(message.type);
    if (!last || !shows || Math.abs(message.at - last.at) > SHOWN_MS) return decision;
    const intent = message.speaker === 'official' ? 'answer' : 'followup';
    return { ...decision, intent, matter: last.matter };
  }

  private isHushed({ who, at }: RoomMessage): boolean {
    const since = this.hushed.get(who);
    return since !== undefined && Math.abs(at - since) <= HUSHED_MS;
  }

  private keep(message: RoomMessage, decision: Decision): void {
    const hushed = this.isHushed(message);
    const at = this.lines.findIndex((one) => one.message.id === message.id);
    if (at >= 0) this.lines[at] = { message, decision, hushed };
    else this.lines.push({ message: { ...message, text: message.text.slice(0, 2_000) }, decision, hushed });
    if (this.lines.length > CONTEXT_LINES) this.lines.shift();
  }
}

function moved(decision: Decision, to: string | null): Decision {
  if (to !== null) return { ...decision, matter: to };
  const linked = ['followup', 'answer', 'feedback'].includes(decision.intent);
  return { ...decision, matter: null, intent: linked ? 'chatter' : decision.intent, sealed: false };
}
