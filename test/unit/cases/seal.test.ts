import fc from 'fast-check';
import { auditHistory } from '../../../src/cases/audit.js';
import { eraseEvent, verifyChain } from '../../../src/cases/chain.js';
import { caseLines } from '../../../src/cases/case-lines.js';
import { sealedCode, sealedRef } from '../../../src/cases/sealed-code.js';
import { copyPages } from '../../../src/cases/sealed-copy.js';
import {
  ACCUSATION,
  SHIMEN,
  Story,
  handler,
  heard,
  laohe,
  li,
  ou,
  power,
  zhou,
} from '../../support/case-world.js';

const SEAL = { type: 'seal', code: 'K7MNPQ', reason: '说的是回扣', answerBy: 5, resolveBy: 9 } as const;

describe('密封', () => {
  const story = new Story().do({ type: 'assign', to: handler(power), dueBy: null }, zhou).do(SEAL, li);

  it('makes a sealed case of an ordinary one, with the whole history in one chain', () => {
    expect(story.case).toMatchObject({
      ...{ id: 'K7MNPQ', place: '~sealed', number: null, sealed: true, kind: 'discipline', origin: SHIMEN },
      ...{
        state: 'received',
        handler: null,
        answeredAt: null,
        answerBy: 5,
        resolveBy: 9,
        petitioner: { id: laohe.id },
      },
    });
    expect(auditHistory(story.case, story.events)).toBeNull();
    expect(verifyChain(story.events.map(eraseEvent), story.case.head)).toEqual({ ok: true });
  });

  it('is told to inspectors and to who raised it, to nobody else', () => {
    expect(heard(story.notices)).toEqual(['inspectors sealed_new', 'person:wxid_he sealed_receipt']);
  });

  it('is no longer the leader’s, nor the handler’s', () => {
    for (const actor of [li, zhou, power])
      expect(story.try({ type: 'progress', note: 'x' }, actor).ok).toBe(false);
  });

  it('cannot be taken back by 撤销', () => {
    const taken = new Story().do(SEAL, ou);
    const undone = taken.try({ type: 'undo' }, ou, { history: taken.events });
    expect(undone).toMatchObject({ ok: false, refusal: { key: 'refuse_undo_open' } });
  });
});

describe('looks and copies', () => {
  it('change nothing of the case, and stand in its history', () => {
    const story = new Story(ACCUSATION);
    const before = story.case;
    story.do({ type: 'view' }, ou).do({ type: 'export', mark: 'a1b2c3d4' }, ou);
    const { version: _, head: __, ...same } = story.case;
    expect(before).toMatchObject(same);
    expect(story.notices).toEqual([]);
    const view = { sight: 'all', openly: false, discreet: false, now: story.now } as const;
    const lines = caseLines(story.case, story.events, view);
    expect(lines.at(-1)).toMatchObject({ key: 'show_views', values: { count: 1 } });
    expect(JSON.stringify(lines)).toContain('导出，水印 a1b2c3d4');
  });

  it('are no step that 撤销 would take back', () => {
    const story = new Story(ACCUSATION).do({ type: 'progress', note: '在查' }, ou).do({ type: 'view' }, ou);
    expect(story.do({ type: 'undo' }, ou, { history: story.events }).case.state).toBe('received');
  });

  it('who raised it is told the state alone', () => {
    const story = new Story(ACCUSATION).do({ type: 'resolve', done: '查实' }, ou);
    const view = { sight: 'state', openly: false, discreet: false, now: story.now } as const;
    expect(caseLines(story.case, story.events, view)).toEqual([
      { key: 'show_head', values: { case: story.case.id, state: '已办结', title: '', rest: '' } },
    ]);
  });
});

describe('a copy', () => {
  it('holds every word, in pages of the size that was asked for', () => {
    const text = '举报村主任收钱'.repeat(70);
    const story = new Story({ ...ACCUSATION, text }).do({ type: 'progress', note: '谈了话' }, ou);
    const pages = copyPages(story.case, story.events, 200);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((page) => [...page].length <= 200)).toBe(true);
    expect(pages.join('').replaceAll('\n', '')).toContain(text);
    expect(pages.join('\n')).toContain('谈了话');
  });
});

describe('codes and references', () => {
  it('a reference is that of its code, for ever, and says nothing of it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (n) => {
        const code = sealedCode(n.toString(16).padStart(16, '0'));
        const ref = sealedRef(code);
        expect(ref).toMatch(/^~[\w-]{16}$/u);
        expect(ref).not.toContain(code);
        expect(sealedRef(ref)).toBe(ref);
      }),
    );
  });
});
