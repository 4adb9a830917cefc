import { api } from './api.mjs';
import { store } from './store.mjs';
import { attempt, toast } from './toast.mjs';

const PICTURE_BYTES = 5 * 1024 * 1024;

/** Sends into the open chat: `{type:'text', text, mentions}`, `{type:'location', place}`, `{type:'audio', seconds}`. */
export function send(message) {
  const { me: from, open: chat, quoting } = store.state;
  const quote = quoting && message.type === 'text' ? { quote: quoting.id } : {};
  return attempt(async () => {
    await api.send({ from, chat, ...message, ...quote });
    store.set({ quoting: null });
  });
}

export async function sendPicture(file) {
  if (file.size > PICTURE_BYTES) return toast('图片太大了，最多 5 MB');
  const { me, open } = store.state;
  return attempt(() => api.picture(me, open, file));
}

export function recall(id) {
  return attempt(() => api.recall(store.state.me, id));
}
