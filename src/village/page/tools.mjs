import { html, useRef } from './html.mjs';
import { Icon } from './icons.mjs';
import { sendPicture } from './sending.mjs';
import { store } from './store.mjs';

/** Picture, place, voice, mention. */
export function Tools({ chat, insertAt }) {
  const file = useRef(null);
  const chosen = async (event) => {
    const [picture] = event.target.files;
    if (picture) await sendPicture(picture);
    file.current.value = '';
  };
  const open = (kind) => () => store.set({ dialog: { kind } });
  return html`<div class="tools" role="toolbar" aria-label="发送">
    <${Tool} icon="picture" name="图片" act=${() => file.current.click()} />
    <${Tool} icon="place" name="位置" act=${open('place')} />
    <${Tool} icon="voice" name="语音" act=${open('voice')} />
    ${chat !== 'bot' && html`<${Tool} icon="at" name="提醒" act=${insertAt} />`}
    <input
      ref=${file}
      type="file"
      accept="image/jpeg,image/png,image/gif,image/webp"
      aria-label="选择图片"
      tabindex="-1"
      class="hidden"
      onChange=${chosen}
    />
  </div>`;
}

function Tool({ icon, name, act }) {
  return html`<button type="button" class="tool" onClick=${act}>
    <${Icon} name=${icon} /><span>${name}</span>
  </button>`;
}
