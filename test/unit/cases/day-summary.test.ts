import fc from 'fast-check';
import { DAY, dayStart, HOUR } from '../../../src/cases/calendar.js';
import type { Case } from '../../../src/cases/case.js';
import { addUp, summarise } from '../../../src/cases/day-summary.js';
import { digest, digestOf } from '../../../src/cases/digest.js';
import { within } from '../../../src/cases/directory.js';
import { addWeeks, dayPicture, dayPictureOf, weekOf } from '../../../src/cases/posts/day-picture.js';
import { CASE_STATES, CATEGORIES, RATINGS, type Category } from '../../../src/cases/words.js';
import { sampleCase, T0 } from '../../support/case-samples.js';
import { say } from '../../support/packaged-texts.js';

const NOW = dayStart(T0) + 18 * HOUR;
const VILLAGES = ['甲镇/一村', '甲镇/二村', '甲镇/三村', '乙镇/一村', '乙镇/二村', '乙镇'];
const categoryNames = Object.fromEntries(CATEGORIES.map((one) => [one, `类${one}`])) as Record<Category, string>; // prettier-ignore
const viewOf = (place: string) => ({ place, county: '衡岭县', day: NOW, now: NOW, discreet: [], say, categoryNames }); // prettier-ignore

const moment = fc.integer({ min: 0, max: 9 * DAY }).map((ago) => NOW - ago);
const aCase = fc.record({
  place: fc.constantFrom(...VILLAGES),
  category: fc.constantFrom(...CATEGORIES),
  state: fc.constantFrom(...CASE_STATES),
  openedAt: moment,
  answeredAt: fc.option(moment),
  resolvedAt: fc.option(moment),
  ratedAt: fc.option(moment),
  rating: fc.option(fc.constantFrom(...RATINGS)),
  resolveBy: fc.integer({ min: -5, max: 5 }).map((days) => NOW + days * DAY),
});
const county = fc.array(aCase, { maxLength: 120 }).map(
  (all) =>
  all.map((one, i): Case => sampleCase(i + 1, { ...one, number: i + 1, id: `${one.place}#${i + 1}`, title: `第${i + 1}件` })), // prettier-ignore
);

describe('a county’s day added up', () => {
  it('from villages to townships to the county is that of all its cases, in words and picture', () => {
    fc.assert(
      fc.property(county, (cases) => {
        const days = VILLAGES.map((place) => {
          const own = cases.filter((c) => c.place === place);
          return { place, day: summarise(own, place, NOW, NOW), week: weekOf(own, NOW, NOW) };
        });
        const townships = ['甲镇', '乙镇'].map((place) => {
          const own = days.filter((one) => within(one.place, place));
          const week = addWeeks(own.map((one) => one.week), NOW); // prettier-ignore
          return { place, day: addUp(own.map((one) => one.day), place), week }; // prettier-ignore
        });
        for (const [place, own] of [
          ['', townships],
          ['甲镇', days.slice(0, 3)],
          ['乙镇/一村', days.slice(3, 4)],
        ] as const) {
          const day = addUp(own.map((one) => one.day), place); // prettier-ignore
          const week = addWeeks(own.map((one) => one.week), NOW); // prettier-ignore
          expect(digestOf(day, viewOf(place))).toEqual(digest(cases, viewOf(place)));
          expect(dayPictureOf(day, week, viewOf(place))).toEqual(dayPicture(cases, viewOf(place)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps of a thousand open cases the thirty nearest due', () => {
    const cases = Array.from({ length: 1000 }, (_, i) =>
      sampleCase(i + 1, { number: i + 1, resolveBy: NOW + ((i * 7919) % 1000) * HOUR, openedAt: NOW - DAY }),
    );
    const { standing } = summarise(cases, '甲镇/一村', NOW, NOW);
    expect(standing.count).toBe(1000);
    expect(standing.cases.map((c) => (c.resolveBy - NOW) / HOUR)).toEqual(Array.from({ length: 30 }, (_, i) => i)); // prettier-ignore
  });
});
