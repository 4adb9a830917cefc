import type { RoomReader } from '../../../src/recognise/api.js';
import { createRecogniser } from '../../../src/recognise/recogniser.js';
import type { Scorer } from '../../../src/recognise/scorer.js';
import { official, said } from '../../support/room-lines.js';

const newRoom = (): RoomReader => createRecogniser().room([]);

describe('createRecogniser', () => {
  it('says which rules decide, and takes another scorer in their place', () => {
    expect(createRecogniser().version).toBe('rules-1');
    const eager: Scorer = {
      version: 'eager-1',
      read: () => ({
        matter: 0.99,
        accusation: 0,
        kind: 'help',
        category: 'road',
        urgency: 'normal',
        found: true,
      }),
    };
    const other = createRecogniser(eager);
    expect(other.version).toBe('eager-1');
    expect(other.room([]).read(said(1, 'v1', '早'))).toMatchObject({
      action: 'open',
      intent: 'help',
      category: 'road',
      confidence: 0.99,
    });
  });
});

describe('opening', () => {
  it('stays silent on greetings and opens a plain matter with everything the contract asks', () => {
    const room = newRoom();
    expect(room.read(said(1, 'v1', '早上好'))).toMatchObject({
      action: 'ignore',
      intent: 'chatter',
      category: '',
      urgency: '',
      matter: null,
    });
    const opened = room.read(said(2, 'v2', '三组又停水了 三天了 有没有人管'));
    expect(opened).toMatchObject({
      action: 'open',
      intent: 'petition',
      category: 'utility',
      urgency: 'urgent',
      sealed: false,
      matter: 'm2',
      ask: true,
    });
    expect(opened.confidence).toBeGreaterThan(0.9);
  });

  it('suggests what it is not sure of', () => {
    expect(newRoom().read(said(1, 'v1', '好大一股臭味'))).toMatchObject({
      action: 'suggest',
      intent: 'petition',
      category: 'sanitation',
    });
  });

  it('opens what is raised outright', () => {
    expect(newRoom().read(said(1, 'v1', '诉求：村里的秤不准'))).toMatchObject({
      action: 'open',
      matter: 'm1',
    });
  });

  it('reads fragments of one speaker together and opens where it becomes clear', () => {
    const room = newRoom();
    expect(room.read(said(1, 'v1', '桥头那盏路灯')).action).toBe('ignore');
    room.read(said(1, 'v2', '哪个打牌', { id: 'other' }));
    expect(room.read(said(2, 'v1', '连着几夜', { id: 'more' })).action).toBe('ignore');
    const clear = said(3, 'v1', '黑的 哪个来修', { id: 'clear' });
    expect(room.read(clear)).toMatchObject({ action: 'open', category: 'utility', matter: 'clear' });
  });

  it('does not read together what lies far apart in time', () => {
    const room = newRoom();
    room.read(said(1, 'v1', '不亮了 几天了'));
    expect(room.read(said(30, 'v1', '路灯')).action).toBe('ignore');
  });

  it('opens a second matter of another kind from the same person', () => {
    const room = newRoom();
    room.read(said(1, 'v1', '桥头路灯不亮了 几天了'));
    expect(room.read(said(40, 'v1', '垃圾堆成山了 没人来拖'))).toMatchObject({
      action: 'open',
      category: 'sanitation',
      matter: 'm40',
    });
  });
});

describe('accusations', () => {
  const clear = '修路的钱落到哪个荷包了 施工的是书记的小舅子 大家心里有数';

  it('opens a clear one sealed, of no urgency, never to be shown to a second reader', () => {
    expect(newRoom().read(said(1, 'v1', clear))).toMatchObject({
      action: 'open',
      intent: 'discipline',
      sealed: true,
      urgency: 'normal',
      ask: false,
    });
  });

  it('only suggests a doubtful one, sealed all the same', () => {
    const doubtful = newRoom().read(said(1, 'v1', '低保名额都给了村干部的亲戚'));
    expect(doubtful).toMatchObject({ intent: 'discipline', sealed: true, ask: false });
    expect(doubtful.action).not.toBe('ignore');
  });

  it('keeps what belongs to it sealed', () => {
    const room = newRoom();
    room.read(said(1, 'v1', clear));
    expect(room.read(said(2, 'v2', '我也看到了 一分钱没补'))).toMatchObject({
      action: 'ignore',
      intent: 'followup',
      sealed: true,
      matter: 'm1',
      ask: false,
    });
    expect(room.read(official(4, '这件事请到镇里当面反映'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      sealed: true,
    });
  });

  it('passes over one from another village', () => {
    expect(newRoom().read(said(1, 'v1', '听说隔壁村的书记贪了修路钱 抓了')).action).toBe('ignore');
  });
});

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
    expect(lampRoom().read(said(20, '谭嫂', '桥头路灯又黑了 没人来修'))).toMatchObject({
      action: 'ignore',
      intent: 'followup',
      matter: 'm1',
    });
  });

  it('a look-alike elsewhere does not join', () => {
    const room = newRoom();
    room.read(said(1, '老贺', '三组停水了 没水用'));
    expect(room.read(said(90, '谭嫂', '七组也没通知 突然停电了 冰箱的肉都化了'))).toMatchObject({
      action: 'open',
      matter: 'm90',
    });
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
    room.read(said(1, '凤姐', '好大的煤气味 哪家漏气了 快来人查'));
    expect(room.read(said(3, '凤姐', '搞清楚了 是我屋客人开榴莲'))).toMatchObject({
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
    expect(room.read(said(1, '桂英', '大家看看这个样子 吃得不')).action).toBe('ignore');
    expect(room.read(official(6, '@桂英 水厂在加药 今天先不要喝 明天上午恢复'))).toMatchObject({
      action: 'open',
      intent: 'answer',
      sealed: false,
      matter: 'm1',
    });
  });

  it('confirm a suggestion by answering it', () => {
    const room = newRoom();
    expect(room.read(said(1, '桂英', '好大一股臭味')).action).toBe('suggest');
    expect(room.read(official(5, '我马上带人去查'))).toMatchObject({
      action: 'open',
      intent: 'answer',
      category: 'sanitation',
      matter: 'm1',
    });
    expect(room.read(official(9, '查到了 已经处理好了'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'm1',
    });
  });

  it('announce, acknowledge and greet without answering', () => {
    const room = newRoom();
    room.read(said(1, '老贺', '桥头路灯不亮了 几天了'));
    expect(room.read(official(2, '收到'))).toMatchObject({ intent: 'chatter', matter: null });
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

  it.each(['满意', '灯亮了 谢谢书记', '不满意 #1 只修了一盏', '没修好 晚上还是黑的'])(
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

describe('what the case store knows better', () => {
  const known = {
    id: 'k',
    who: '老贺',
    at: said(0, '', '').at,
    text: '桥头路灯不亮',
    category: 'utility',
    sealed: false,
    resolved: false,
  } as const;

  it('matters open before a restart are linked to', () => {
    const room = createRecogniser().room([known]);
    expect(room.read(official(3, '路灯我联系电工了'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'k',
    });
  });

  it('a message read again keeps its matter', () => {
    const room = createRecogniser().room([{ ...known, id: 'm1', resolved: true }]);
    expect(room.read(said(1, '老贺', '桥头路灯不亮 几天了')).matter).toBe('m1');
    expect(room.read(said(3, '老贺', '灯亮了 谢谢书记'))).toMatchObject({ intent: 'feedback', matter: 'm1' });
  });

  it('a case registered by hand turns a suggestion into a case', () => {
    const room = newRoom();
    expect(room.read(said(1, '桂英', '好大一股臭味')).action).toBe('suggest');
    room.open({ ...known, id: 'm1', category: 'sanitation' });
    expect(room.read(official(5, '我马上带人去查'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'm1',
    });
  });

  it('resolved and closed ones: thanks go to the first, news no longer to the second', () => {
    const room = createRecogniser().room([known]);
    room.resolve('k');
    expect(room.read(said(4, '老贺', '好了 谢谢'))).toMatchObject({ intent: 'feedback', matter: 'k' });
    room.close('k');
    expect(room.read(said(600, '小李', '今天去赶集'))).toMatchObject({ matter: null });
    room.resolve('unknown');
    room.close('unknown');
  });
});
