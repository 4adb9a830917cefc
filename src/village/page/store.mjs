import { memory } from './memory.mjs';

/** All that the page knows, in one place; components read `store.state` and are drawn again when it changes. */
const listeners = new Set();

export const store = {
  state: {
    village: null,
    me: memory.me(),
    /** Chat id → its lines, oldest first. */
    lines: {},
    open: null,
    now: 0,
    connected: true,
    botConnected: true,
    day: { playing: false, step: 0, of: 0 },
    toast: '',
    quoting: null,
    menu: null,
    dialog: null,
    /** The drawer; open from the start where there is room for it. */
    panel: matchMedia('(min-width: 1180px)').matches,
  },

  set(change) {
    store.state = { ...store.state, ...change };
    for (const listener of listeners) listener();
  },

  listen(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function person(id) {
  const { village } = store.state;
  return village.people.find((p) => p.id === id) ?? null;
}

/** Name of anybody, the bot too. */
export function nameOf(id) {
  const { bot } = store.state.village;
  return id === bot.id ? bot.name : (person(id)?.name ?? id);
}

export function room(id) {
  return store.state.village.rooms.find((r) => r.id === id) ?? null;
}

/** The chats of whoever one is, the one that spoke last first; `id` is a room's or `bot`. */
export function myChats() {
  const { village, me, lines } = store.state;
  const rooms = village.rooms.filter((r) => r.members.includes(me));
  const chats = [...rooms.map((r) => r.id), 'bot'].map((id) => ({ id, lines: lines[id] ?? [] }));
  const lastSeq = (chat) => chat.lines.at(-1)?.seq ?? 0;
  return chats.sort((a, b) => lastSeq(b) - lastSeq(a));
}

export function unread(chat) {
  const { me } = store.state;
  const seen = memory.seen(me, chat.id);
  return chat.lines.filter((l) => l.seq > seen && l.from !== me && l.type !== 'recalled');
}
