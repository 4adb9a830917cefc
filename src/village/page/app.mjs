import { PictureDialog, PlaceDialog, VoiceDialog } from './attach-dialogs.mjs';
import { Avatar } from './avatar.mjs';
import { begin } from './become.mjs';
import { ChatList } from './chat-list.mjs';
import { ChatPane } from './chat-pane.mjs';
import { markSeen } from './chats.mjs';
import { ClockBar } from './clock-bar.mjs';
import { HintDialog } from './hint.mjs';
import { classes, html, render, useLayoutEffect, useState } from './html.mjs';
import { Icon } from './icons.mjs';
import { memory } from './memory.mjs';
import { MessageMenu } from './message-menu.mjs';
import { Panel, PanelButton } from './panel.mjs';
import { PeopleDialog } from './people-dialog.mjs';
import { nameOf, person, store } from './store.mjs';
import { attempt } from './toast.mjs';

const DIALOGS = {
  people: PeopleDialog,
  place: PlaceDialog,
  voice: VoiceDialog,
  picture: PictureDialog,
  hint: HintDialog,
};

function App() {
  const [, redraw] = useState(0);
  useLayoutEffect(() => store.listen(() => redraw((n) => n + 1)), []);
  const { village, me, open, dialog, toast, panel } = store.state;
  if (!village) return html`<p class="loading">${toast || '正在进村…'}</p>`;
  const Shown = dialog && DIALOGS[dialog.kind];
  return html`<div class=${classes('app', open && 'in-chat', panel && 'with-panel')}>
      ${me && [html`<${Side} />`, html`<${ChatPane} />`, html`<${Panel} />`]}
    </div>
    <${MessageMenu} />
    ${Shown && html`<${Shown} key=${dialog.kind} ...${dialog} />`}
    <p class=${classes('toast', toast && 'shown')} role="status" aria-live="assertive">${toast}</p>`;
}

/** Left: who one is, the time, the chats. */
function Side() {
  const { me, village, botConnected, connected } = store.state;
  return html`<section class="side">
    <header class="side-head">
      <button
        class="me"
        onClick=${() => store.set({ dialog: { kind: 'people' } })}
        aria-label=${`你是${nameOf(me)}，换人`}
      >
        <${Avatar} id=${me} />
        <span class="me-text">
          <span class="me-name">${nameOf(me)}<${Icon} name="down" /></span>
          <span class="me-about">${person(me)?.badge || '村民'}</span>
        </span>
      </button>
      <${PanelButton} />
    </header>
    <${ClockBar} />
    <${ChatList} />
    <footer class="side-foot">
      <span class=${classes('dot', botConnected && connected && 'on')}></span>
      ${village.county}演示村 ·
      ${connected ? (botConnected ? '回音在线' : '回音还没连上') : '和村子断开了，正在重连'}
    </footer>
  </section>`;
}

/** The first visit explains itself once somebody has been chosen. */
function showHint() {
  const { me, dialog } = store.state;
  if (me !== null && dialog === null && !memory.hintSeen() && !showHint.shown) {
    showHint.shown = true;
    store.set({ dialog: { kind: 'hint' } });
  }
}

render(html`<${App} />`, document.getElementById('app'));
store.listen(showHint);
document.addEventListener('visibilitychange', markSeen);
await attempt(begin);
