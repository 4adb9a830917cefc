import type { RoomMessage } from '../../src/recognise/api.js';

const START = Date.parse('2026-03-02T08:00:00+08:00');

/** A villager's text `minute` minutes after eight; `id` is `m<minute>` unless said otherwise. */
export function said(
  minute: number,
  who: string,
  text: string,
  more: Partial<RoomMessage> = {},
): RoomMessage {
  const at = START + minute * 60_000;
  return { id: `m${minute}`, at, who, name: who, speaker: 'villager', type: 'text', text, ...more };
}

/** An official's text. */
export function official(minute: number, text: string, more: Partial<RoomMessage> = {}): RoomMessage {
  return said(minute, 'c1', text, { name: '周支书', speaker: 'official', ...more });
}
