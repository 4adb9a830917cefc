import { CATEGORIES } from '../../../../src/cases/words.js';
import { LEXICON } from '../../../../src/recognise/lexicon/all.js';
import { compileLexicon, wordList, type LexiconSource } from '../../../../src/recognise/lexicon/compile.js';

const source = (frame: { things: string; states: string }): LexiconSource => ({
  categories: [
    {
      category: 'road',
      things: { road: '路 马路' },
      frames: [{ ...frame, weight: 'sure' }],
      phrases: [{ weight: 'sure', words: '路断了' }],
    },
  ],
  states: { broken: '坏 烂' },
  fallback: '',
  signs: { ask: '谁管' },
  masks: '一路',
});

describe('compileLexicon', () => {
  it('counts word pairs and phrases', () => {
    expect(compileLexicon({ ...source({ things: 'road', states: 'broken' }), fallback: 'broken' }).size).toBe(
      2 * 2 + 1,
    );
  });

  it.each([
    [{ things: 'rode', states: 'broken' }, 'thing list "rode"'],
    [{ things: 'road', states: 'brokn' }, 'state list "brokn"'],
  ])('refuses a frame that names what is not there: %j', (frame, message) => {
    expect(() => compileLexicon({ ...source(frame), fallback: 'broken' })).toThrow(message);
  });

  it('evens words out as messages are, so that dialect may be written in the data', () => {
    expect(wordList('冇得水 没有水 ＡＢ')).toEqual(['没水', 'ab']);
  });
});

describe('the lexicon', () => {
  it('spells out tens of thousands of pairs over every category', () => {
    expect(LEXICON.size).toBeGreaterThan(20_000);
    const covered = new Set([...LEXICON.frames.values()].map((frame) => frame.category));
    expect([...covered].sort()).toEqual([...CATEGORIES].sort());
  });

  it('gives every sign a name of its own', () => {
    expect(new Set(LEXICON.signNames).size).toBe(LEXICON.signNames.length);
  });
});
