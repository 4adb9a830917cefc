import { endOf, shiftsAt, type DutyShift } from '../../../src/cases/duty.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const VILLAGE = '店门镇/石门社区';
const night: DutyShift = {
  place: VILLAGE,
  days: [1, 3],
  dates: null,
  hours: { from: 18 * 60, to: 8 * 60 },
  people: ['周小满'],
};
const holiday: DutyShift = {
  place: VILLAGE,
  days: null,
  dates: { from: '2026-05-01', to: '2026-05-03' },
  hours: null,
  people: ['彭立新'],
};
const town: DutyShift = { place: '店门镇', days: null, dates: null, hours: null, people: ['李望秋'] };
const all = [night, holiday, town];
const on = (when: string, place = VILLAGE): string[] =>
  shiftsAt(all, place, at(when)).flatMap((one) => one.people);

describe('the duty roster', () => {
  it.each([
    ['Monday before it begins', '2026-04-27T17:59', []],
    ['Monday as it begins', '2026-04-27T18:00', ['周小满']],
    ['Monday at 23:59', '2026-04-27T23:59', ['周小满']],
    ['Tuesday at midnight, still Monday’s', '2026-04-28T00:00', ['周小满']],
    ['Tuesday as it ends', '2026-04-28T08:00', []],
    ['Tuesday evening', '2026-04-28T19:00', []],
    ['a holiday, all day', '2026-05-01T00:00', ['彭立新']],
    ['its last minute', '2026-05-03T23:59', ['彭立新']],
    ['after it', '2026-05-04T00:00', []],
  ])('%s', (_, when, people) => {
    expect(on(when)).toEqual(people);
  });

  it('is each place’s own', () => {
    expect(on('2026-04-28T19:00', '店门镇')).toEqual(['李望秋']);
    expect(on('2026-04-28T19:00', '')).toEqual([]);
  });

  it('a dated shift takes the place of the weekly one', () => {
    const dated: DutyShift = { ...holiday, dates: { from: '2026-04-27', to: '2026-04-27' } };
    expect(shiftsAt([night, dated], VILLAGE, at('2026-04-27T20:00'))).toEqual([dated]);
    expect(shiftsAt([night, dated], VILLAGE, at('2026-04-28T01:00'))).toEqual([night]);
  });

  it('says when a shift ends', () => {
    expect(endOf(night, at('2026-04-28T01:00'))).toBe(at('2026-04-28T08:00'));
    expect(endOf(holiday, at('2026-05-02T12:00'))).toBe(at('2026-05-03T00:00'));
    expect(endOf(night, at('2026-04-28T12:00'))).toBeNull();
  });
});
