import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MESSAGE_TYPES, SPEAKERS } from '../../../src/cases/words.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { said } from '../../support/room-lines.js';
import { cpuMs } from '../../support/cpu.js';

const read = (text: string) =>
  shippedRecogniser()
    .room([])
    .read(said(1, 'v1', text));

/** Without what only waits to be collected. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('bad input', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['one character', '啊'],
    ['one sign', '!'],
    ['only emoji', '😂😂👍[捂脸]'],
    ['zero-width and bidi only', '\u200b\u202e\u2066\ufeff'],
    ['lone surrogates', '\ud83d\udc00\ud83d'],
    ['controls', '\u0000\u0001\u007f'],
    ['an open quote', '「老贺：'],
    ['a quote of nothing', '「：」\n- - - - -\n'],
    ['only a mention', '@老贺\u2005'],
    ['brackets', '[[[[]]]]【【】】'],
  ])('%s is talk', (_, text) => {
    expect(read(text)).toMatchObject({
      action: 'ignore',
      intent: 'chatter',
      category: '',
      urgency: '',
      matter: null,
    });
  });

  it('finds a matter through invisible characters, surrogates and traditional forms', () => {
    expect(read('三\u200b組又停\u202e水了\ud83d 三天了')).toMatchObject({
      action: 'open',
      category: 'utility',
    });
  });

  it.each([
    ['one word again and again', '路灯坏了 '.repeat(4000)],
    ['mentions without end', '@'.repeat(20_000)],
    ['open brackets', '['.repeat(20_000)],
    ['open quotes', '「'.repeat(20_000)],
    ['quote and dashes', `「a：${'x'.repeat(10_000)}」\n${'- '.repeat(5000)}`],
    ['digits', '1'.repeat(20_000)],
    ['one clause', '也'.repeat(20_000)],
    ['blanks', ' '.repeat(20_000)],
  ])('reads 20,000 characters of %s in no time', (_, text) => {
    expect(cpuMs(() => void read(text))).toBeLessThan(1_000);
  });

  it('takes every kind of message from every kind of speaker', () => {
    const room = shippedRecogniser().room([]);
    let minute = 0;
    for (const type of MESSAGE_TYPES) {
      for (const speaker of SPEAKERS) {
        const decision = room.read(
          said(minute++, speaker, type === 'text' ? '路灯坏了' : '', { type, speaker }),
        );
        expect(decision.confidence).toBeGreaterThanOrEqual(0);
        expect(decision.confidence).toBeLessThanOrEqual(1);
      }
    }
  });

  it('survives messages out of time order', () => {
    const room = shippedRecogniser().room([]);
    expect(room.read(said(500, 'v1', '桥头路灯不亮了 几天了')).action).toBe('open');
    expect(room.read(said(3, 'v2', '今天去赶集'))).toMatchObject({ action: 'ignore', matter: null });
    expect(room.read(said(501, 'v2', '我家门口那盏也是'))).toMatchObject({
      intent: 'followup',
      matter: 'm500',
    });
    expect(room.read(said(-9999, 'v3', '水渠垮了 田里没水', { id: 'old' }))).toMatchObject({
      action: 'open',
      matter: 'old',
    });
  });
});

describe('a room of very many messages', () => {
  it('does not grow with them, and decides the same twice', () => {
    const texts = [
      '路灯坏了 三天了',
      '早上好',
      '垃圾没人收',
      '我家也是',
      '谢谢书记',
      '收到',
      '没水了',
      '哈哈',
    ];
    const run = (n: number): string => {
      const room = shippedRecogniser().room([]);
      let last = '';
      for (let i = 0; i < n; i++) {
        const speaker = i % 11 === 0 ? 'official' : 'villager';
        const text = `${texts[i % texts.length]}${i % 97}`;
        last = JSON.stringify(room.read(said(i, `v${i}`, text, { id: `x${i}`, speaker })));
      }
      return last;
    };
    run(2000);
    const before = heapInUse();
    const last = run(15_000);
    expect(heapInUse() - before).toBeLessThan(64 * 1024 * 1024);
    expect(run(15_000)).toBe(last);
  });
});
