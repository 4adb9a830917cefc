import { DAY, HOUR } from '../../../../src/cases/calendar.js';
import { periodFigures } from '../../../../src/cases/posts/figures.js';
import { monthNamed } from '../../../../src/cases/posts/period.js';
import { periodPost } from '../../../../src/cases/posts/period-post.js';
import { CATEGORIES, type Category } from '../../../../src/cases/words.js';
import { sampleCase, T0 } from '../../../support/case-samples.js';
import { say } from '../../../support/packaged-texts.js';

const period = monthNamed('2026-05') ?? { kind: 'month' as const, from: 0, to: 0 };
const categoryNames = Object.fromEntries(CATEGORIES.map((one) => [one, one])) as Record<Category, string>;
const terms = { weights: { answeredOnTime: 0.1, solved: 0.5, satisfied: 0.4 }, fromCases: 5 };

describe('the month in words', () => {
  it('has a typical time where there is one, and none where nothing was solved', () => {
    const cases = [sampleCase(1, { answeredAt: T0 + 3 * HOUR, openedAt: T0 })];
    const figures = periodFigures(cases, period, T0 + DAY);
    const view = {
      place: '',
      county: '衡岭县',
      period,
      say,
      categoryNames,
      now: T0 + DAY,
      before: null,
      terms,
    };
    const { lines } = periodPost({ figures, units: [], late: [], topics: [] }, { ...view, discreet: [] });
    expect(lines).toContain('多久有回音：一般3小时（1件）；多久办结：暂无（0件）');
  });
});
