import type { Decision } from '../../../src/cases/message.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { said } from '../../support/room-lines.js';

/** What each line comes to, said by another neighbour each, a minute apart. */
function readAll(...lines: string[]): Decision[] {
  const room = shippedRecogniser().room([]);
  return lines.map((text, i) => room.read(said(i + 1, `邻居${i + 1}`, text)));
}

describe('another service that is gone is another matter', () => {
  it('amid fast talk of other things', () => {
    const decisions = readAll(
      '垃圾池满了三天了没人来清',
      '桥头的路塌了半边车过不去',
      '三组的路灯坏了一个礼拜了',
      '二组的自来水停了两天了',
    );
    expect(decisions.map((one) => one.action)).toEqual(['open', 'open', 'open', 'open']);
    expect(decisions[3]).toMatchObject({ matter: 'm4', category: 'utility' });
  });

  it.each([
    ['村里停水了', '村里停电了'],
    ['村里停电了', '二组的自来水停了两天了'],
  ])('%s, then %s', (first, second) => {
    expect(readAll(first, second)[1]).toMatchObject({ action: 'open', matter: 'm2' });
  });

  it.each([
    ['村里停水了', '我家也停水了'],
    ['三组的路灯坏了一个礼拜了', '是停电了吧'],
    ['村里停水了', '手机没电了先不说了'],
  ])('%s, then %s: opens nothing', (first, second) => {
    expect(readAll(first, second)[1]?.action).toBe('ignore');
  });

  it('knows an open case of before a restart, too', () => {
    const case1 = { id: 'm1', who: 'a', at: 0, text: '村里停水了', category: 'utility' as const };
    const room = shippedRecogniser().room([{ ...case1, sealed: false, resolved: false }]);
    expect(room.read(said(2, '谭嫂', '村里停电了'))).toMatchObject({ action: 'open', matter: 'm2' });
  });
});
