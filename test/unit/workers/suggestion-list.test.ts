import { isMeant, withLine, type Line } from '../../../src/workers/suggestion-list.js';

const PLAIN = {
  account: 'main',
  place: '店门镇/石门社区',
  chat: { id: 'r@chatroom', room: true },
  who: 'wxid_he',
  name: '老贺',
  at: 0,
  text: '厕所好臭',
  sealed: false,
  model: 'rules-1',
  confidence: 0.5,
};

function listOf(count: number): Line[] {
  return Array.from({ length: count }, (_, i) => `m${i + 1}`).reduce<Line[]>(
    (list, messageId) => withLine(list, { ...PLAIN, messageId }),
    [],
  );
}

const numbers = (list: Line[]): number[] => list.map((line) => line.number);
const answered = (list: Line[], ...done: number[]): Line[] =>
  list.map((line) => (done.includes(line.number) ? { ...line, state: 'done' } : line));

describe('the numbers of a list of suggestions', () => {
  it('count from 1, and a message stands on it once', () => {
    const list = listOf(3);
    expect(numbers(list)).toEqual([1, 2, 3]);
    expect(withLine(list, { ...PLAIN, messageId: 'm2' })).toBe(list);
  });

  it('stay with their lines however long the list grows', () => {
    const list = listOf(40);
    expect(list.find((line) => line.number === 5)?.messageId).toBe('m5');
    expect(list.find((line) => line.number === 40)?.messageId).toBe('m40');
  });

  it('go on while any line waits, and begin anew once all are answered', () => {
    const some = withLine(answered(listOf(3), 1, 3), { ...PLAIN, messageId: 'new' });
    expect(some.at(-1)).toMatchObject({ number: 4, state: 'new' });
    const all = withLine(answered(listOf(3), 1, 2, 3), { ...PLAIN, messageId: 'new' });
    expect(all.filter((line) => line.number === 1).map((line) => line.messageId)).toEqual(['new']);
  });

  it('have two digits at most: past 99 the free ones are given again', () => {
    const list = withLine(answered(listOf(99), 1, 7), { ...PLAIN, messageId: 'new' });
    expect(list.at(-1)).toMatchObject({ messageId: 'new', number: 1 });
    expect(withLine(list, { ...PLAIN, messageId: 'newer' }).at(-1)).toMatchObject({ number: 7 });
    expect(withLine(listOf(99), { ...PLAIN, messageId: 'new' }).at(-1)).toMatchObject({ number: 1 });
  });
});

describe('which lines an answer means', () => {
  const told = (list: Line[], toldAt: number): Line[] =>
    list.map((line) => (line.state === 'new' ? { ...line, state: 'told', toldAt } : line));
  const meant = (list: Line[], lines: number[] | 'all'): number[] =>
    numbers(list.filter((line) => isMeant(line, lines, list)));

  it('those of its numbers that still wait', () => {
    expect(meant(answered(told(listOf(3), 1), 2), [1, 2, 9])).toEqual([1]);
  });

  it('all: what was told last and waits, neither an older list nor what nobody has seen', () => {
    const first = told(listOf(2), 1);
    const second = told(
      withLine(withLine(first, { ...PLAIN, messageId: 'c' }), { ...PLAIN, messageId: 'd' }),
      2,
    );
    expect(meant(first, 'all')).toEqual([1, 2]);
    expect(meant(second, 'all')).toEqual([3, 4]);
    expect(meant(withLine(second, { ...PLAIN, messageId: 'e' }), 'all')).toEqual([3, 4]);
    expect(meant(answered(second, 3, 4), 'all')).toEqual([]);
  });
});
