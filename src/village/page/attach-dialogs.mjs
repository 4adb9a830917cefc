import { api } from './api.mjs';
import { closeDialog, Dialog } from './dialog.mjs';
import { html, useState } from './html.mjs';
import { Icon } from './icons.mjs';
import { send } from './sending.mjs';

/** Places that people of such villages send; the names are made up. */
const PLACES = [
  { name: '中院子路口', address: '店门镇石门社区三组', latitude: 27.4468, longitude: 110.5921 },
  { name: '石门桥头', address: '店门镇石门社区五组', latitude: 27.4489, longitude: 110.5964 },
  { name: '枫树坳后山水沟', address: '店门镇枫树坳村一组', latitude: 27.4513, longitude: 110.5862 },
  { name: '店门镇卫生院', address: '店门镇正街12号', latitude: 27.4402, longitude: 110.5988 },
];
const SECONDS = { least: 1, most: 60, usual: 6 };

export function PlaceDialog() {
  const [name, setName] = useState('');
  const own = { ...PLACES[0], name: name.trim(), address: '' };
  const choose = (place) => send({ type: 'location', place }).then((well) => well && closeDialog());
  return html`<${Dialog} title="发送位置">
    <ul class="places">
      ${PLACES.map(
        (p) =>
          html`<li key=${p.name}>
            <button class="place-choice" onClick=${() => choose(p)}>
              <${Icon} name="place" />
              <span><b>${p.name}</b><small>${p.address}</small></span>
            </button>
          </li>`,
      )}
    </ul>
    <form class="own-place" onSubmit=${(event) => (event.preventDefault(), choose(own))}>
      <input
        aria-label="别的地方"
        placeholder="别的地方，写个名字"
        maxlength="100"
        value=${name}
        onInput=${(event) => setName(event.target.value)}
      />
      <button class="send" disabled=${own.name === ''}>发送</button>
    </form>
  </${Dialog}>`;
}

export function VoiceDialog() {
  const [seconds, setSeconds] = useState(SECONDS.usual);
  const submit = () => send({ type: 'audio', seconds }).then((well) => well && closeDialog());
  return html`<${Dialog} title="发送语音">
    <p class="hint-text">演示里只有时长，没有声音。</p>
    <label class="seconds">
      <span>${seconds} 秒</span>
      <input
        type="range"
        min=${SECONDS.least}
        max=${SECONDS.most}
        value=${seconds}
        onInput=${(event) => setSeconds(Number(event.target.value))}
      />
    </label>
    <button class="send wide" onClick=${submit}>发送</button>
  </${Dialog}>`;
}

export function PictureDialog({ line }) {
  return html`<${Dialog} title=${line.file?.name ?? '图片'} kind="picture">
    <img src=${api.fileUrl(line.id)} alt=${line.file?.name ?? '图片'} />
  </${Dialog}>`;
}
