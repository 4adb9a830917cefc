import type { RoomReader } from '../../../src/recognise/api.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { doubtfulLine } from '../../support/doubtful.js';
import { official, said } from '../../support/room-lines.js';

const newRoom = (): RoomReader => shippedRecogniser().room([]);

describe('the recogniser', () => {
  it('says which model decides', () => {
    expect(shippedRecogniser().version).toMatch(/^village-1-[0-9a-f]{8}$/);
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
    const text = doubtfulLine();
    const decision = newRoom().read(said(1, 'v1', text));
    expect(decision).toMatchObject({ action: 'suggest', sealed: false, matter: 'm1' });
    expect(decision.category).not.toBe('');
  });

  it('opens what is raised outright', () => {
    expect(newRoom().read(said(1, 'v1', '诉求：村里的秤不准'))).toMatchObject({
      action: 'open',
      matter: 'm1',
    });
  });

  it('reads fragments of one speaker together and opens where it becomes clear', () => {
    const room = newRoom();
    expect(room.read(said(1, 'v1', '我家门口')).action).toBe('ignore');
    room.read(said(1, 'v2', '哪个打牌', { id: 'other' }));
    const clear = said(2, 'v1', '垃圾堆了半个月没人拖', { id: 'clear' });
    expect(room.read(clear)).toMatchObject({ action: 'open', category: 'sanitation', matter: 'clear' });
  });

  it('does not read together what lies far apart in time', () => {
    const apart = (minute: number): number => {
      const room = newRoom();
      room.read(said(1, 'v1', '三天了'));
      return room.read(said(minute, 'v1', '我家门口那盏路灯')).confidence;
    };
    expect(apart(30)).toBeLessThan(apart(2));
  });

  it('opens a second matter of another kind from the same person', () => {
    const room = newRoom();
    room.read(said(1, 'v1', '桥头路灯不亮了 几天了'));
    expect(room.read(said(40, 'v1', '低保怎么申请'))).toMatchObject({
      action: 'open',
      category: 'welfare',
      matter: 'm40',
    });
  });
});

describe('accusations', () => {
  const clear = '村主任把低保给了他亲弟弟';

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

  it('shows no second reader what reads like one, however little it begins in the talk at hand', () => {
    for (const text of ['村支书把修路的钱贪了', clear, '会计做假账 低保名额都给了他小舅子']) {
      const room = newRoom();
      room.read(said(1, 'v1', '最近自来水有点怪味'));
      room.read(said(2, 'v2', '网络又卡了'));
      for (let i = 0; i < 12; i++) {
        const { action, sealed, ask } = room.read(said(3 + i, i % 2 === 0 ? 'v1' : `w${i}`, text));
        expect([text, ask]).toEqual([text, false]);
        if (action !== 'ignore') expect([text, sealed]).toEqual([text, true]);
      }
    }
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
    expect(room.read(official(4, '这事明天来镇里当面说'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      sealed: true,
    });
  });

  it('passes over one from another village', () => {
    expect(newRoom().read(said(1, 'v1', '听说隔壁村的书记贪了修路钱 抓了')).action).toBe('ignore');
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
    const room = shippedRecogniser().room([known]);
    expect(room.read(official(3, '路灯我联系电工了'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'k',
    });
  });

  it('a message read again keeps its matter', () => {
    const room = shippedRecogniser().room([{ ...known, id: 'm1', resolved: true }]);
    expect(room.read(said(1, '老贺', '桥头路灯不亮 几天了')).matter).toBe('m1');
    expect(room.read(said(3, '老贺', '灯亮了 谢谢书记'))).toMatchObject({ intent: 'feedback', matter: 'm1' });
  });

  it('a case registered by hand turns a suggestion into a case', () => {
    const room = newRoom();
    const text = doubtfulLine();
    expect(room.read(said(1, '桂英', text)).action).toBe('suggest');
    room.open({ ...known, id: 'm1', text });
    expect(room.read(official(5, '桂英 我马上带人来看'))).toMatchObject({
      action: 'ignore',
      intent: 'answer',
      matter: 'm1',
    });
  });

  it('resolved and closed ones: thanks go to the first, news no longer to the second', () => {
    const room = shippedRecogniser().room([known]);
    room.resolve('k');
    expect(room.read(said(4, '老贺', '好了 谢谢'))).toMatchObject({ intent: 'feedback', matter: 'k' });
    room.close('k');
    expect(room.read(said(600, '小李', '今天去赶集'))).toMatchObject({ matter: null });
    room.resolve('unknown');
    room.close('unknown');
  });
});
