import fc from 'fast-check';
import { DAY, HOUR } from '../../../src/cases/calendar.js';
import type { Case } from '../../../src/cases/case.js';
import { dayFigures } from '../../../src/cases/digest-figures.js';
import { digest } from '../../../src/cases/digest.js';
import { CASE_STATES, CATEGORIES, RATINGS } from '../../../src/cases/words.js';
import { PLACE, sampleCase } from '../../support/case-samples.js';
import { say } from '../../support/packaged-texts.js';

const EVENING = Date.parse('2026-05-02T18:00:00+08:00');
const MORNING = Date.parse('2026-05-02T09:00:00+08:00');
const FENG = '店门镇/枫树坳村';
const lines = (cases: Case[], { place }: { place: string }) =>
  digest(cases, { place, county: '衡岭县', day: EVENING, now: EVENING, discreet: [], say }).lines;

describe('recounted', () => {
  const moment = fc.integer({ min: -2 * DAY, max: 2 * DAY }).map((offset) => MORNING + offset);
  const maybe = fc.option(moment, { nil: null });
  const anyCase = fc.record({
    place: fc.constantFrom(PLACE, FENG, '青口乡/河边村', '青口乡/高坡村'),
    number: fc.integer({ min: 1, max: 60 }),
    state: fc.constantFrom(...CASE_STATES),
    category: fc.constantFrom(...CATEGORIES),
    sealed: fc.boolean(),
    rating: fc.option(fc.constantFrom(...RATINGS), { nil: null }),
    openedAt: moment,
    answeredAt: maybe,
    resolvedAt: maybe,
    ratedAt: maybe,
    resolveBy: moment,
  });
  const anyCases = fc
    .uniqueArray(anyCase, { selector: (c) => `${c.place}#${c.number}`, maxLength: 60 })
    .map((all) =>
      all.map((c) => sampleCase(c.number, { ...c, id: `${c.place}#${c.number}`, title: `事${c.number}` })),
    );

  /** The figures of a line, read back from what people see. */
  const readBack = (line: string) => {
    const [, received, answered, inWork, rated] =
      /收到(?:诉求)?(\d+)件、回复(\d+)件、(\d+)件办理中、满意度(?:暂无评价|[\d.]+%（(\d+)件评价）)/.exec(
        line,
      ) ?? [];
    return [received, answered, inWork, rated ?? 0].map(Number);
  };
  const add = (a: number[], b: number[]) => a.map((n, i) => n + (b[i] ?? 0));

  it('the county’s line is the sum of its villages’, and each village’s own post says the same', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const county = lines(cases, { place: '' });
        const villages = county.filter((line) => /^\S+：收到/.test(line));
        expect(readBack(county[0] ?? '')).toEqual(villages.map(readBack).reduce(add, [0, 0, 0, 0]));
        for (const line of villages) {
          const place = cases.find((c) => line.startsWith(`${c.place.split('/')[1]}：`))?.place ?? '';
          expect(readBack(lines(cases, { place })[0] ?? '')).toEqual(readBack(line));
        }
      }),
    );
  });

  it('each figure is what a plain count of the cases gives', () => {
    const today = (at: number | null) =>
      at !== null && new Date(at + 8 * HOUR).toISOString().startsWith('2026-05-02');
    const finished = ['resolved', 'closed', 'declined', 'withdrawn', 'merged', 'void'];
    fc.assert(
      fc.property(anyCases, (cases) => {
        const real = cases.filter((c) => !c.sealed && !['void', 'merged'].includes(c.state));
        const begun = real.filter((c) => today(c.openedAt));
        expect(readBack(lines(cases, { place: '' })[0] ?? '')).toEqual([
          begun.length,
          begun.filter((c) => c.answeredAt !== null).length,
          begun.filter((c) => !finished.includes(c.state)).length,
          real.filter((c) => c.rating !== null && today(c.ratedAt)).length,
        ]);
      }),
    );
  });

  it('names no sealed, void or merged case anywhere, and every open one once', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const text = lines(cases, { place: '' })
          .join('\n')
          .replace(/^当天办结.*$/m, '');
        for (const c of cases) {
          const name = `${c.place.split('/')[1]}#${c.number}`;
          const times = text
            .split('\n')
            .flatMap((line) => line.split('办理中：'))
            .filter((part) => part.split(/[ ，]/)[0] === name).length;
          const listed =
            !c.sealed &&
            ['received', 'accepted', 'assigned', 'in_progress', 'handed_back', 'reopened'].includes(c.state);
          if (!listed || dayFigures(cases, EVENING, EVENING).standing.length <= 30)
            expect(times).toBe(listed ? 1 : 0);
        }
      }),
    );
  });

  it('counts a case once, however often it is listed', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        expect(lines([...cases, ...cases], { place: '' })).toEqual(lines(cases, { place: '' }));
      }),
    );
  });
});
