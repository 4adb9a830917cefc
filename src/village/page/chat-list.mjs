import { ChatAvatar } from './avatar.mjs';
import { openChat } from './chats.mjs';
import { classes, html } from './html.mjs';
import { myChats, room, store, unread } from './store.mjs';
import { lastLine } from './summary.mjs';
import { listTime } from './times.mjs';

const BADGE_LIMIT = 99;

export function chatTitle(id) {
  return id === 'bot' ? store.state.village.bot.name : (room(id)?.topic ?? '');
}

/** The groups one is in, and the private chat with the bot. */
export function ChatList() {
  return html`<nav class="chats" aria-label="聊天">
    ${myChats().map((chat) => html`<${ChatItem} key=${chat.id} chat=${chat} />`)}
  </nav>`;
}

function ChatItem({ chat }) {
  const { open, now, me } = store.state;
  const fresh = unread(chat);
  const last = chat.lines.at(-1);
  const called = fresh.some((l) => l.mentions?.includes(me));
  const count = fresh.length > BADGE_LIMIT ? `${BADGE_LIMIT}+` : fresh.length;
  return html`<button
    class=${classes('chat-item', open === chat.id && 'open')}
    aria-current=${open === chat.id ? 'true' : undefined}
    onClick=${() => openChat(chat.id)}
  >
    <span class="with-badge">
      <${ChatAvatar} id=${chat.id} />
      ${fresh.length > 0 && html`<span class="badge" aria-label=${`${fresh.length} 条未读`}>${count}</span>`}
    </span>
    <span class="chat-text">
      <span class="chat-top">
        <span class="chat-name">${chatTitle(chat.id)}</span>
        <span class="chat-time">${last ? listTime(last.at, now) : ''}</span>
      </span>
      <span class="chat-last">
        ${called && html`<span class="called">[有人@我] </span>`}${lastLine(chat)}
      </span>
    </span>
  </button>`;
}
