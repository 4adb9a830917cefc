import type { OpenMatter, Recogniser, RoomMessage, RoomReader } from './api.js';
import type { Decision } from '../cases/message.js';
import { choicesOf, type Choices } from './choose/options.js';
import { readCommand } from './decide/command.js';
import { tellsOfAnotherService } from './decide/another-service.js';
import { ignored } from './decide/decisions.js';
import { readOfficial } from './decide/official.js';
import { readVillager } from './decide/villager.js';
import { weigh, type Weighed } from './decide/weigh.js';
import type { VillageModel } from './model/village-model.js';
import { readLine, type Line } from './room/line.js';
import { continueMatter } from './room/matter.js';
import { rememberMatter } from './room/remembered.js';
import { RoomState } from './room/room-state.js';
import { commandLook } from './text/commands.js';

/** Kinds of message that may belong to a matter without a word. */
const SHOWN = new Set(['image', 'audio', 'video', 'location']);

/** Sees what each line could be, before the decision: how training watches. */
export type Observer = (line: Line, choices: Choices) => void;

/** Reads one room in order. Pure and synchronous; memory is bounded whatever the room's length. */
class Reader implements RoomReader {
  private readonly room = new RoomState();

  constructor(
    private readonly model: VillageModel,
    open: OpenMatter[],
    private readonly observe?: Observer,
  ) {
    for (const matter of open) this.open(matter);
  }

  read(message: RoomMessage): Decision {
    const { room, model } = this;
    room.index++;
    const worded = message.type === 'text' && /\S/.test(message.text);
    const before =
      worded && message.speaker !== 'official' ? room.speakers.before(message.who, message.at) : [];
    const line = readLine(
      worded || message.type !== 'text' ? message : { ...message, type: 'sticker' },
      room.index,
      model,
      before,
    );
    if (!worded) return this.readShown(line);
    const look = commandLook(line.clean.text);
    if (look !== null) return readCommand(room, line, look, model);
    const weighed = this.weigh(line);
    return message.speaker === 'official'
      ? readOfficial(room, line, weighed, model)
      : readVillager(room, line, weighed, model, this.alone(line, weighed));
  }

  /** What the line is without this room, where the matter that it seems to belong to cannot be its own; null elsewhere. */
  private alone(line: Line, { link }: Weighed): Weighed | null {
    if (!link || !tellsOfAnotherService(line, link.matter)) return null;
    return weigh(line, choicesOf(line, new RoomState()), this.model);
  }

  /** Pictures, voice, videos and places next to a matter belong to it; everything else without words is talk. */
  private readShown(line: Line): Decision {
    const { room } = this;
    const { nothing, link } = SHOWN.has(line.message.type) ? this.weigh(line) : { nothing: 1, link: null };
    const matter = link && link.chance >= nothing ? link.matter : null;
    if (matter) continueMatter(matter, line);
    room.settle(line, matter);
    if (!matter) return ignored('chatter', null);
    return ignored(line.message.speaker === 'official' ? 'answer' : 'followup', matter);
  }

  private weigh(line: Line): Weighed {
    const choices = choicesOf(line, this.room);
    this.observe?.(line, choices);
    return weigh(line, choices, this.model);
  }

  open(matter: OpenMatter): void {
    rememberMatter(this.room, matter, this.model);
  }

  resolve(id: string): void {
    const matter = this.room.matters.get(id);
    if (matter) matter.answered = matter.resolved = true;
  }

  close(id: string): void {
    const matter = this.room.matters.get(id);
    if (matter) matter.closed = true;
  }
}

/** The product's recogniser, reading with a trained model. */
export function createRecogniser(model: VillageModel): Recogniser {
  return { version: model.version, room: (open) => new Reader(model, open) };
}

/** A reader that shows each line's choices to an observer. */
export function watchedReader(model: VillageModel, observe: Observer): RoomReader {
  return new Reader(model, [], observe);
}
