import type { Decision } from '../../../../src/cases/message.js';
import type { OpenMatter, RoomMessage, RoomReader } from '../../../../src/recognise/api.js';
import type { Verdict } from '../../../../src/recognise/second/question.js';
import { SecondRoom } from '../../../../src/recognise/second/room.js';

const T0 = 1_780_000_000_000;
const IGNORED: Decision = {
  action: 'ignore', intent: 'chatter', category: '', urgency: '', sealed: false, matter: null, confidence: 0.2, ask: true,
}; // prettier-ignore
const opened = (id: string): Decision => ({
  ...IGNORED, action: 'open', intent: 'petition', category: 'road', urgency: 'normal', matter: id, confidence: 0.9,
}); // prettier-ignore
const suggested = (id: string): Decision => ({ ...opened(id), action: 'suggest', confidence: 0.5 });
const NO: Verdict = { action: 'ignore', matter: 0, kind: 'petition', category: 'other', urgency: 'normal' };
const YES: Verdict = { ...NO, action: 'open', category: 'utility', urgency: 'urgent' };

/** A recogniser that says what the test wants, and remembers what it was told. */
class Told implements RoomReader {
  readonly heard: string[] = [];
  constructor(private readonly decisions: Record<string, Decision>) {}
  read = (message: RoomMessage): Decision => this.decisions[message.id] ?? { ...IGNORED, ask: false };
  open = (matter: OpenMatter): void => void this.heard.push(`open ${matter.id} ${matter.category}`);
  resolve = (id: string): void => void this.heard.push(`resolve ${id}`);
  close = (id: string): void => void this.heard.push(`close ${id}`);
}

let next = 0;
const line = (id: string, text: string, more: Partial<RoomMessage> = {}): RoomMessage => ({
  id, text, at: T0 + (next += 60_000), who: 'v1', name: '月亮走我也走', speaker: 'villager', type: 'text', ...more,
}); // prettier-ignore

function scene(
  decisions: Record<string, Decision>,
  open: OpenMatter[] = [],
  hidden: (text: string) => boolean = () => false,
) {
  const inner = new Told(decisions);
  const room = new SecondRoom(inner, open, { officials: () => ['李望秋'], hidden });
  const settle = (message: RoomMessage, verdict: Verdict): Decision => {
    const local = room.read(message);
    const asked = room.ask(message, local);
    if (!asked) throw new Error('nobody would be asked');
    return room.settle(message, local, verdict, asked.matters);
  };
  return { inner, room, settle };
}

describe('a second reader’s word', () => {
  it('opens what was only suggested, and the recogniser learns of it', () => {
    const { inner, settle } = scene({ m1: suggested('m1') });
    expect(settle(line('m1', '又没水了'), YES)).toEqual({
      ...IGNORED, action: 'open', intent: 'petition', category: 'utility', urgency: 'urgent', matter: 'm1', confidence: 0.97,
    }); // prettier-ignore
    expect(inner.heard).toEqual(['open m1 utility']);
  });

  it('drops what was opened; later lines on it belong to nothing', () => {
    const { inner, room, settle } = scene({
      m1: opened('m1'),
      m2: { ...IGNORED, intent: 'followup', matter: 'm1' },
    });
    expect(settle(line('m1', '路上小心'), NO)).toMatchObject({
      action: 'ignore',
      intent: 'chatter',
      matter: null,
      category: '',
    });
    expect(inner.heard).toEqual(['close m1']);
    expect(room.read(line('m2', '是的'))).toMatchObject({
      action: 'ignore',
      intent: 'chatter',
      matter: null,
    });
  });

  it('joins an open matter; what follows, and pictures behind it, go there', () => {
    const { room, settle } = scene({
      m1: opened('m1'),
      m2: opened('m2'),
      m3: { ...IGNORED, intent: 'followup', matter: 'm2' },
    });
    settle(line('m1', '三组停水'), YES);
    const joined = settle(line('m2', '我屋里也冇得水', { who: 'v2' }), { ...YES, action: 'join', matter: 1 });
    expect(joined).toMatchObject({ action: 'ignore', intent: 'followup', matter: 'm1', urgency: '' });
    expect(room.read(line('m3', '搞快点'))).toMatchObject({ intent: 'followup', matter: 'm1' });
    expect(room.read(line('p1', '', { who: 'v2', type: 'image' }))).toMatchObject({
      intent: 'followup',
      matter: 'm1',
    });
    expect(room.read(line('p2', '', { who: 'v3', type: 'image' }))).toMatchObject({ matter: null });
  });

  it('opens a pending matter in the name of the line that began it', () => {
    const { settle } = scene({ m1: suggested('m1'), m2: IGNORED });
    expect(settle(line('m1', '又来了'), { ...YES, action: 'suggest' })).toMatchObject({
      action: 'suggest',
      matter: 'm1',
    });
    expect(settle(line('m2', '灯又不亮'), { ...YES, matter: 1 })).toMatchObject({
      action: 'open',
      matter: 'm1',
    });
  });

  it('an official who answers what was only suggested opens it', () => {
    const { room, settle } = scene({
      m1: opened('m1'),
      m2: { ...IGNORED, intent: 'answer', matter: 'm1', ask: false },
    });
    settle(line('m1', '桥那里有点怪'), { ...YES, action: 'suggest', category: 'road' });
    const answer = room.read(line('m2', '我下午去看', { who: 'c1', speaker: 'official' }));
    expect(answer).toMatchObject({ action: 'open', intent: 'answer', matter: 'm1', category: 'road' });
  });

  it('seals what it calls an accusation, and never opens it', () => {
    const { room, settle } = scene({ m1: opened('m1'), m2: IGNORED });
    const sealed = settle(line('m1', '修桥的钱哪去了'), { ...YES, kind: 'discipline' });
    expect(sealed).toMatchObject({
      action: 'suggest',
      intent: 'discipline',
      sealed: true,
      ask: false,
      matter: 'm1',
    });
    const after = line('m2', '大家评评理');
    expect(room.ask(after, room.read(after))).toBeNull();
  });

  it('cannot drop an emergency, nor hide it in a matter of which nobody speaks', () => {
    const danger = { ...opened('m2'), urgency: 'emergency' as const };
    const { settle } = scene({
      m1: opened('m1'),
      m2: danger,
      m3: { ...danger, matter: 'm3' },
      m4: { ...danger, matter: 'm4' },
    });
    settle(line('m1', '三组停水'), YES);
    expect(settle(line('m2', '电线掉路上了'), NO)).toMatchObject({ action: 'suggest', urgency: 'emergency' });
    const join: Verdict = { ...YES, action: 'join', matter: 2 };
    expect(settle(line('m3', '机房冒烟了'), join)).toMatchObject({ action: 'ignore', matter: 'm1' });
    next += 60 * 60_000;
    expect(settle(line('m4', '电线冒火花'), { ...join, matter: 1 })).toMatchObject({
      action: 'open',
      matter: 'm4',
    });
  });

  it.each<[string, Verdict]>([
    ['a matter that is not on the list', { ...YES, action: 'join', matter: 7 }],
    ['no matter to join', { ...YES, action: 'join', matter: 0 }],
    ['opening again what is open', { ...YES, matter: 1 }],
  ])('counts for nothing when it names %s', (_what, verdict) => {
    const { settle } = scene({ m1: opened('m1'), m2: opened('m2') });
    settle(line('m1', '三组停水'), YES);
    expect(settle(line('m2', '路断了'), verdict)).toEqual(opened('m2'));
  });

  it('cannot make an official’s line open anything', () => {
    const { settle } = scene({ m1: IGNORED });
    expect(settle(line('m1', '明天来修', { who: 'c1', speaker: 'official' }), YES)).toEqual(IGNORED);
  });
});

describe('what is asked', () => {
  it('a line with ask, and nothing else', () => {
    const accusation: Decision = { ...suggested('m2'), intent: 'discipline', sealed: true, ask: false };
    const { room } = scene({
      m1: IGNORED,
      m2: accusation,
      m3: { ...IGNORED, ask: false },
      m4: { ...accusation, ask: true },
    });
    const would = (message: RoomMessage): boolean => room.ask(message, room.read(message)) !== null;
    expect(would(line('m1', '又没水了', { who: 'v5' }))).toBe(true);
    expect(would(line('m2', '书记吃了回扣'))).toBe(false);
    expect(would(line('m3', '哈哈', { who: 'v6' }))).toBe(false);
    expect(would(line('m4', '会计做假账', { who: 'v7' }))).toBe(false);
  });

  it('keeps accusations, what may be one, and what follows them out of the context', () => {
    const sealed: Decision = { ...suggested('m1'), intent: 'discipline', sealed: true, ask: false };
    const { room } = scene({ m1: sealed, m5: IGNORED }, [], (text) => text.includes('周小满'));
    room.read(line('m1', '支书贪了修路的钱'));
    room.read(line('m2', '真的 不怕讲', { who: 'v1' }));
    room.read(line('m3', '主任的小舅子包的工程', { who: 'v2' }));
    room.read(line('m4', '周小满发票', { who: 'v4' }));
    room.read(line('m4b', '赶集去不', { who: 'v2', name: '谭嫂子' }));
    const asking = line('m5', '灯又不亮', { who: 'v3', name: '刘阿婆' });
    const { question } = room.ask(asking, room.read(asking)) ?? {};
    expect(question?.before).toEqual([{ who: '甲（村民）', minutes: 1, text: '赶集去不' }]);
    expect(question?.line).toEqual({
      who: '乙（村民）',
      speaker: 'villager',
      text: '灯又不亮',
      quotes: null,
    });
  });

  it('lists open matters without sealed ones; a quote goes along masked, unless it accuses', () => {
    const matter = (id: string, text: string, sealed: boolean): OpenMatter => ({
      id, text, sealed, who: 'v9', at: T0, category: 'road', resolved: false,
    }); // prettier-ignore
    const { room } = scene({ m1: IGNORED, m2: IGNORED }, [
      matter('a', '月亮走我也走家门口路塌了13800001234', false),
      matter('b', '会计做假账', true),
    ]);
    const quote = (text: string): string => `「老贺：${text}」\n- - - - - - -\n我也是`;
    const first = line('m1', quote('灯不亮 打13900001234'));
    const { question, matters } = room.ask(first, room.read(first)) ?? {};
    expect(matters).toEqual(['a']);
    expect(question?.matters[0]?.text).toBe('甲家门口路塌了[号码]');
    expect(question?.line).toMatchObject({ text: '我也是', quotes: '灯不亮 打[号码]' });
    const second = line('m2', quote('支书吃回扣'), { who: 'v8' });
    expect(room.ask(second, room.read(second))?.question.line.quotes).toBeNull();
  });

  it('stays small whatever the room’s length', () => {
    const inner: RoomReader = {
      read: ({ id }) => opened(id),
      open: () => undefined,
      resolve: () => undefined,
      close: () => undefined,
    };
    const room = new SecondRoom(inner, [], { officials: () => [], hidden: () => false });
    let last = line('x', '');
    for (let i = 0; i < 5_000; i++)
      room.read((last = line(`m${i}`, '路坏了'.repeat(300), { who: `v${i}`, name: `邻居${i}` })));
    const asked = room.ask(last, opened(last.id));
    expect(asked?.question.before).toHaveLength(10);
    expect(asked?.matters).toHaveLength(12);
    expect(JSON.stringify(asked).length).toBeLessThan(8_000);
  });
});
