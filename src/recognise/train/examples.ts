import type { Random } from '../learn/random.js';
import { HEADS, LINE_TYPES, OPENING_KINDS, type LineType } from '../learn/heads.js';
import { choicesOf, kept, type Choices } from '../choose/options.js';
import type { ChoiceExample } from '../choose/train-net.js';
import { readLine, type Line, type LineModel } from '../room/line.js';
import { answerMatter, continueMatter, startMatter, type Matter } from '../room/matter.js';
import { RoomState } from '../room/room-state.js';
import { roomMessage, type LabelledLine } from '../transcript.js';

/** What a labelled line is to the text model. */
export function lineType(line: LabelledLine): LineType {
  if (line.case) return line.sealed ? 'accusation' : 'opening';
  const { intent } = line;
  if (intent === 'answer' || intent === 'notice' || intent === 'feedback' || intent === 'followup')
    return intent;
  return intent === 'chatter' ? 'chatter' : 'fragment';
}

/** Class of each head for a labelled line; -1 where it has none. */
export function headClasses(line: LabelledLine): number[] {
  const opening = line.case;
  return [
    LINE_TYPES.indexOf(lineType(line)),
    opening ? (HEADS.category as readonly string[]).indexOf(line.category) : -1,
    opening ? (HEADS.urgency as readonly string[]).indexOf(line.urgency) : -1,
    opening && !line.sealed ? (OPENING_KINDS as readonly string[]).indexOf(line.intent) : -1,
  ];
}

/** Chatter about a matter (a joke, a 好的) may or may not be linked: it counts less. */
const TALK_WEIGHT = 0.4;
/** A follow-up of a matter that was let pass has nothing to belong to. */
const ORPHAN_WEIGHT = 0.3;
/** An answer that reveals a matter is rare and precious. */
const REVEALING_WEIGHT = 2;

/**
 * One group as the network learns it: the room's memory holds the truth up to each line, but for a share of matters
 * (`missRate`) that are taken for missed, so that an official's answer may reveal them.
 */
export class GroupTeacher {
  private readonly room = new RoomState();
  private readonly begun = new Set<string>();
  private readonly missed = new Map<string, string>();

  constructor(
    private readonly model: LineModel,
    private readonly missRate: number,
    private readonly random: Random,
  ) {}

  teach(labelled: LabelledLine): ChoiceExample {
    const message = roomMessage(labelled);
    this.room.index++;
    const before = message.speaker === 'official' ? [] : this.room.speakers.before(message.who, message.at);
    const read = readLine(message, this.room.index, this.model, before);
    const choices = choicesOf(read, this.room);
    const { truth, weight } = this.truthOf(labelled, choices);
    this.settle(labelled, read, choices, truth);
    return { ...kept(choices), truth, weight };
  }

  private truthOf(labelled: LabelledLine, choices: Choices): { truth: number; weight: number } {
    const { matter, intent, role } = labelled;
    if (labelled.case) return { truth: choices.begins ? 1 : 0, weight: 1 };
    if (matter === '' || !this.begun.has(matter)) return { truth: 0, weight: 1 };
    const revealed = role === 'official' && intent === 'answer' ? this.revealedBy(matter, choices) : -1;
    if (revealed >= 0) return { truth: 2 + choices.links.length + revealed, weight: REVEALING_WEIGHT };
    const link = choices.matters.findIndex((one) => one.id === matter);
    if (link < 0) return { truth: 0, weight: this.missed.has(matter) ? ORPHAN_WEIGHT : 0 };
    return { truth: 2 + link, weight: intent === 'chatter' ? TALK_WEIGHT : 1 };
  }

  private revealedBy(matter: string, choices: Choices): number {
    const id = this.missed.get(matter);
    return id === undefined ? -1 : choices.missedLines.findIndex((line) => line.message.id === id);
  }

  private settle(labelled: LabelledLine, read: Line, choices: Choices, truth: number): void {
    const { room } = this;
    const matter = labelled.case ? this.begin(labelled, read) : this.goOn(labelled, read, choices, truth);
    room.settle(read, matter, labelled.intent === 'notice');
  }

  private begin(labelled: LabelledLine, read: Line): Matter | null {
    this.begun.add(labelled.matter);
    if (this.random.next() < this.missRate) {
      this.missed.set(labelled.matter, read.message.id);
      return null;
    }
    return this.add(labelled.matter, read, labelled);
  }

  private add(id: string, read: Line, labelled: LabelledLine): Matter {
    const matter = startMatter(read, {
      open: true,
      sealed: labelled.sealed,
      category: labelled.category || 'other',
      urgency: labelled.urgency || 'normal',
    });
    matter.id = id;
    this.room.matters.add(matter);
    return matter;
  }

  private goOn(labelled: LabelledLine, read: Line, choices: Choices, truth: number): Matter | null {
    if (labelled.matter === '') return null;
    const known = this.room.matters.get(labelled.matter) ?? this.reveal(labelled, choices, truth);
    if (!known) return null;
    continueMatter(known, read);
    if (labelled.intent === 'answer') answerMatter(known, read);
    return known;
  }

  private reveal(labelled: LabelledLine, choices: Choices, truth: number): Matter | null {
    const line = choices.missedLines[truth - 2 - choices.links.length];
    if (!line) return null;
    this.missed.delete(labelled.matter);
    this.room.found(line.message.id);
    return this.add(labelled.matter, line, { ...labelled, sealed: false });
  }
}
