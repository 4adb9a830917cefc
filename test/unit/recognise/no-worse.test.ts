import { emptyFigures, type Figures } from '../../../src/recognise/evaluate.js';
import { compare, NO_WORSE, sameHeldOut } from '../../../src/recognise/no-worse.js';

const rate = (right: number, of = 1000) => ({ right, of });

function figures(over: Partial<Figures> = {}): Figures {
  return {
    ...emptyFigures(), messages: 10_000, matters: 1000, suggestions: 300, seconds: 10, leaks: 0,
    openPrecision: rate(960), openRecall: rate(820), foundRecall: rate(975), emergencies: rate(30, 30), accusations: rate(45, 50),
    category: rate(900), urgency: rate(880), linkRecall: rate(860), linkPrecision: rate(930), answerPrecision: rate(955),
    answerRecall: rate(910), ...over,
  }; // prettier-ignore
}

const failing = (candidate: Partial<Figures>, current: Partial<Figures> = {}): string[] =>
  compare(figures(candidate), figures(current)).filter((one) => !one.ok).map((one) => one.name); // prettier-ignore

describe('no worse', () => {
  it('is the same, and the better', () => {
    expect(failing({})).toEqual([]);
    expect(failing({ openPrecision: rate(990), suggestions: 0, seconds: 0 })).toEqual([]);
  });

  it.each<[string, Partial<Figures>]>([
    ['half a point of precision', { openPrecision: rate(955) }],
    ['half a point of what is found', { foundRecall: rate(970) }],
    ['a point of what is opened', { openRecall: rate(810) }],
    ['half a suggestion per 100 messages', { suggestions: 350 }],
    ['a second case per 100 matters', { seconds: 20 }],
  ])('may lose %s, and not a hair more', (_, over) => {
    expect(failing(over)).toEqual([]);
    const [[key = '', value] = []] = Object.entries(over);
    const more = typeof value === 'number' ? value + 1 : { ...(value as { right: number; of: number }) };
    if (typeof more !== 'number') more.right -= 1;
    expect(failing({ [key]: more })).toHaveLength(1);
  });

  it('never an emergency or an accusation the fewer', () => {
    expect(failing({ emergencies: rate(29, 30) })).toEqual(['emergencies opened']);
    expect(failing({ accusations: rate(44, 50) })).toEqual(['accusations found']);
  });

  it('a leaked accusation is refused, also where the model in use leaks more', () => {
    expect(failing({ leaks: 1 })).toEqual(['accusations leaked']);
    expect(failing({ leaks: 1 }, { leaks: 3 })).toEqual(['accusations leaked']);
    expect(failing({ leaks: 0 }, { leaks: 3 })).toEqual([]);
  });

  it('holds for every rate of the product’s table', () => {
    const rates = Object.entries(figures()).filter(([, value]) => typeof value !== 'number');
    expect(NO_WORSE.filter((one) => !one.less)).toHaveLength(rates.length);
    for (const [key] of rates) expect(failing({ [key]: rate(0, 100) })).toHaveLength(1);
  });

  it('means something on the same lines only', () => {
    expect(sameHeldOut(figures(), figures())).toBe(true);
    expect(sameHeldOut(figures(), figures({ messages: 9999 }))).toBe(false);
    expect(sameHeldOut(figures({ messages: 0 }), figures({ messages: 0 }))).toBe(false);
  });
});
