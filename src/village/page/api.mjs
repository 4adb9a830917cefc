const BASE = '/village/api';

/** A refusal of the village: its message is a line for people. */
export class Refused extends Error {}

async function answer(response) {
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new Refused(body?.error ?? '没有连上村子，请稍后再试');
}

async function call(path, options) {
  const response = await fetch(BASE + path, options).catch(() => null);
  if (response === null) throw new Refused('没有连上村子，请稍后再试');
  return answer(response);
}

function post(path, value) {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(value) });
}

const query = (values) => new URLSearchParams(values).toString();

export const api = {
  village: () => call('/village'),
  chats: (as) => call(`/chats?${query({ as })}`),
  older: (as, chat, before) => call(`/lines?${query({ as, chat, before })}`),
  send: (message) => post('/messages', message),
  recall: (from, id) => post('/recall', { from, id }),
  advance: (advanceMs) => post('/clock', { advanceMs }),
  day: (wish) => post('/day', { do: wish }),
  picture: (from, chat, file) =>
    call(`/pictures?${query({ from, chat, name: file.name })}`, { method: 'POST', body: file }),
  /** Where a picture can be seen. */
  fileUrl: (id) => `${BASE}/files/${encodeURIComponent(id)}`,
  eventsUrl: (as) => `${BASE}/events?${query({ as })}`,
};
