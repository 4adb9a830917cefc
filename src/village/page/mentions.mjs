import { Avatar } from './avatar.mjs';
import { classes, html } from './html.mjs';
import { nameOf, person, room, store } from './store.mjs';

/** After `@name`, as WeChat writes it. */
export const MENTION_END = '\u2005';
const SHOWN = 30;

/** What is being typed after an `@` before the caret; null when nothing is. */
export function mentionTyped(text, caret) {
  const match = /(?:^|[^A-Za-z0-9])@([^@\s\u2005]{0,12})$/.exec(text.slice(0, caret));
  return match ? match[1] : null;
}

/** Members of the room whose name holds what was typed; oneself left out. */
export function candidates(chat, typed) {
  const members = room(chat)?.members ?? [];
  return members.filter((id) => id !== store.state.me && nameOf(id).includes(typed)).slice(0, SHOWN);
}

/** Ids whose `@name` still stands in the text. */
export function mentionsIn(text, chat) {
  const members = room(chat)?.members ?? [];
  return members.filter((id) => text.includes(`@${nameOf(id)}${MENTION_END}`));
}

export function MentionList({ ids, chosen, pick }) {
  return html`<ul class="mention-list" role="listbox" aria-label="选择要提醒的人">
    ${ids.map(
      (id, i) =>
        html`<li key=${id} role="option" aria-selected=${i === chosen}>
          <button
            type="button"
            class=${classes('mention', i === chosen && 'chosen')}
            onMouseDown=${(event) => event.preventDefault()}
            onClick=${() => pick(id)}
          >
            <${Avatar} id=${id} small />
            <span>${nameOf(id)}</span>
            <span class="role">${person(id)?.badge ?? ''}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}
