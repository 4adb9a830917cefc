import type { OpenMatter, Recogniser, RoomMessage, RoomReader } from './api.js';
import type { Decision } from '../cases/message.js';
import { ignored } from './context/decisions.js';
import { RoomState } from './context/room-state.js';
import { utter } from './context/utterance.js';
import { readHelper } from './helper.js';
import { readMedia } from './media.js';
import { readOfficial } from './official.js';
import { rememberMatter } from './remembered.js';
import { RULES } from './rules/rule-scorer.js';
import type { Scorer } from './scorer.js';
import { readVillager } from './villager.js';

/** Reads one room in order. Pure and synchronous; memory is bounded whatever the room's length. */
class Reader implements RoomReader {
  private readonly room = new RoomState();

  constructor(
    private readonly scorer: Scorer,
    open: OpenMatter[],
  ) {
    for (const matter of open) this.open(matter);
  }

  read(message: RoomMessage): Decision {
    this.room.index++;
    if (message.type !== 'text') return readMedia(this.room, message);
    if (!/\S/.test(message.text)) return ignored('chatter', null, null);
    const u = utter(message, this.room.index, this.scorer);
    if (message.speaker === 'official') return readOfficial(this.room, u);
    if (message.speaker === 'villager') return readVillager(this.room, u, this.scorer);
    return readHelper(this.room, u, this.scorer);
  }

  open(matter: OpenMatter): void {
    rememberMatter(this.room, matter, this.scorer);
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

/** The product's recogniser; `scorer` is what reads a single text (the rules of this version by default). */
export function createRecogniser(scorer: Scorer = RULES): Recogniser {
  return { version: scorer.version, room: (open) => new Reader(scorer, open) };
}
