import type { RoomReader } from '../../../src/recognise/api.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { doubtfulLine, revealingPair } from '../../support/doubtful.js';
import { official, said } from '../../support/room-lines.js';

const newRoom = (): RoomReader => shippedRecogniser().room([]);

describe('officials', () => {
  it('answer what was just raised, and what they name', () => {
    const room = newRoom();
    room.read(said(1, '老贺', '桥头路灯不亮了 几天了'));
    room.read(said(20, '谭嫂子', '垃圾堆成山了 没人来拖'));
    expect(room.read(official(25, '垃圾车下午来拖'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'm20',
    });
    expect(room.read(official(26, '@老贺 我联系电工了'))).toMatchObject({ intent: 'answer', matter: 'm1' });
  });

  it('reveal a matter that was let pass', () => {
    const room = newRoom();
    const pair = revealingPair();
    expect(room.read(said(1, '老李', pair.said)).action).toBe('ignore');
    expect(room.read(official(3, pair.answered))).toMatchObject({
      action: 'open',
      intent: 'answer',
      sealed: false,
      matter: 'm1',
    });
  });

  it('confirm a suggestion by answering it', () => {
    const room = newRoom();
    const text = doubtfulLine();
    expect(room.read(said(1, '桂英', text)).action).toBe('suggest');
    expect(room.read(official(5, '我马上带人去查'))).toMatchObject({
      action: 'open',
      intent: 'answer',
      matter: 'm1',
    });
    expect(room.read(official(9, '查到了 已经处理好了'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'm1',
    });
  });

  it('reveal nothing by what they want out of the group', () => {
    const room = newRoom();
    room.read(said(1, '老李', '三万块 到底谁见过'));
    const decision = room.read(official(4, '@老李 这事明天来镇里当面说，群里不讨论'));
    expect(decision.action).toBe('ignore');
  });

  it('announce and greet without answering', () => {
    const room = newRoom();
    room.read(said(1, '老贺', '桥头路灯不亮了 几天了'));
    expect(
      room.read(official(300, '【停电通知】因线路检修，明日8:00—17:00计划停电，请大家相互转告，收到回复')),
    ).toMatchObject({ intent: 'notice', matter: null });
    expect(room.read(official(400, '早上好'))).toMatchObject({ intent: 'chatter', matter: null });
  });

  it('command: counted as an answer', () => {
    const room = newRoom();
    room.read(said(1, '老贺', '桥头路灯不亮了 几天了'));
    expect(room.read(official(4, '受理 #1'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'm1',
    });
  });
});

describe('ratings and commands of villagers', () => {
  function answeredRoom(): RoomReader {
    const room = newRoom();
    room.read(said(1, '老贺', '桥头路灯不亮了 几天了'));
    room.read(official(5, '电工明天来'));
    room.read(official(1400, '路灯修好了'));
    return room;
  }

  it.each(['满意', '灯亮了 谢谢书记', '不满意 #1 只修了一盏', '还是不亮 没修好'])(
    'takes %j as feedback',
    (text) => {
      expect(answeredRoom().read(said(1440, '老贺', text))).toMatchObject({
        action: 'ignore',
        intent: 'feedback',
        matter: 'm1',
      });
    },
  );

  it('takes other commands as follow-ups and an official’s command as talk', () => {
    expect(answeredRoom().read(said(1440, '老贺', '查 #1'))).toMatchObject({
      intent: 'followup',
      matter: 'm1',
    });
    expect(answeredRoom().read(said(1440, '张三丰', '办结 1'))).toMatchObject({
      action: 'ignore',
      intent: 'chatter',
      matter: null,
    });
  });

  it('takes a rating with nothing to rate as talk', () => {
    expect(newRoom().read(said(1, '老贺', '满意'))).toMatchObject({ intent: 'chatter', matter: null });
  });
});

describe('volunteers and doctors', () => {
  it('answer like officials and ask like villagers', () => {
    const room = newRoom();
    room.read(said(1, 'v1', '我娘晕倒了 叫不应 快来人'));
    expect(room.read(said(2, 'd1', '让她侧躺 我背药箱马上到', { speaker: 'doctor' }))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'm1',
    });
    const asks = said(300, 's1', '唐奶奶一个人住 下不了床 没人送饭 村里能不能想想办法', {
      speaker: 'volunteer',
    });
    expect(room.read(asks)).toMatchObject({ action: 'open', matter: 'm300' });
  });
});
