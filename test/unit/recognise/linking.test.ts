import type { RoomReader } from '../../../src/recognise/api.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { said } from '../../support/room-lines.js';

const newRoom = (): RoomReader => shippedRecogniser().room([]);

describe('what belongs to a matter', () => {
  function lampRoom(): RoomReader {
    const room = newRoom();
    room.read(said(1, '老贺', '桥头那盏路灯不亮了 三夜了'));
    return room;
  }

  it('picture, voice and place right behind it', () => {
    const room = lampRoom();
    for (const [i, type] of (['image', 'audio', 'video', 'location'] as const).entries()) {
      expect(room.read(said(2 + i, '老贺', '', { type }))).toMatchObject({
        action: 'ignore',
        intent: 'followup',
        matter: 'm1',
      });
    }
  });

  it('not a sticker, a link or a recall, nor a picture an hour later', () => {
    const room = lampRoom();
    for (const type of ['sticker', 'link', 'recalled'] as const) {
      expect(room.read(said(2, '老贺', '', { type, id: type }))).toMatchObject({
        intent: 'chatter',
        matter: null,
      });
    }
    expect(room.read(said(70, '老贺', '', { type: 'image' }))).toMatchObject({
      intent: 'chatter',
      matter: null,
    });
  });

  it('a neighbour who has it too', () => {
    expect(lampRoom().read(said(3, '谭嫂', '我家门口那盏也是'))).toMatchObject({
      action: 'ignore',
      intent: 'followup',
      matter: 'm1',
    });
  });

  it('the same incident told in full by somebody else opens no second case', () => {
    expect(lampRoom().read(said(3, '谭嫂', '桥头那盏是不亮 昨晚差点摔跤'))).toMatchObject({
      action: 'ignore',
      intent: 'followup',
      matter: 'm1',
    });
  });

  it('power that is off is no part of water that is off, however close', () => {
    const room = newRoom();
    room.read(said(1, '老贺', '三组停水了'));
    const other = room.read(said(2, '谭嫂', '村里停电了'));
    expect(other).toMatchObject({ matter: 'm2' });
    expect(other.action).not.toBe('ignore');
    expect(room.read(said(3, '桂英', '我家也没水'))).toMatchObject({ action: 'ignore', matter: 'm1' });
  });

  it('a look-alike elsewhere does not join', () => {
    const room = newRoom();
    room.read(said(1, '老贺', '三组停水了 没水用'));
    const other = room.read(said(90, '谭嫂', '七组突然停电了 冰箱的肉都化了'));
    expect(other.action).not.toBe('ignore');
    expect(other.matter).toBe('m90');
  });

  it('urging by the petitioner the next day', () => {
    expect(lampRoom().read(said(1500, '老贺', '路灯还没来修 几天了'))).toMatchObject({
      action: 'ignore',
      intent: 'followup',
      matter: 'm1',
    });
  });

  it('a quoted message says which matter is meant', () => {
    const room = lampRoom();
    room.read(said(30, '谭嫂', '垃圾堆成山了 没人来拖'));
    const text = '「老贺 ：桥头那盏路灯不亮了 三夜了」\n- - - - - - - - - - - - - - -\n确实';
    expect(room.read(said(200, '小李', text))).toMatchObject({ intent: 'followup', matter: 'm1' });
  });

  it('calling it off before anybody answered', () => {
    const room = newRoom();
    room.read(said(1, '凤姐', '一股煤气 是不是漏了 快来人'));
    expect(room.read(said(3, '凤姐', '搞错了 是隔壁剁臭豆腐'))).toMatchObject({
      action: 'ignore',
      intent: 'followup',
      matter: 'm1',
    });
  });

  it('idle talk hours later belongs to nothing', () => {
    expect(lampRoom().read(said(300, '小李', '今晚吃什么'))).toMatchObject({
      intent: 'chatter',
      matter: null,
    });
  });
});
