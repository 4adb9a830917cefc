import { classes, html, useLayoutEffect, useRef } from './html.mjs';
import { recall } from './sending.mjs';
import { store } from './store.mjs';
import { toast } from './toast.mjs';

const RECALL_MS = 2 * 60_000;
const HEIGHT_PX = 60;

/** 引用, 复制, 撤回 beside the message that was tapped. */
export function MessageMenu() {
  const { menu, me, now } = store.state;
  const box = useRef(null);
  const close = () => store.set({ menu: null });
  useLayoutEffect(() => {
    if (!menu) return undefined;
    box.current.querySelector('button')?.focus();
    const onKey = (event) => event.key === 'Escape' && close();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [menu]);
  if (!menu) return null;
  const { line } = menu;
  const mayRecall = line.from === me && now - line.at <= RECALL_MS;
  const pick = (work) => () => {
    close();
    work();
  };
  return html`<div class="menu-back" onClick=${close}>
    <div class="menu" role="menu" ref=${box} style=${position(menu.box)}>
      <${Item} name="引用" pick=${pick(() => quote(line))} />
      ${line.type === 'text' && html`<${Item} name="复制" pick=${pick(() => copy(line.text))} />`}
      ${mayRecall && html`<${Item} name="撤回" pick=${pick(() => recall(line.id))} />`}
    </div>
  </div>`;
}

function Item({ name, pick }) {
  return html`<button role="menuitem" class=${classes('menu-item')} onClick=${pick}>${name}</button>`;
}

function position({ left, right, top, bottom, own }) {
  const above = top > HEIGHT_PX + 60;
  return {
    top: `${above ? top - HEIGHT_PX + 4 : Math.min(bottom + 6, innerHeight - HEIGHT_PX)}px`,
    ...(own ? { right: `${Math.max(8, innerWidth - right)}px` } : { left: `${Math.max(8, left)}px` }),
  };
}

function quote(line) {
  store.set({ quoting: line });
  document.querySelector('.composer textarea')?.focus();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast('已复制');
  } catch {
    toast('浏览器不让复制，请手动选中');
  }
}
