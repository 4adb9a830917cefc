import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import { ladderTime, workAfter, type LadderTime } from '../../../src/cases/ladder-time.js';
import {
  ALARMS, look, NOTHING_PASSED, RUNGS, rungAt, type AlarmName, type Passed, type RungName,
} from '../../../src/cases/ladder.js'; // prettier-ignore
import type { WorkingHours } from '../../../src/cases/working-time.js';
import { Story } from '../../support/case-world.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const said = (ms: number): string => new Date(ms + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
const QUIET = { from: 22 * 60, to: 7 * 60 };
const plain = ladderTime(null, null);
const nights = ladderTime(null, QUIET);

/** Spring Festival 2026, with its make-up Saturdays. */
const REST = /^2026-02-(?:1[5-9]|2[0-3])$/u;
const hours: WorkingHours = {
  isWorkday: (day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return ['2026-02-14', '2026-02-28'].includes(day) || (!REST.test(day) && weekday !== 0 && weekday !== 6);
  },
  from: 8 * 60 + 30,
  to: 17 * 60 + 30,
};
const office = ladderTime(hours, QUIET);

/** A case raised then, to be solved by then. */
function raised(from: string, by: string, urgency: 'normal' | 'emergency' = 'normal') {
  const due = { answerBy: at(from) + HOUR, resolveBy: at(by) };
  return new Story({ urgency }, { now: at(from), due }).case;
}

function times(c: ReturnType<typeof raised>, time: LadderTime): Record<RungName, string> {
  const names = Object.keys(RUNGS) as RungName[];
  return Object.fromEntries(names.map((name) => [name, said(rungAt(c, c.openedAt, name, time))])) as never;
}

describe('when the rungs are', () => {
  it('by the clock', () => {
    expect(times(raised('2026-05-02T10:00', '2026-05-04T10:00'), plain)).toEqual({
      half: '2026-05-03 10:00',
      nearly: '2026-05-04 00:24',
      yellow: '2026-05-04 10:00',
      red: '2026-05-05 10:00',
    });
  });

  it('outside the quiet hours: what falls into the night is told in the morning', () => {
    expect(times(raised('2026-05-01T23:59', '2026-05-02T23:59'), nights)).toEqual({
      half: '2026-05-02 11:59',
      nearly: '2026-05-02 19:11',
      yellow: '2026-05-03 07:00',
      red: '2026-05-03 11:59',
    });
  });

  it('in working time over Spring Festival: the share counts hours of work alone', () => {
    // Friday the 13th, make-up Saturday the 14th, then nine days of rest: 8 + 9 + 9 hours of work.
    expect(times(raised('2026-02-13T09:30', '2026-02-24T17:30'), office)).toEqual({
      half: '2026-02-14 13:30',
      nearly: '2026-02-24 12:18',
      yellow: '2026-02-25 08:30',
      red: '2026-02-26 12:30',
    });
  });

  it('a message at midnight of a day of rest, due in the night: a term without work counts by the clock', () => {
    expect(times(raised('2026-02-15T00:00', '2026-02-16T00:00'), office)).toEqual({
      half: '2026-02-24 08:30', nearly: '2026-02-24 08:30', yellow: '2026-02-24 08:30', red: '2026-02-24 08:30',
    }); // prettier-ignore
    expect(said(workAfter(hours, at('2026-02-15T00:00'), at('2026-02-16T00:00'), 1.5))).toBe(
      '2026-02-16 12:00',
    );
  });

  it('an emergency knows neither evening nor holiday', () => {
    expect(times(raised('2026-02-16T22:00', '2026-02-17T22:00', 'emergency'), office)).toEqual({
      half: '2026-02-17 10:00',
      nearly: '2026-02-17 17:12',
      yellow: '2026-02-17 22:00',
      red: '2026-02-18 10:00',
    });
  });

  it('reminders count from when somebody got the case, cards from the villager’s message', () => {
    const c = raised('2026-05-02T10:00', '2026-05-06T10:00');
    const since = at('2026-05-05T10:00');
    expect(said(rungAt(c, since, 'half', plain))).toBe('2026-05-05 22:00');
    expect(said(rungAt(c, since, 'red', plain))).toBe('2026-05-08 10:00');
  });
});

describe('a look', () => {
  const c = raised('2026-05-02T10:00', '2026-05-04T10:00');
  const see = (when: string, passed: Passed = NOTHING_PASSED, time = plain) =>
    look(c, c.openedAt, passed, at(when), time);

  it('finds nothing before the half, and says when to look again', () => {
    expect(see('2026-05-03T09:59')).toMatchObject({ rung: null, next: at('2026-05-03T10:00') });
  });

  it('tells each rung once', () => {
    const half = see('2026-05-03T10:00');
    expect(half).toMatchObject({ rung: 'half', next: at('2026-05-04T00:24') });
    expect(see('2026-05-03T10:01', half.passed)).toMatchObject({ rung: null });
  });

  it('tells the highest alone after a jump, and the ones below never more, also when the clock is set back', () => {
    const late = see('2026-05-04T11:00');
    expect(late.rung).toBe('yellow');
    expect(see('2026-05-03T12:00', late.passed)).toMatchObject({
      rung: null,
      next: at('2026-05-05T10:00') + 1,
    });
    expect(see('2026-05-20T12:00', late.passed)).toMatchObject({ rung: 'red', next: null });
  });

  it('waits for the morning, and does not look all night', () => {
    expect(see('2026-05-04T02:00', NOTHING_PASSED, nights)).toMatchObject({
      rung: null,
      next: at('2026-05-04T07:00'),
    });
    expect(see('2026-05-04T07:00', NOTHING_PASSED, nights).rung).toBe('nearly');
  });

  it('begins anew with a new deadline, and remembers cards by theirs', () => {
    const { passed } = see('2026-05-04T11:00');
    const carded = { ...c, cards: [{ card: 'yellow' as const, at: 0, due: c.resolveBy }] };
    // A card that nothing is noted of was given, and the telling was cut off: it is told, what lies below it is not.
    expect(look(carded, c.openedAt + DAY, NOTHING_PASSED, at('2026-05-04T11:00'), plain).rung).toBe('yellow');
    const again = { ...passed, key: `${c.resolveBy}@${c.openedAt + DAY}` };
    expect(look(carded, c.openedAt + DAY, again, at('2026-05-04T11:00'), plain).rung).toBeNull();
    const extended = { ...carded, resolveBy: c.resolveBy + 2 * DAY };
    expect(look(extended, at('2026-05-04T09:00'), passed, at('2026-05-05T10:00'), plain).rung).toBe('half');
    expect(look(extended, at('2026-05-04T09:00'), passed, at('2026-05-06T11:00'), plain).rung).toBe('yellow');
  });

  it('ends with the case', () => {
    expect(look({ ...c, state: 'resolved' }, 0, NOTHING_PASSED, at('2026-06-01T00:00'), plain)).toMatchObject(
      {
        rung: null,
        next: null,
      },
    );
  });
});

describe('alarms', () => {
  const c = raised('2026-02-16T23:58', '2026-02-17T23:58', 'emergency');
  const heard = (minutes: number, passed = NOTHING_PASSED, one = c) =>
    look(one, c.openedAt, passed, c.openedAt + minutes * MINUTE, office);

  it('come by minutes, in the night of a holiday', () => {
    expect(heard(4)).toMatchObject({ alarm: null, next: c.openedAt + 5 * MINUTE });
    const five = heard(5);
    expect(five).toMatchObject({ alarm: 'five', next: c.openedAt + 10 * MINUTE });
    expect(heard(6, five.passed).alarm).toBeNull();
    expect(heard(10, five.passed).alarm).toBe('ten');
    expect(heard(21).alarm).toBe('twenty');
    expect(heard(22, heard(21).passed).alarm).toBeNull();
  });

  it('stop with an official’s word, and are none for what is no emergency', () => {
    expect(heard(30, NOTHING_PASSED, { ...c, answeredAt: c.openedAt }).alarm).toBeNull();
    expect(heard(30, NOTHING_PASSED, { ...c, urgency: 'urgent' }).alarm).toBeNull();
    expect(ALARMS.twenty.hears).toEqual(['county']);
  });
});

describe('whatever happens to a case', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 90 * 60_000 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: DAY, max: 20 * DAY }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const), ms: fc.integer({ min: 1, max: 3 * DAY }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend' as const), ms: fc.integer({ min: HOUR, max: 5 * DAY }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer' as const), ms: fc.constant(1) }) },
  ); // prettier-ignore
  const world = fc.record({
    begin: fc.integer({ min: 0, max: 60 * 24 * 60 }),
    term: fc.integer({ min: 1, max: 15 * 24 * 60 }),
    urgency: fc.constantFrom('normal' as const, 'emergency' as const),
    time: fc.constantFrom(plain, nights, office),
    steps: fc.array(step, { maxLength: 60 }),
  });

  it('no rung fires twice for a deadline, none before its time, and none is missed once a sweep comes', () => {
    fc.assert(
      fc.property(world, ({ begin, term, urgency, time, steps }) => {
        const now0 = at('2026-02-01T00:00') + begin * MINUTE;
        let c = new Story(
          { urgency },
          {
            now: now0,
            due: { answerBy: now0 + Math.floor(term / 4) * MINUTE, resolveBy: now0 + term * MINUTE },
          },
        ).case;
        let [now, since, passed] = [now0, now0, NOTHING_PASSED];
        let next: number | null = 0;
        const fired = new Set<string>();
        for (const one of steps) {
          if (one.kind === 'extend') {
            c = { ...c, resolveBy: Math.max(c.resolveBy, now) + one.ms };
            [since, next] = [now, 0];
          } else if (one.kind === 'answer') [c, next] = [{ ...c, answeredAt: now }, 0];
          // A clock that was set back makes the store look at everything anew.
          else if (one.kind === 'back') [now, next] = [now - one.ms, 0];
          else now += one.ms;
          // The sweep looks only when the noted moment has come.
          const blind = next === null || next > now;
          const seen = look(c, since, passed, now, time);
          if (blind) {
            expect(seen).toMatchObject({ rung: null, alarm: null, unanswered: false });
            continue;
          }
          if (seen.unanswered) {
            expect([fired.has('unanswered'), c.answeredAt, now > c.answerBy]).toEqual([false, null, true]);
            fired.add('unanswered');
          }
          if (seen.rung !== null) {
            const key = `${seen.rung} ${c.resolveBy} ${since}`;
            expect(fired.has(key)).toBe(false);
            fired.add(key);
            expect(rungAt(c, since, seen.rung, time)).toBeLessThanOrEqual(now);
          }
          const alarm: AlarmName | null = seen.alarm;
          if (alarm !== null) {
            expect(fired.has(alarm)).toBe(false);
            fired.add(alarm);
          }
          // After a look nothing that is due and may be told is left.
          const again = look(c, since, seen.passed, now, time);
          expect([again.rung, again.alarm, again.unanswered]).toEqual([null, null, false]);
          passed = seen.passed;
          next = seen.next;
          if (next !== null) expect(next).toBeGreaterThan(now);
        }
      }),
      { numRuns: 400 },
    );
  });
});
