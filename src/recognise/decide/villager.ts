import type { Decision } from '../../cases/message.js';
import type { Intent } from '../../cases/words.js';
import { emergencyChance, typeChance } from '../learn/text-model.js';
import type { Thresholds } from '../model/thresholds.js';
import type { VillageModel } from '../model/village-model.js';
import type { Line } from '../room/line.js';
import { answerMatter, continueMatter, type Matter } from '../room/matter.js';
import type { RoomState } from '../room/room-state.js';
import { accusesOutright, raisedOutright } from '../text/commands.js';
import { ownService } from './another-service.js';
import { ignored, type Doubt } from './decisions.js';
import { beginMatter } from './opening.js';
import { labelsOf, type Weighed } from './weigh.js';

/**
 * Decides on words of somebody who holds no office here (doctors and volunteers answer, too).
 * @param alone the line without its room, where it cannot belong to the matter that the room's talk ties it to
 */
export function readVillager(
  room: RoomState,
  line: Line,
  weighed: Weighed,
  model: VillageModel,
  alone: Weighed | null = null,
): Decision {
  const t = model.thresholds;
  const begun =
    (alone && begins(room, line, alone, model, firstBars(t))) ??
    begins(room, line, weighed, model, room.silentSoFar ? firstBars(t) : t);
  if (begun) return begun;
  const doubt = doubtOf(line, weighed, model);
  const { link } = weighed;
  if (!link || link.chance < weighed.nothing) {
    room.settle(line, null);
    return ignored('chatter', null, doubt);
  }
  return follows(room, line, ownService(line, link.matter, room.matters.recent(RECENT)), doubt);
}

/** As far back as a line is ever tied. */
const RECENT = 12;

/** Opens or suggests, or null. */
function begins(
  room: RoomState,
  line: Line,
  weighed: Weighed,
  model: VillageModel,
  bars: Thresholds,
): Decision | null {
  const { reading } = weighed;
  const action = actionOf(line, weighed, bars);
  if (!action || !reading) return null;
  const { sealed } = action;
  const { decision, matter } = beginMatter(room, line, {
    ...labelsOf(reading, model.thresholds.emergency),
    ...action,
    confidence: sealed ? Math.max(weighed.accusation, weighed.opening) : weighed.opening,
    ask: true,
  });
  room.settle(line, matter);
  return decision;
}

/** What counts in a room where nothing was said yet. */
function firstBars(t: Thresholds): Thresholds {
  return { ...t, open: t.openFirst, suggest: t.suggestFirst };
}

function actionOf(
  line: Line,
  weighed: Weighed,
  t: Thresholds,
): { action: 'open' | 'suggest'; sealed: boolean } | null {
  const { opening, accusation, accuses, link, reading } = weighed;
  const outright = raisedOutright(line.clean.text);
  const begin = opening + accusation;
  const doubtful = accuses || accusation >= t.neverInPublic || (outright && accusation > opening);
  if (accusation >= t.openSealed || accusesOutright(line.clean.text)) return { action: 'open', sealed: true };
  if (accusation >= t.suggestSealed) return { action: 'suggest', sealed: true };
  if (outright) return { action: doubtful ? 'suggest' : 'open', sealed: doubtful };
  const danger = reading !== null && emergencyChance(reading) >= DANGER;
  const aloud = danger && criesOut(line, link?.matter ?? null);
  if (aloud || opening >= (danger ? Math.min(t.openEmergency, t.open) : t.open))
    return { action: doubtful ? 'suggest' : 'open', sealed: doubtful };
  if (begin < t.suggest || (link && link.chance > begin)) return null;
  return { action: 'suggest', sealed: doubtful };
}

/** Marking a case as urgent takes less than opening one that would otherwise be put before the cadre. */
const DANGER = 0.4;

/**
 * From here on, as an opening and as an emergency, the words alone are a cry for help, whatever else is spoken of. Measured
 * on left-out groups: of seven hundred emergencies sixty more are heard, and of 76,000 lines twenty idle ones open.
 */
const CRY = { opening: 0.4, emergency: 0.5 };

/** A danger told in the middle of other talk; more about an open case of danger is none of its own. */
function criesOut({ reading }: Line, matter: Matter | null): boolean {
  if (!reading || (matter?.open && matter.urgency === 'emergency')) return false;
  return typeChance(reading, 'opening') >= CRY.opening && emergencyChance(reading) >= CRY.emergency;
}

/** More about a matter that the room knows. */
function follows(room: RoomState, line: Line, matter: Matter, doubt: Doubt): Decision {
  continueMatter(matter, line);
  room.settle(line, matter);
  const intent = intentOf(line, matter);
  if (intent === 'answer') answerMatter(matter, line);
  return ignored(intent, matter, doubt);
}

/** What a line that belongs to a matter is to it. */
function intentOf(line: Line, matter: Matter): Intent {
  const { reading } = line;
  if (!reading) return 'followup';
  const feedback = typeChance(reading, 'feedback') * (matter.answered ? 1.5 : 0.5);
  const answer = line.message.speaker === 'villager' ? 0 : typeChance(reading, 'answer') + 0.1;
  const chatter = typeChance(reading, 'chatter') * TALK;
  const followup =
    typeChance(reading, 'followup') + typeChance(reading, 'fragment') + typeChance(reading, 'opening');
  const most = Math.max(feedback, answer, chatter, followup);
  if (most === followup) return 'followup';
  return most === feedback ? 'feedback' : most === answer ? 'answer' : 'chatter';
}

/** A line that the room's talk ties to a matter is chatter only when its words clearly are. */
const TALK = 0.6;

/**
 * How much it is worth asking about a line: what it is in its room, and what its words are alone, so that an opening taken
 * for part of another matter is asked about, too.
 */
const doubtScore = (begin: number, alone: number): number => (begin + 0.003) * Math.sqrt(alone + 0.01);

function doubtOf(line: Line, weighed: Weighed, { thresholds: t }: VillageModel): Doubt {
  const begin = weighed.opening + weighed.accusation;
  const alone = weighed.reading ? typeChance(weighed.reading, 'opening') : 0;
  return {
    begins: begin,
    ask: !weighed.accuses && weighed.accusation < t.neverInPublic && doubtScore(begin, alone) >= t.ask,
  };
}
