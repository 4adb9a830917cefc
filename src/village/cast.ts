import { createHash } from 'node:crypto';
import { above, placeName, within } from '../cases/directory.js';
import type { Role } from '../cases/words.js';
import type { Census, Villager, VillagePerson, VillageRoom } from './api.js';

export const BOT = { id: 'wxid_huiyin', name: '回音' };

/** The neighbours of the two demonstration villages. Nobody of them is in any directory. */
export const VILLAGERS: Villager[] = [
  { id: 'wxid_he', name: '老贺', village: 0, about: '三组，爱管事' },
  { id: 'wxid_tan', name: '谭嫂子', village: 0, about: '三组，带两个孩子' },
  { id: 'wxid_moon', name: '月亮走我也走', village: 0, about: '五组，不用真名' },
  { id: 'wxid_liu', name: '刘阿婆', village: 0, about: '二组，72岁，用语音输入' },
  { id: 'wxid_shop', name: '惠民超市', village: 0, about: '店主，常发广告' },
  { id: 'wxid_tang', name: '老唐', village: 1, about: '一组，种橘子' },
  { id: 'wxid_qin', name: '覃老师', village: 1, about: '退休教师' },
  { id: 'wxid_xie', name: '小谢在广东', village: 1, about: '在外打工，父母在村' },
];

/** Roles that sit in the officials' work groups. */
const WORKING: Role[] = [
  'village_head',
  'village_cadre',
  'grid_worker',
  'township_leader',
  'department',
  'inspector',
  'admin',
];

const ROLE_WORDS: Record<Role, string> = {
  village_head: '村（社区）负责人',
  village_cadre: '村干部',
  grid_worker: '网格员',
  township_leader: '镇联系领导',
  department: '部门',
  inspector: '纪检干部',
  admin: '管理员',
  volunteer: '志愿者',
  doctor: '家庭医生',
};

/** Everybody but the bot: officials first. An official without a contact gets one that the bot does not know yet. */
export function peopleOf(census: Census, villagers: Villager[]): (VillagePerson & { stranger: boolean })[] {
  const officials = census.officials.flatMap((official, i) => {
    const known = official.contacts.length > 0;
    const ids = known ? official.contacts : [`wxid_new_${i + 1}`];
    const about = describe(official.offices, census.county);
    return ids.map((id) => ({ id, name: official.name, about, offices: official.offices, stranger: !known }));
  });
  const homes = census.groups
    .filter((g) => g.kind === 'village')
    .map((g) => placeName(g.place, census.county));
  const neighbours = villagers.map(({ id, name, about, village, stranger }) => ({
    id,
    name,
    about: [homes[village % homes.length], about].filter(Boolean).join(' '),
    offices: [],
    stranger: stranger ?? false,
  }));
  return [...officials, ...neighbours];
}

function describe(offices: VillagePerson['offices'], county: string): string {
  return offices.map((o) => `${placeName(o.place, county)} ${ROLE_WORDS[o.role]}`).join('，');
}

/** The groups of the census as rooms, each with the people who would sit in it, and the bot. */
export function roomsOf(census: Census, people: VillagePerson[], villagers: Villager[]): VillageRoom[] {
  const villages = census.groups.filter((g) => g.kind === 'village');
  return census.groups.map((group) => {
    const home = villages.indexOf(group);
    const neighbours = villagers.filter((v) => home >= 0 && v.village % villages.length === home);
    const officials = people.filter((p) => p.offices.some((o) => sits(o.role, o.place, group)));
    const id = group.roomId ?? roomId(group.topic ?? group.place);
    const members = [BOT.id, ...officials.map((p) => p.id), ...neighbours.map((v) => v.id)];
    return { id, topic: group.topic ?? id, kind: group.kind, place: group.place, members };
  });
}

/**
 * Whether somebody with this office sits in this group: everybody in the groups of their own place, inspectors in all
 * below it, township leaders in the village groups of theirs, admins in all work groups, and each level in the work
 * group above.
 */
function sits(role: Role, place: string, group: { kind: 'village' | 'work'; place: string }): boolean {
  if (role === 'inspector' && within(group.place, place)) return true;
  if (group.kind === 'village') {
    return place === group.place || (role === 'township_leader' && within(group.place, place));
  }
  if (!WORKING.includes(role)) return false;
  if (role === 'admin' && within(group.place, place)) return true;
  return place === group.place || above(place) === group.place;
}

/** Looks like WeChat's, stays the same over restarts: the bot remembers rooms by it. */
function roomId(topic: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(topic).digest('hex').slice(0, 12)}`).toString();
  return `${digits.padStart(11, '1').slice(0, 11)}@chatroom`;
}
