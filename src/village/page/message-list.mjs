import { Message } from './bubble.mjs';
import { loadOlder } from './chats.mjs';
import { html, useLayoutEffect, useRef, useState } from './html.mjs';
import { store } from './store.mjs';
import { separatorTime } from './times.mjs';
import { attempt } from './toast.mjs';

const PAUSE_MS = 5 * 60_000;
const NEAR_PX = 120;
const PAGE_LINES = 40;

/** The lines of the open chat; stays at the end while one is there. */
export function MessageList({ chat }) {
  const { lines, now } = store.state;
  const all = lines[chat] ?? [];
  const box = useStickyEnd(chat, all);
  const [whole, setWhole] = useState({});
  const more = all.length >= PAGE_LINES && !whole[chat];
  const older = () =>
    attempt(async () => {
      const height = box.current.scrollHeight;
      if ((await loadOlder()) < PAGE_LINES) setWhole({ ...whole, [chat]: true });
      requestAnimationFrame(() => (box.current.scrollTop += box.current.scrollHeight - height));
    });
  return html`<div class="messages" ref=${box} role="log" aria-live="polite" tabindex="0" aria-label="消息">
    ${more && html`<button class="older" onClick=${older}>更早的消息</button>`}
    ${all.length === 0 && html`<p class="note">还没有消息。说一句试试。</p>`}
    ${all.map((line, i) => [
      pause(all[i - 1], line) &&
        html`<p class="note" key=${`t${line.id}`}>${separatorTime(line.at, now)}</p>`,
      html`<${Message} key=${line.id} line=${line} named=${chat !== 'bot'} />`,
    ])}
  </div>`;
}

function pause(before, line) {
  return !before || line.at - before.at >= PAUSE_MS;
}

/** Scrolls to the end on a new chat, on an own line, and on others' while the end was in sight. */
function useStickyEnd(chat, lines) {
  const box = useRef(null);
  const shown = useRef({ chat: null, last: null });
  const last = lines.at(-1);
  useLayoutEffect(() => {
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    const near =
      scrollHeight - scrollTop - clientHeight < NEAR_PX + (box.current.lastElementChild?.offsetHeight ?? 0);
    const changed = shown.current.chat !== chat;
    const fresh = shown.current.last !== last?.id;
    if (changed || (fresh && (near || last?.from === store.state.me))) toEnd(box.current);
    shown.current = { chat, last: last?.id };
  }, [chat, last?.id]);
  useLayoutEffect(() => keepEnd(box.current), []);
  return box;
}

/** The composer grows, a keyboard comes: whoever was at the end stays there. Returns what ends it. */
function keepEnd(box) {
  let height = box.clientHeight;
  const observer = new ResizeObserver(() => {
    const wasAtEnd = box.scrollHeight - box.scrollTop - height < NEAR_PX;
    height = box.clientHeight;
    if (wasAtEnd) box.scrollTop = box.scrollHeight;
  });
  observer.observe(box);
  return () => observer.disconnect();
}

/** Pictures grow when they are loaded: then once more. */
function toEnd(box) {
  box.scrollTop = box.scrollHeight;
  for (const image of box.querySelectorAll('img')) {
    if (!image.complete)
      image.addEventListener('load', () => (box.scrollTop = box.scrollHeight), { once: true });
  }
}
