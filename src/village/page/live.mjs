import { api } from './api.mjs';
import { markSeen, refresh } from './chats.mjs';
import { store } from './store.mjs';
import { attempt } from './toast.mjs';

const AGAIN_MS = 2_000;
const KEPT_LINES = 500;
let source = null;

/** Hears what happens to this person, from now on. */
export function follow(me) {
  source?.close();
  const mine = new EventSource(api.eventsUrl(me));
  source = mine;
  mine.onopen = () => {
    if (!store.state.connected) attempt(refresh);
    store.set({ connected: true });
  };
  mine.onerror = () => {
    store.set({ connected: false });
    // A closed source does not try again by itself.
    if (mine.readyState === EventSource.CLOSED) setTimeout(() => source === mine && follow(me), AGAIN_MS);
  };
  for (const [name, hear] of Object.entries(HEARD)) {
    mine.addEventListener(name, (event) => hear(JSON.parse(event.data)));
  }
}

const HEARD = {
  line(line) {
    const lines = store.state.lines[line.chat] ?? [];
    if (lines.some((l) => l.id === line.id)) return;
    store.set({ lines: { ...store.state.lines, [line.chat]: [...lines, line].slice(-KEPT_LINES) } });
    if (store.state.open === line.chat) markSeen();
  },
  recall(line) {
    const { quoting, lines } = store.state;
    const changed = (lines[line.chat] ?? []).map((l) => (l.id === line.id ? line : l));
    store.set({
      lines: { ...lines, [line.chat]: changed },
      quoting: quoting?.id === line.id ? null : quoting,
    });
  },
  rooms: () => attempt(refresh),
  clock: ({ now }) => store.set({ now }),
  bot: ({ connected }) => store.set({ botConnected: connected }),
  day: (day) => store.set({ day }),
};
