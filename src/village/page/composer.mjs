import { Avatar } from './avatar.mjs';
import { html, useLayoutEffect, useRef, useState } from './html.mjs';
import { candidates, MENTION_END, MentionList, mentionsIn, mentionTyped } from './mentions.mjs';
import { send } from './sending.mjs';
import { nameOf, person, store } from './store.mjs';
import { summary } from './summary.mjs';
import { Tools } from './tools.mjs';

const TEXT_LIMIT = 20_000;
const TALLEST_PX = 132;

/** Drafts of this visit, by person and chat. */
const drafts = new Map();

export function Composer({ chat }) {
  const { me } = store.state;
  const key = `${me} ${chat}`;
  const [text, setText] = useState(drafts.get(key) ?? '');
  const [at, setAt] = useState(null);
  const area = useRef(null);
  const caretTo = useRef(null);
  useLayoutEffect(() => {
    grow(area.current);
    if (caretTo.current !== null) setCaret(area.current, caretTo.current);
    caretTo.current = null;
  }, [text]);

  const write = (value, caret = value.length) => {
    drafts.set(key, value);
    setText(value);
    const typed = chat === 'bot' ? null : mentionTyped(value, caret);
    setAt(
      typed === null ? null : { ids: candidates(chat, typed), chosen: 0, start: caret - typed.length, caret },
    );
  };
  const pick = (id) => {
    const before = `${text.slice(0, at.start)}${nameOf(id)}${MENTION_END}`;
    caretTo.current = before.length;
    write(before + text.slice(at.caret), 0);
  };
  const submit = async () => {
    if (text.trim() === '') return;
    if (await send({ type: 'text', text, mentions: chat === 'bot' ? [] : mentionsIn(text, chat) })) write('');
    area.current?.focus();
  };
  const insertAt = () => {
    const caret = area.current.selectionStart;
    caretTo.current = caret + 1;
    write(`${text.slice(0, caret)}@${text.slice(caret)}`, caret + 1);
  };
  return html`<form class="composer" onSubmit=${(event) => (event.preventDefault(), submit())}>
    ${at?.ids.length > 0 && html`<${MentionList} ids=${at.ids} chosen=${at.chosen} pick=${pick} />`}
    <${Quoting} />
    <${Tools} chat=${chat} insertAt=${insertAt} />
    <div class="write">
      <${Me} id=${me} />
      <textarea
        ref=${area}
        rows="1"
        maxlength=${TEXT_LIMIT}
        aria-label=${`以${nameOf(me)}的身份说话`}
        placeholder=${placeholder(chat, me)}
        value=${text}
        onInput=${(event) => write(event.target.value, event.target.selectionStart)}
        onKeyDown=${(event) => onKey(event, { at, setAt, pick, submit })}
        onBlur=${() => setAt(null)}
      ></textarea>
      <button class="send" type="submit" disabled=${text.trim() === ''}>发送</button>
    </div>
  </form>`;
}

function Me({ id }) {
  const choose = () => store.set({ dialog: { kind: 'people' } });
  return html`<button
    type="button"
    class="me-small"
    onClick=${choose}
    aria-label=${`现在是${nameOf(id)}，换人`}
  >
    <${Avatar} id=${id} small />
  </button>`;
}

function Quoting() {
  const { quoting } = store.state;
  if (!quoting) return null;
  return html`<p class="quoting">
    <span>${nameOf(quoting.from)}：${quoting.quoted ? quoting.text : summary(quoting)}</span>
    <button type="button" aria-label="不引用了" onClick=${() => store.set({ quoting: null })}>×</button>
  </p>`;
}

/** Enter sends, Shift+Enter begins a new line; with the list open the arrows choose. Not while an input method composes. */
function onKey(event, { at, setAt, pick, submit }) {
  if (event.isComposing || event.keyCode === 229) return;
  if (at?.ids.length > 0) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt({ ...at, chosen: (at.chosen + step + at.ids.length) % at.ids.length });
    else if (event.key === 'Enter' || event.key === 'Tab') pick(at.ids[at.chosen]);
    else if (event.key === 'Escape') setAt(null);
    else return;
    event.preventDefault();
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    submit();
  }
}

function placeholder(chat, me) {
  if (chat !== 'bot') return '说点什么…';
  return person(me)?.friend ? '私下和回音说…' : '还不是好友，发出的话会作为好友申请';
}

function grow(area) {
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight, TALLEST_PX)}px`;
}

function setCaret(area, caret) {
  area.focus();
  area.setSelectionRange(caret, caret);
}
