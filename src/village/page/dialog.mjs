import { html, useLayoutEffect, useRef } from './html.mjs';
import { Icon } from './icons.mjs';
import { store } from './store.mjs';

export function closeDialog() {
  store.set({ dialog: null });
}

/** A modal sheet: the browser's own dialog keeps the focus inside and closes on Escape. `fixed`: there is no way round. */
export function Dialog({ title, fixed, kind, children }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    box.current.showModal();
  }, []);
  const onCancel = (event) => {
    event.preventDefault();
    if (!fixed) closeDialog();
  };
  const onClick = (event) => !fixed && event.target === box.current && closeDialog();
  return html`<dialog
    class=${`sheet ${kind ?? ''}`}
    ref=${box}
    onCancel=${onCancel}
    onClick=${onClick}
    aria-label=${title}
  >
    <header class="sheet-head">
      <h2 tabindex="-1" autofocus>${title}</h2>
      ${!fixed && html`<button class="plain" aria-label="关闭" onClick=${closeDialog}><${Icon} name="close" /></button>`}
    </header>
    <div class="sheet-body">${children}</div>
  </dialog>`;
}
