import type { Decision } from '../../cases/message.js';
import { typeChance } from '../learn/text-model.js';
import type { VillageModel } from '../model/village-model.js';
import type { Line } from '../room/line.js';
import { answerMatter, continueMatter, startMatter, type Matter } from '../room/matter.js';
import type { RoomState } from '../room/room-state.js';
import { ignored } from './decisions.js';
import { openedByAnswer } from './opening.js';
import { labelsOf, type Weighed } from './weigh.js';

/** Decides on words of an official: an answer, a notice, or talk. Officials' lines open nothing of their own. */
export function readOfficial(room: RoomState, line: Line, weighed: Weighed, model: VillageModel): Decision {
  const { link, missed, nothing } = weighed;
  const hushed = HUSHED.test(line.clean.text);
  const most = Math.max(link?.chance ?? 0, missed?.chance ?? 0);
  if (!hushed && missed && missed.chance === most && most >= model.thresholds.reveal) {
    const matter = revealed(room, missed.line, model);
    if (matter) return answers(room, line, matter, missed.chance, true);
  }
  if (link && link.chance >= nothing) {
    const opens = !hushed && link.chance >= model.thresholds.confirm;
    return answers(room, line, link.matter, link.chance, opens);
  }
  const { reading } = line;
  const notice = reading !== null && typeChance(reading, 'notice') > typeChance(reading, 'chatter');
  room.settle(line, null, notice);
  // An answer it is, though to nothing that the room remembers.
  if (reading && typeChance(reading, 'answer') >= CLEARLY) return ignored('answer', null);
  return ignored(notice ? 'notice' : 'chatter', null);
}

const CLEARLY = 0.65;

/**
 * Who sends somebody to the inspectors, or out of the group, answers an accusation, however harmless the line looked that
 * it answers: such an answer opens nothing for all to see.
 */
const HUSHED =
  /纪委|纪检|纪工委|监委|监察|12388|实名|举报|书面反映|(?:不要|不在|莫在|别在|唔好喺)群|群里不|群里别|(?:当面|来镇里|办公室)(?:说|讲|谈)/;

/** The line let pass was a matter: the official's words show it. null: it may be an accusation, and stays sealed. */
function revealed(room: RoomState, line: Line, model: VillageModel): Matter | null {
  const reading = line.joined ?? line.reading;
  if (!reading) return null;
  const accusation = typeChance(reading, 'accusation');
  if (accusation >= model.thresholds.neverInPublic) return null;
  const { category, urgency } = labelsOf(reading, model.thresholds.emergency);
  const matter = startMatter(line, { open: false, sealed: false, category, urgency });
  room.matters.add(matter);
  room.found(line.message.id);
  return matter;
}

function answers(room: RoomState, line: Line, matter: Matter, sure: number, opens: boolean): Decision {
  const opened = matter.open;
  continueMatter(matter, line);
  room.settle(line, matter);
  answerMatter(matter, line);
  if (opened || matter.sealed || !opens) return ignored('answer', matter);
  return openedByAnswer(matter, sure);
}
