import { api } from './api.mjs';
import { memory } from './memory.mjs';
import { store } from './store.mjs';

export function openChat(id) {
  store.set({ open: id, quoting: null, menu: null });
  markSeen();
}

export function closeChat() {
  store.set({ open: null, quoting: null, menu: null });
}

/** Everything in the open chat has been read. */
export function markSeen() {
  const { me, open, lines } = store.state;
  const last = lines[open]?.at(-1);
  if (!last || document.visibilityState !== 'visible') return;
  memory.setSeen(me, open, last.seq);
  store.set({});
}

/** Puts older lines before those of the open chat; returns how many there were. */
export async function loadOlder() {
  const { me, open, lines } = store.state;
  const first = lines[open]?.[0];
  if (!first) return 0;
  const { lines: older } = await api.older(me, open, first.seq);
  store.set({ lines: { ...store.state.lines, [open]: [...older, ...store.state.lines[open]] } });
  return older.length;
}

/** Reads the chats of one person anew. */
export async function readChats(me) {
  const { chats } = await api.chats(me);
  return Object.fromEntries(chats.map((c) => [c.id, c.lines]));
}

/** People or rooms have changed, or the stream was away. */
export async function refresh() {
  const village = await api.village();
  const lines = store.state.me === null ? {} : await readChats(store.state.me);
  store.set({ village, now: village.now, botConnected: village.bot.connected, lines });
}

/** The layout that shows list and chat side by side. */
export function isWide() {
  return matchMedia('(min-width: 760px)').matches;
}
