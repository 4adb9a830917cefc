import { api } from './api.mjs';
import { html, useState } from './html.mjs';
import { Icon } from './icons.mjs';
import { store } from './store.mjs';
import { dayName, hourMinute } from './times.mjs';
import { attempt } from './toast.mjs';

const HOUR_MS = 3_600_000;

/** The village's time, and what lets it run ahead. */
export function ClockBar() {
  const { now } = store.state;
  const [busy, setBusy] = useState(false);
  const advance = (ms) => async () => {
    setBusy(true);
    await attempt(async () => store.set({ now: (await api.advance(ms)).now }));
    setBusy(false);
  };
  return html`<div class="clock" role="group" aria-label="村里的时间">
    <time class="clock-time"><b>${hourMinute(now)}</b><span>${dayName(now)}</span></time>
    <button disabled=${busy} onClick=${advance(HOUR_MS)}>快进1小时</button>
    <button disabled=${busy} onClick=${advance(24 * HOUR_MS)}>快进1天</button>
    <${DayButton} />
  </div>`;
}

/** 演一天: a prepared day, played into the groups. */
function DayButton() {
  const { day } = store.state;
  const toggle = () => attempt(async () => store.set({ day: await api.day(day.playing ? 'stop' : 'play') }));
  const label = day.playing ? `停下（${day.step}/${day.of}）` : '演一天';
  return html`<button class="day" onClick=${toggle} aria-pressed=${day.playing}>
    <${Icon} name=${day.playing ? 'stop' : 'play'} />${label}
  </button>`;
}
