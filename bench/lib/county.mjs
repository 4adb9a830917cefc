import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';

/** The county of product.md: 1,307 groups with 80,742 people in them. */
export const COUNTY = { groups: 1307, people: 80_742 };
const VILLAGES_OF_A_TOWN = 50;

export const placeOf = (i) => `第${Math.floor(i / VILLAGES_OF_A_TOWN) + 1}镇/第${i + 1}村`;
export const townOf = (i) => placeOf(i).split('/')[0];
export const roomOf = (i) => `room${i}@chatroom`;
export const cadreOf = (i) => `wxid_cadre_${i}`;
export const villagerOf = (i, k) => `wxid_v_${i}_${k}`;
export const LEADER = 'wxid_leader_0';
export const ADMIN = 'wxid_admin';

/** Village groups with their members; people are shared out evenly. */
export function county(groups = COUNTY.groups, people = COUNTY.people) {
  const each = Math.floor(people / groups);
  return Array.from({ length: groups }, (_, i) => ({
    id: roomOf(i),
    topic: `第${i + 1}村监督服务群`,
    members: [cadreOf(i), ...Array.from({ length: each - 1 + (i < people % groups ? 1 : 0) }, (_, k) => villagerOf(i, k))],
  })); // prettier-ignore
}

/** A configuration folder for such a county: no quiet hours, no pacing. (YAML takes JSON.) */
export function writeConfig(folder, groups) {
  cpSync(join(ROOT, 'config'), folder, { recursive: true });
  const settings = {
    quiet_hours: 'off',
    pacing: 'off',
    daily_at: '18:00',
    stale_after_s: 86_400,
    joint_villages: 0,
  };
  writeFileSync(join(folder, 'settings.yaml'), JSON.stringify(settings));
  writeFileSync(join(folder, 'directory.yaml'), JSON.stringify(directory(groups)));
}

function directory(groups) {
  const rooms = Array.from({ length: groups }, (_, i) => i);
  const towns = [...new Set(rooms.map(townOf))];
  return {
    county: '衡岭县',
    groups: [
      ...rooms.map((i) => ({ id: roomOf(i), kind: 'village', place: placeOf(i) })),
      ...towns.map((town, t) => ({ id: `town${t}@chatroom`, kind: 'work', place: town })),
      { id: 'county@chatroom', kind: 'work', place: '' },
    ],
    people: [
      ...rooms.map((i) => ({ name: `周支书${i + 1}`, role: 'village_cadre', place: placeOf(i), contact: cadreOf(i) })),
      ...towns.map((town, t) => ({ name: `李镇长${t + 1}`, role: 'township_leader', place: town, contact: `wxid_leader_${t}` })),
      { name: '欧清和', role: 'inspector', place: '', contact: 'wxid_ou' },
      { name: '县办', role: 'admin', place: '', contact: ADMIN },
    ],
  }; // prettier-ignore
}

/** The work groups of that county, as the gateway has them. */
export function workRooms(groups) {
  const towns = [...new Set(Array.from({ length: groups }, (_, i) => townOf(i)))];
  return [
    ...towns.map((town, t) => ({
      id: `town${t}@chatroom`,
      topic: `${town}工作群`,
      members: [`wxid_leader_${t}`],
    })),
    { id: 'county@chatroom', topic: '县群众工作群', members: [ADMIN, 'wxid_ou'] },
  ];
}

/**
 * Messages of scenes played in rooms: scene after scene, room after room in turn, so that rooms talk side by side.
 * Officials' lines come from the room's cadre. Within a room two minutes pass between messages, the last is sent at `until`.
 */
export function messagesOf(scenes, rooms, { prefix, count, from = 0, until = Date.now() }) {
  const messages = [];
  const size = scenes[0].length;
  const steps = Math.ceil(count / rooms);
  for (let n = 0; n < count; n++) {
    const block = Math.floor(n / (rooms * size));
    const room = n % rooms;
    const turn = Math.floor(n / rooms);
    const scene = scenes[(from + block * rooms + room) % scenes.length];
    const line = scene[turn % size];
    const at = until - (steps - turn) * 120_000;
    const speaker = line.role === 'official' ? cadreOf(room) : villagerOf(room, hashOf(line.who) % 50);
    messages.push({ id: `${prefix}_${n}`, room: roomOf(room), from: speaker, text: line.text, at, line });
  }
  return messages;
}

function hashOf(text) {
  let sum = 7;
  for (const char of text) sum = (sum * 31 + char.charCodeAt(0)) % 100_003;
  return sum;
}
