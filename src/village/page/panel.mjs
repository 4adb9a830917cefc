import { ClockBar } from './clock-bar.mjs';
import { Commands } from './commands.mjs';
import { Steps } from './hint.mjs';
import { classes, html, useLayoutEffect, useRef } from './html.mjs';
import { Icon } from './icons.mjs';
import { store } from './store.mjs';

/** The drawer `命令`: time, how a case goes, the cards. */
export function Panel() {
  const { panel } = store.state;
  const box = useRef(null);
  const close = () => store.set({ panel: false });
  useLayoutEffect(() => {
    if (!panel) return undefined;
    if (overlays()) box.current.querySelector('button')?.focus();
    const onKey = (event) => event.key === 'Escape' && overlays() && close();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [panel]);
  return html`<aside class=${classes('panel', panel && 'open')} aria-label="命令" ref=${box} inert=${!panel}>
    <header class="panel-head">
      <h2>命令</h2>
      <button class="plain" aria-label="收起命令" onClick=${close}><${Icon} name="close" /></button>
    </header>
    <div class="panel-body">
      <${ClockBar} />
      <h3>一件事怎么走完</h3>
      <${Steps} />
      <${Commands} />
    </div>
  </aside>`;
}

/** Where it lies over the chat, it takes the focus and Escape closes it. */
function overlays() {
  return matchMedia('(max-width: 1179px)').matches;
}

export function PanelButton() {
  const { panel } = store.state;
  return html`<button
    class="plain panel-button"
    aria-label="命令"
    aria-expanded=${panel}
    onClick=${() => store.set({ panel: !panel })}
  >
    <${Icon} name="book" /><span>命令</span>
  </button>`;
}
