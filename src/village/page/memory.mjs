/** What this browser remembers: who one is, what was read, whether the hint was seen. A browser without storage forgets. */
const PREFIX = 'huiyin-village-';

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A private window: nothing to be done.
  }
}

export const memory = {
  me: () => read('me', null),
  setMe: (id) => write('me', id),
  hintSeen: () => read('hint', false),
  setHintSeen: () => write('hint', true),
  /** Highest seq that this person has read in this chat. */
  seen: (me, chat) => read(`seen-${me}-${chat}`, null) ?? read('start', 0),
  setSeen: (me, chat, seq) => write(`seen-${me}-${chat}`, seq),
  /** On the first visit everything that is already there counts as read, for everybody. */
  begin: (seq) => read('start', null) ?? write('start', seq),
};
