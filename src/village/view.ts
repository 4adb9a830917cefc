import type { Role } from '../cases/words.js';
import type { ChatLine, Village, VillagePerson, VillageRoom } from './api.js';

/** What the page gets to see. */

const BADGES: Record<Role, string> = {
  village_head: '村负责人',
  village_cadre: '村干部',
  grid_worker: '网格员',
  township_leader: '镇领导',
  department: '部门',
  inspector: '纪检',
  admin: '管理员',
  volunteer: '志愿者',
  doctor: '医生',
};

export function villageView(village: Village, now: number): object {
  return {
    county: village.county,
    bot: { ...village.bot, connected: village.botConnected },
    people: village.people.map((p) => personView(p, village)),
    rooms: village.rooms.map(roomView),
    now,
  };
}

function personView({ id, name, about, offices }: VillagePerson, village: Village): object {
  const badges = [...new Set(offices.map((o) => BADGES[o.role]))];
  return { id, name, about, badge: badges.join('、'), friend: village.isFriend(id) };
}

function roomView({ id, topic, kind, members }: VillageRoom): object {
  return { id, topic, kind, members };
}

/** A line as the page shows it: `chat` is `bot` in the private chat; of a recalled line only that it was there. */
export function lineView(line: ChatLine): object {
  const { id, seq, from, at, type } = line;
  const head = { id, seq, chat: line.room ? line.chat : 'bot', from, at };
  if (line.recalled) return { ...head, type: 'recalled' };
  const { mentions, quoted, file, seconds, place } = line;
  return { ...head, type, text: quoted?.reply ?? line.text, mentions, quoted, file, seconds, place };
}

/** Whether this person sees this chat. */
export function sees(village: Village, personId: string, line: Pick<ChatLine, 'room' | 'chat'>): boolean {
  if (!line.room) return line.chat === personId;
  return village.rooms.some((r) => r.id === line.chat && r.members.includes(personId));
}
