import type { RoomMessage } from '../../../src/recognise/api.js';
import { createRecogniser } from '../../../src/recognise/recogniser.js';

const START = Date.parse('2026-03-02T08:00:00+08:00');

/** A villager's line, one minute after the one before. */
function line(n: number, who: string, text: string, more: Partial<RoomMessage> = {}): RoomMessage {
  return {
    id: `m${n}`,
    at: START + n * 60_000,
    who,
    name: who,
    speaker: 'villager',
    type: 'text',
    text,
    ...more,
  };
}

describe('createRecogniser', () => {
  it('says which rules decide', () => {
    expect(createRecogniser().version).toBe('rules-1');
  });

  it('stays silent on greetings and opens a plain matter', () => {
    const room = createRecogniser().room([]);
    expect(room.read(line(1, 'v1', '早上好'))).toMatchObject({
      action: 'ignore',
      intent: 'chatter',
      matter: null,
    });
    expect(room.read(line(2, 'v2', '三组又停水了 三天了 有没有人管'))).toMatchObject({
      action: 'open',
      intent: 'petition',
      category: 'utility',
      urgency: 'urgent',
      sealed: false,
      matter: 'm2',
    });
  });

  it('links the picture, the neighbour, the official and the thanks to it', () => {
    const room = createRecogniser().room([]);
    room.read(line(1, 'v2', '桥头那盏路灯不亮了'));
    expect(room.read(line(2, 'v2', '', { type: 'image' }))).toMatchObject({
      intent: 'followup',
      matter: 'm1',
    });
    expect(room.read(line(3, 'v3', '我家门口那盏也是'))).toMatchObject({ intent: 'followup', matter: 'm1' });
    expect(room.read(line(4, 'c1', '我联系电工了 明天来修', { speaker: 'official' }))).toMatchObject({
      intent: 'answer',
      matter: 'm1',
    });
    expect(room.read(line(5, 'v2', '谢谢书记'))).toMatchObject({ intent: 'feedback', matter: 'm1' });
  });
});
