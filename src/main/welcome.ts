import { placeName, within, type Group } from '../cases/directory.js';
import type { RoomGuests } from '../bot/room-registry.js';
import type { Desk } from '../workers/desk.js';
import { isMuted } from '../workers/post-office.js';
import { tell } from '../workers/reply.js';

const MONTH_MS = 30 * 24 * 3600 * 1000;
const EVER_MS = 20 * 365 * 24 * 3600 * 1000;

/**
 * What a village group hears once, when the bot has newly been taken into it: who runs it, what is kept how long, how to be
 * forgotten. A group that the bot was in already hears nothing; nor does one in trial.
 */
export function welcomes(desk: Desk): RoomGuests {
  return {
    async joined(roomId) {
      // It may be ours only later, once an official of its place has enrolled.
      await desk.memos.set(`joined:${roomId}`, '1', MONTH_MS);
    },
    async served(roomId, group) {
      if (group.kind !== 'village' || isMuted(desk, group)) return;
      if ((await desk.memos.get(`joined:${roomId}`)) === null) return;
      if ((await desk.memos.get(`welcomed:${roomId}`)) === null) await welcome(desk, roomId, group);
      await desk.memos.set(`welcomed:${roomId}`, '1', EVER_MS);
      await desk.memos.delete(`joined:${roomId}`);
    },
  };
}

async function welcome(desk: Desk, roomId: string, group: Group): Promise<void> {
  const { county, officials } = desk.directory();
  const admins = officials.filter((one) =>
    one.offices.some(({ role, place }) => role === 'admin' && within(group.place, place)),
  );
  const who = admins[0]?.name ?? placeName(group.place, county);
  const days = desk.settings.retentionDays.closed ?? 0;
  const to = { kind: 'chat', chat: { id: roomId, room: true } } as const;
  await tell(desk, `welcome:${roomId}`, null, [{ key: 'welcome', values: { county, who, days }, to }]);
}
