import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import { DEFAULT_DEADLINES, DEFAULT_TERMS, deadlines } from '../../../src/cases/deadlines.js';
import { dateText, dueText, lateText } from '../../../src/cases/due.js';
import { CATEGORIES, URGENCIES } from '../../../src/cases/words.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const NOW = at('2026-05-02T10:02:00');

describe('a deadline as people say it', () => {
  const said: [string, string][] = [
    ['2026-05-02T12:02', '今天12点前'],
    ['2026-05-02T12:00', '今天12点前'],
    ['2026-05-02T12:31', '今天12点半前'],
    ['2026-05-02T10:32', '今天10点半前'],
    ['2026-05-02T10:20', '今天10点20分前'],
    ['2026-05-02T23:59', '今天23点半前'],
    ['2026-05-03T00:00', '今天晚上12点前'],
    ['2026-05-03T02:00', '今天晚上12点前'],
    ['2026-05-03T07:40', '明天7点半前'],
    ['2026-05-03T09:00', '明天上午'],
    ['2026-05-03T10:02', '明天上午'],
    ['2026-05-03T12:59', '明天上午'],
    ['2026-05-03T15:00', '明天下午'],
    ['2026-05-03T18:00', '明天下午'],
    ['2026-05-03T20:00', '明天晚上'],
    ['2026-05-04T00:00', '明天晚上'],
    ['2026-05-04T00:01', '5月4日前'],
    ['2026-05-09T10:02', '5月9日前'],
    ['2027-01-03T10:00', '2027年1月3日前'],
    ['2026-05-02T10:02', '尽快'],
    ['2026-05-01T10:02', '尽快'],
  ];
  it.each(said)('%s is %s', (due, text) => {
    expect(dueText(at(`${due}:00`), NOW)).toBe(text);
  });

  it('promises nothing of today later than it is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 13 * 60 + 57 }), (minutes) => {
        const due = NOW + minutes * MINUTE;
        const [, hour, rest] = /^今天(\d+)点(半|\d+分)?前$/u.exec(dueText(due, NOW)) ?? [];
        const minute = rest === '半' ? 30 : Number.parseInt(rest ?? '0', 10);
        const promised = at('2026-05-02T00:00:00') + Number(hour) * HOUR + minute * MINUTE;
        expect(promised).toBeGreaterThan(NOW);
        expect(promised).toBeLessThanOrEqual(due);
      }),
    );
  });

  it('says how late', () => {
    expect(lateText(NOW, NOW)).toBe('1分钟');
    expect(lateText(NOW - 59 * MINUTE, NOW)).toBe('59分钟');
    expect(lateText(NOW - HOUR, NOW)).toBe('1小时');
    expect(lateText(NOW - 23 * HOUR, NOW)).toBe('23小时');
    expect(lateText(NOW - 50 * HOUR, NOW)).toBe('2天');
  });

  it('names the year when it is another', () => {
    expect(dateText(at('2026-12-31T23:59:00'), NOW)).toBe('12月31日');
    expect(dateText(at('2025-12-31T23:59:00'), NOW)).toBe('2025年12月31日');
  });
});

describe('deadlines', () => {
  it('runs from the message, by urgency', () => {
    expect(deadlines(NOW, 'road', 'normal')).toEqual({ answerBy: NOW + DAY, resolveBy: NOW + 7 * DAY });
    expect(deadlines(NOW, 'road', 'urgent')).toEqual({ answerBy: NOW + 2 * HOUR, resolveBy: NOW + DAY });
    expect(deadlines(NOW, 'road', 'emergency')).toEqual({ answerBy: NOW + HOUR / 2, resolveBy: NOW + DAY });
  });

  it('does not let water, power and weather wait', () => {
    for (const category of ['utility', 'disaster'] as const) {
      expect(deadlines(NOW, category, 'normal')).toEqual(deadlines(NOW, 'road', 'urgent'));
    }
  });

  it('follows the table that it is given', () => {
    const table = {
      ...DEFAULT_DEADLINES,
      housing: { terms: { ...DEFAULT_TERMS, normal: { answerMs: DAY, resolveMs: 30 * DAY } } },
    };
    expect(deadlines(NOW, 'housing', 'normal', table).resolveBy).toBe(NOW + 30 * DAY);
    expect(deadlines(NOW, 'housing', 'emergency', table)).toEqual(deadlines(NOW, 'road', 'emergency'));
  });

  it('is complete, and the more urgent is never slower', () => {
    for (const category of CATEGORIES) {
      const [emergency, urgent, normal] = URGENCIES.map((urgency) => deadlines(NOW, category, urgency));
      expect(emergency?.answerBy).toBeLessThanOrEqual(urgent?.answerBy ?? 0);
      expect(urgent?.answerBy).toBeLessThanOrEqual(normal?.answerBy ?? 0);
      expect(urgent?.resolveBy).toBeLessThanOrEqual(normal?.resolveBy ?? 0);
    }
  });
});
