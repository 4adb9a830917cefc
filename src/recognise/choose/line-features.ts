import { LINE_TYPES } from '../learn/heads.js';
import { emergencyChance, typeChance } from '../learn/text-model.js';
import type { Line } from '../room/line.js';
import type { RoomState } from '../room/room-state.js';
import { damped, type Vector } from './vector.js';

const MINUTE = 60_000;
const SILENT_TYPES = ['image', 'audio', 'video', 'location', 'link', 'sticker'] as const;
const QUESTION = /\?|吗|么$|呢/;
const GOES_ON = /^(?:又|还|也|都|那|这|就|还有|另外|再)/;
const ANOTHER = /另外|还有(?:一|个|件)|顺便|对了|再(?:一个|就是)/;
const GLAD = /谢|感谢|辛苦|好了|来了|亮了|通了|满意/;

/** What is known of a line and of the room as it comes, whatever matter it may belong to. At most 80 numbers. */
export function lineFeatures(v: Vector, line: Line, room: RoomState): void {
  readingFeatures(v, line);
  speakerFeatures(v, line, room);
  roomFeatures(v, line, room);
  formFeatures(v, line);
  v.add(1);
}

/** Types of which the joined reading says something of its own. */
const JOINED = [0, 1, 2, 4, 7];

function readingFeatures(v: Vector, line: Line): void {
  const { reading } = line;
  const joined = line.joined ?? reading;
  for (let k = 0; k < LINE_TYPES.length; k++) v.add(reading ? damped(reading.types[k] ?? 0) : 0);
  for (const k of JOINED) v.add(joined ? damped(joined.types[k] ?? 0) : 0);
  v.flag(line.joined !== null);
  v.add(
    line.joined && reading
      ? damped(typeChance(line.joined, 'opening')) - damped(typeChance(reading, 'opening'))
      : 0,
  );
}

function speakerFeatures(v: Vector, line: Line, room: RoomState): void {
  const { speaker, type, who, at } = line.message;
  v.flag(speaker === 'official');
  v.flag(speaker === 'volunteer' || speaker === 'doctor');
  for (const silent of SILENT_TYPES) v.flag(type === silent);
  const before = room.speakers.of(who);
  const minutes = before ? Math.abs(at - before.at) / MINUTE : Infinity;
  v.within(minutes, [0.5, 1.5, 4, 15]);
  const spoke = before !== undefined && before.matter !== null;
  v.flag(spoke && minutes <= 4);
  v.flag(spoke && minutes <= 30);
  v.flag(spoke);
}

function roomFeatures(v: Vector, line: Line, room: RoomState): void {
  const { at, who } = line.message;
  const { last } = room;
  v.within(last ? Math.abs(at - last.at) / MINUTE : Infinity, [0.5, 2, 10]);
  v.flag(last !== null && last.matter !== null);
  v.flag(last?.who === who);
  v.flag(last?.official === true);
  v.flag(last?.notice === true);
  let active = 0;
  let waiting = 0;
  for (const matter of room.matters.all()) {
    const minutes = Math.abs(at - matter.lastAt) / MINUTE;
    if (minutes < 10) active++;
    if (minutes < 120 && !matter.answered) waiting++;
  }
  v.add(Math.min(active, 4) / 2);
  v.add(Math.min(waiting, 4) / 2);
  v.flag(room.matters.size === 0);
  v.flag(last !== null && last.before !== null);
}

function formFeatures(v: Vector, line: Line): void {
  const { text, quote, mentions } = line.clean;
  v.flag(quote !== null);
  v.flag(mentions.length > 0);
  v.flag(line.meToo);
  v.flag(QUESTION.test(text));
  v.add(Math.log2(1 + text.length) / 3);
  v.flag(text.length <= 4);
  v.flag(text.length > 60);
  v.flag(line.numbered.size > 0 || line.named.size > 0);
  v.add(line.reading ? emergencyChance(line.reading) : 0);
  v.flag(GOES_ON.test(text));
  v.flag(ANOTHER.test(text));
  v.flag(GLAD.test(text));
}
