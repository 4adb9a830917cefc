import { chatTitle } from './chat-list.mjs';
import { closeChat } from './chats.mjs';
import { Composer } from './composer.mjs';
import { html } from './html.mjs';
import { Icon } from './icons.mjs';
import { MessageList } from './message-list.mjs';
import { PanelButton } from './panel.mjs';
import { myChats, room, store, unread } from './store.mjs';
import { hourMinute } from './times.mjs';

/** Right: the open chat. */
export function ChatPane() {
  const { open, now, me } = store.state;
  if (!open) return html`<section class="pane empty"><p>选一个聊天</p></section>`;
  const count = room(open)?.members.length;
  const others = myChats()
    .filter((c) => c.id !== open)
    .reduce((sum, c) => sum + unread(c).length, 0);
  return html`<section class="pane" aria-label=${chatTitle(open)}>
    <header class="pane-head">
      <button class="plain back" onClick=${closeChat} aria-label="返回聊天列表">
        <${Icon} name="back" />${others > 0 && html`<span class="badge">${others}</span>`}
      </button>
      <h1>${chatTitle(open)}${count && html`<span class="count">(${count})</span>`}</h1>
      <time class="pane-time">${hourMinute(now)}</time>
      <${PanelButton} />
    </header>
    <${MessageList} chat=${open} />
    <${Composer} key=${`${me} ${open}`} chat=${open} />
  </section>`;
}
