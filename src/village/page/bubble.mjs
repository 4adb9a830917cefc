import { api } from './api.mjs';
import { Avatar } from './avatar.mjs';
import { classes, html, useRef } from './html.mjs';
import { Icon } from './icons.mjs';
import { nameOf, person, store } from './store.mjs';
import { who } from './summary.mjs';

const LONG_PRESS_MS = 450;
const PIXELS_PER_SECOND = 4;

/** One message with its speaker; the last of a chat's private lines carry no name. */
export function Message({ line, named }) {
  if (line.type === 'recalled') return html`<p class="note">${who(line)}撤回了一条消息</p>`;
  const own = line.from === store.state.me;
  return html`<article class=${classes('message', own && 'own')} data-id=${line.id}>
    <${Avatar} id=${line.from} />
    <div class="said">
      ${named && !own && html`<${Speaker} id=${line.from} />`}
      <${Body} line=${line} own=${own} />
      ${line.quoted && html`<p class="quoted">${line.quoted.name}：${line.quoted.text}</p>`}
    </div>
  </article>`;
}

function Speaker({ id }) {
  const badge = person(id)?.badge;
  return html`<p class="speaker">${nameOf(id)}${badge && html`<span class="role">${badge}</span>`}</p>`;
}

/** Opens the menu by right-click, by a long press, by tap or key. */
function Body({ line, own }) {
  const pressing = useRef(null);
  const open = (event) => {
    const { left, top, bottom, right } = event.currentTarget.getBoundingClientRect();
    store.set({ menu: { line, box: { left, top, bottom, right, own } } });
  };
  const onTap = (event) => {
    if (line.type === 'image') return store.set({ dialog: { kind: 'picture', line } });
    if (getSelection().toString() === '') open(event);
  };
  const press = (event) => {
    const target = { currentTarget: event.currentTarget };
    pressing.current = setTimeout(() => open(target), LONG_PRESS_MS);
  };
  const release = () => clearTimeout(pressing.current);
  const handlers = {
    onClick: onTap,
    onContextMenu: (event) => {
      event.preventDefault();
      release();
      open(event);
    },
    onTouchStart: press,
    onTouchEnd: release,
    onTouchMove: release,
  };
  return html`<button
    class=${`bubble ${line.type}`}
    aria-label=${label(line)}
    aria-haspopup="menu"
    ...${handlers}
  >
    <${Content} line=${line} />
  </button>`;
}

function label(line) {
  if (line.type === 'image') return `${nameOf(line.from)}发的图片`;
  if (line.type === 'audio') return `${nameOf(line.from)}发的语音，${line.seconds} 秒`;
  return undefined;
}

function Content({ line }) {
  switch (line.type) {
    case 'image':
      return html`<img src=${api.fileUrl(line.id)} alt=${line.file?.name ?? '图片'} loading="lazy" />`;
    case 'audio':
      return html`<span class="voice" style=${{ minWidth: `${60 + line.seconds * PIXELS_PER_SECOND}px` }}>
        <${Icon} name="voice" />${line.seconds}″
      </span>`;
    case 'location':
      return html`<span class="place">
        <span class="place-name">${line.place?.name}</span>
        <span class="place-address">${line.place?.address}</span>
        <span class="map"><${Icon} name="place" /></span>
      </span>`;
    default:
      return html`<span class="text">${line.text}</span>`;
  }
}
