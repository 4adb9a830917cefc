import { api } from './api.mjs';
import { isWide, markSeen, openChat, readChats } from './chats.mjs';
import { follow } from './live.mjs';
import { memory } from './memory.mjs';
import { myChats, store } from './store.mjs';

/** Loads the village, and whoever one was last time. */
export async function begin() {
  const village = await api.village();
  store.set({ village, now: village.now, botConnected: village.bot.connected });
  if (village.people.some((p) => p.id === store.state.me)) await become(store.state.me);
  else store.set({ me: null, dialog: { kind: 'people' } });
}

/** Becomes somebody else; stays in the chat when that person is in it too. */
export async function become(me) {
  const lines = await readChats(me);
  memory.setMe(me);
  memory.begin(Math.max(0, ...Object.values(lines).map((l) => l.at(-1)?.seq ?? 0)));
  const open = store.state.open in lines ? store.state.open : null;
  store.set({ me, lines, open, quoting: null, menu: null });
  follow(me);
  if (open) markSeen();
  else if (isWide()) openChat(myChats()[0].id);
}
