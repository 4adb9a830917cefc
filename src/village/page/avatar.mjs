import { classes, html } from './html.mjs';
import { nameOf, room, store } from './store.mjs';

const SHADES = 10;

/** The same person always has the same colour. */
function shadeOf(id) {
  let hash = 2166136261;
  for (const c of id) hash = Math.imul(hash ^ c.codePointAt(0), 16777619) >>> 0;
  return (hash >>> 8) % SHADES;
}

/** The surname: 老贺 → 贺, 谭嫂子 → 谭. */
function signOf(name) {
  return /^[老小阿]?(.)/u.exec(name)?.[1] ?? '?';
}

/** A person's square. */
export function Avatar({ id, small }) {
  const bot = id === store.state.village.bot.id;
  const shade = bot ? 'avatar-bot' : `shade-${shadeOf(id)}`;
  const sign = bot ? '回' : signOf(nameOf(id));
  return html`<span class=${classes('avatar', shade, small && 'small')} aria-hidden="true">${sign}</span>`;
}

/** A chat's square: up to four members for a room, the bot for the private chat. */
export function ChatAvatar({ id }) {
  if (id === 'bot') return html`<${Avatar} id=${store.state.village.bot.id} />`;
  const some = room(id)
    .members.filter((m) => m !== store.state.village.bot.id)
    .slice(-4);
  return html`<span class="avatar mosaic" aria-hidden="true">
    ${some.map((m) => html`<span key=${m} class=${`tile shade-${shadeOf(m)}`}>${signOf(nameOf(m))}</span>`)}
  </span>`;
}
