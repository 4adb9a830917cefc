import { HOUR, MINUTE } from '../../../src/cases/calendar.js';
import { look, NOTHING_PASSED } from '../../../src/cases/ladder.js';
import { ladderTime } from '../../../src/cases/ladder-time.js';
import { Story } from '../../support/case-world.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const office = ladderTime({ isWorkday: () => true, from: 8 * 60 + 30, to: 17 * 60 + 30 }, null);

/** A case raised then, to be answered within the hour and solved by then. */
function raised(from: string, by: string, urgency: 'normal' | 'emergency' = 'normal') {
  const due = { answerBy: at(from) + HOUR, resolveBy: at(by) };
  return new Story({ urgency }, { now: at(from), due }).case;
}

describe('a late first answer', () => {
  const c = raised('2026-05-06T09:00', '2026-05-13T09:00');
  const see = (when: string, passed = NOTHING_PASSED, one = c, time = office) =>
    look(one, c.openedAt, passed, at(when), time);

  it('is told once, at work, when the promised time has gone by without a word', () => {
    expect(see('2026-05-06T10:00')).toMatchObject({ unanswered: false, next: at('2026-05-06T10:00') + 1 });
    const told = see('2026-05-06T10:01');
    expect(told).toMatchObject({ unanswered: true, rung: null });
    expect(see('2026-05-06T10:02', told.passed)).toMatchObject({ unanswered: false });
    const evening = raised('2026-05-06T16:50', '2026-05-13T09:00');
    expect(see('2026-05-06T22:00', NOTHING_PASSED, evening)).toMatchObject({
      unanswered: false,
      next: at('2026-05-07T08:30'),
    });
    expect(see('2026-05-07T08:30', NOTHING_PASSED, evening).unanswered).toBe(true);
  });

  it('is none once somebody has said a word, where a card says more, and in an emergency', () => {
    expect(
      see('2026-05-06T10:01', NOTHING_PASSED, { ...c, answeredAt: c.openedAt + MINUTE }).unanswered,
    ).toBe(false);
    const late = see('2026-05-13T09:01');
    expect(late).toMatchObject({ rung: 'yellow', unanswered: false });
    expect(see('2026-05-13T09:02', late.passed).unanswered).toBe(false);
    const fire = raised('2026-05-06T09:00', '2026-05-07T09:00', 'emergency');
    expect(see('2026-05-06T10:30', NOTHING_PASSED, fire).unanswered).toBe(false);
  });
});
