import type { Recogniser } from '../../../src/recognise/api.js';
import type { Decision } from '../../../src/cases/message.js';
import { evaluate, figuresTable, share } from '../../../src/recognise/evaluate.js';
import type { LabelledLine } from '../../../src/recognise/transcript.js';

const plain: Decision = {
  action: 'ignore',
  intent: 'chatter',
  category: '',
  urgency: '',
  sealed: false,
  matter: null,
  confidence: 0,
  ask: false,
};

function line(seq: number, more: Partial<LabelledLine>): LabelledLine {
  return {
    group: 'g', seq, t: '2026-03-02T08:00:00+08:00', who: 'v1', name: 'v1', role: 'villager', type: 'text', text: '',
    case: false, intent: 'chatter', category: '', urgency: '', sealed: false, matter: '', ...more,
  }; // prettier-ignore
}

/** Decides as told, by message id. */
function scripted(script: Record<string, Partial<Decision>>): Recogniser {
  const reader = {
    read: ({ id }: { id: string }) => ({ ...plain, ...script[id] }),
    open() {},
    resolve() {},
    close() {},
  };
  return { version: 'script', room: () => reader };
}

const raised = { case: true, intent: 'petition', category: 'road', urgency: 'normal', matter: 'a' } as const;
const opens = (matter: string): Partial<Decision> => ({
  action: 'open',
  intent: 'petition',
  category: 'road',
  urgency: 'normal',
  matter,
});

describe('evaluate', () => {
  it('counts an opening right once, wrong on talk, and second on the same matter', () => {
    const lines = [line(1, raised), line(2, { intent: 'followup', matter: 'a' }), line(3, {})];
    const figures = evaluate(lines, scripted({ 1: opens('1'), 2: opens('2'), 3: opens('3') }));
    expect(figures).toMatchObject({
      messages: 3, matters: 1, seconds: 1,
      openPrecision: { right: 1, of: 3 }, openRecall: { right: 1, of: 1 }, category: { right: 1, of: 1 },
    }); // prettier-ignore
  });

  it('takes an answer that opens the line it answers as an opening of that matter', () => {
    const lines = [line(1, raised), line(2, { role: 'official', intent: 'answer', matter: 'a' })];
    const figures = evaluate(lines, scripted({ 2: { ...opens('1'), intent: 'answer' } }));
    expect(figures).toMatchObject({
      openPrecision: { right: 1, of: 1 },
      openRecall: { right: 1, of: 1 },
      answerRecall: { right: 1, of: 1 },
    });
    expect(figures.linkRecall).toEqual({ right: 1, of: 1 });
  });

  it('counts a suggestion as found but not as opened', () => {
    const figures = evaluate([line(1, raised)], scripted({ 1: { ...opens('1'), action: 'suggest' } }));
    expect(figures).toMatchObject({
      suggestions: 1,
      openRecall: { right: 0, of: 1 },
      foundRecall: { right: 1, of: 1 },
    });
  });

  it('sees a leaked accusation, a missed emergency and a wrong link', () => {
    const lines = [
      line(1, { ...raised, intent: 'discipline', sealed: true }),
      line(2, { ...raised, matter: 'b', urgency: 'emergency' }),
      line(3, { intent: 'followup', matter: 'b' }),
    ];
    const figures = evaluate(lines, scripted({ 1: opens('1'), 3: { intent: 'followup', matter: '1' } }));
    expect(figures).toMatchObject({
      leaks: 1,
      emergencies: { right: 0, of: 1 },
      linkPrecision: { right: 0, of: 1 },
      linkRecall: { right: 0, of: 1 },
    });
  });

  it('keeps groups apart', () => {
    const figures = evaluate(
      [line(1, raised), line(1, { ...raised, group: 'h' })],
      scripted({ 1: opens('1') }),
    );
    expect(figures).toMatchObject({ matters: 2, seconds: 0, openRecall: { right: 2, of: 2 } });
  });

  it('prints every figure with its denominator', () => {
    const table = figuresTable(evaluate([line(1, raised)], scripted({ 1: opens('1') })));
    expect(table).toMatch(/openPrecision +1\.000 \(1\/1\)/);
    expect(table).toMatch(/suggestions per 100 +0\.0/);
    expect(share({ right: 0, of: 0 })).toBe(1);
  });
});
