import fc from 'fast-check';
import { PhraseIndex } from '../../../../src/recognise/text/phrase-index.js';

describe('PhraseIndex', () => {
  it('finds overlapping phrases in order of start, then length', () => {
    const index = new PhraseIndex();
    ['停水', '停', '水', '停水了'].forEach((word, i) => index.add(word, i));
    expect(index.scan('又停水了')).toEqual([
      { value: 1, start: 1, end: 2 },
      { value: 0, start: 1, end: 3 },
      { value: 3, start: 1, end: 4 },
      { value: 2, start: 2, end: 3 },
    ]);
  });

  it('gives one phrase several values, each once', () => {
    const index = new PhraseIndex();
    for (const value of [7, 8, 7]) index.add('灯', value);
    expect(index.scan('灯').map((hit) => hit.value)).toEqual([7, 8]);
  });

  it('refuses an empty phrase', () => {
    expect(() => new PhraseIndex().add('', 1)).toThrow('empty phrase');
  });

  it('finds exactly what a naive search finds', () => {
    const word = fc.string({ unit: fc.constantFrom('水', '停', '了', '路'), minLength: 1, maxLength: 4 });
    const text = fc.string({ unit: fc.constantFrom('水', '停', '了', '路', 'x'), maxLength: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 8 }), text, (words, haystack) => {
        const index = new PhraseIndex();
        words.forEach((w, i) => index.add(w, i));
        const found = new Set(index.scan(haystack).map((h) => `${h.start}:${words[h.value]}`));
        const naive = new Set<string>();
        for (const w of words)
          for (let i = 0; i <= haystack.length; i++) if (haystack.startsWith(w, i)) naive.add(`${i}:${w}`);
        expect(found).toEqual(naive);
      }),
    );
  });
});
