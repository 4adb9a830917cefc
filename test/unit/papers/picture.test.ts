import fc from 'fast-check';
import { DAY, dayStart } from '../../../src/cases/calendar.js';
import type { Case } from '../../../src/cases/case.js';
import { dayPicture, latest } from '../../../src/cases/posts/day-picture.js';
import { periodFigures, sumPeriods } from '../../../src/cases/posts/figures.js';
import { periodPost } from '../../../src/cases/posts/period-post.js';
import { weekBefore } from '../../../src/cases/posts/period.js';
import { wordsIn, type PostPicture } from '../../../src/cases/posts/picture.js';
import { titleOf } from '../../../src/cases/title.js';
import { CASE_STATES, CATEGORIES, type Category } from '../../../src/cases/words.js';
import { picturePng, pictureSvg } from '../../../src/papers/picture.js';
import { sampleCase, T0 } from '../../support/case-samples.js';
import { say } from '../../support/packaged-texts.js';

const NOW = dayStart(T0) + 10 * DAY;
const names = Object.fromEntries(CATEGORIES.map((one) => [one, `类${one}`])) as Record<Category, string>;
const VILLAGES = ['店门镇/石门社区', '店门镇/枫树坳村'];
const view = { place: '店门镇', county: '衡岭县', now: NOW, discreet: [], say, categoryNames: names };

/** What anybody could read in a picture: its text layer. */
const layer = (picture: PostPicture, between = ''): string =>
  [...pictureSvg(picture).matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((hit) => hit[1] ?? '').join(between);
const bare = (text: string): string => text.replace(/\s/gu, '');

function pictures(cases: Case[]): { week: PostPicture; day: PostPicture } {
  const period = weekBefore(NOW);
  const units = VILLAGES.map((place) => ({ place, figures: periodFigures(cases.filter((c) => c.place === place), period, NOW) })); // prettier-ignore
  const figures = sumPeriods(units.map((one) => one.figures), period); // prettier-ignore
  const terms = { weights: { answeredOnTime: 0.1, solved: 0.5, satisfied: 0.4 }, fromCases: 1 };
  const material = { figures, units, late: latest(cases, NOW), topics: [] };
  const { picture } = periodPost(material, { ...view, period, terms, before: null });
  return { week: picture, day: dayPicture(cases, { ...view, day: NOW }) };
}

describe('what was declined', () => {
  it('stands in the week’s text and picture, apart from the satisfaction', () => {
    const declined = { state: 'declined', closedAt: weekBefore(NOW).from + DAY, rating: 'unsatisfied', ratedAt: weekBefore(NOW).from + DAY } as const; // prettier-ignore
    const period = weekBefore(NOW);
    const figures = periodFigures([sampleCase(1, declined)], period, NOW);
    const material = { figures, units: [], late: [], topics: [] };
    const terms = { weights: { answeredOnTime: 0.1, solved: 0.5, satisfied: 0.4 }, fromCases: 1 };
    const { lines, picture } = periodPost(material, { ...view, period, terms, before: null });
    expect(lines).toContain('不予受理：1件（不算进满意度）');
    expect(layer(picture)).toContain('不予受理1件');
    expect(layer(picture)).toContain('暂无评价');
  });
});

const SECRET = '举报张三贪污';
const PERSONAL = ['13812345678', '11010519491231002X', '6222021234567890128'];
const aCase = fc.record({
  number: fc.nat({ max: 400 }),
  place: fc.constantFrom(...VILLAGES),
  category: fc.constantFrom(...CATEGORIES),
  state: fc.constantFrom(...CASE_STATES),
  sealed: fc.boolean(),
  secret: fc.constantFrom(...PERSONAL),
  ageMs: fc.integer({ min: 0, max: 12 * DAY }),
});
const cases = fc.array(aCase, { maxLength: 30 }).map((all) =>
  all.map(({ secret, ageMs, ...one }, i) =>
    sampleCase(i + 1, {
      ...one,
      number: i + 1,
      id: `${one.place}#${i + 1}`,
      title: one.sealed ? SECRET : one.category === 'health' ? '爱人的癌症' : titleOf(`${secret}打不通`),
      text: `${SECRET} ${secret}`,
      openedAt: NOW - ageMs,
      resolveBy: NOW - ageMs + DAY,
      handler: { name: `李望秋${secret}`, role: 'township_leader', place: '店门镇', contacts: [] },
    }),
  ),
);

describe('the text layer of a picture', () => {
  it('holds every word that it was to show', () => {
    const list = Array.from({ length: 12 }, (_, i) =>
      sampleCase(i + 1, { openedAt: NOW - DAY, resolveBy: NOW - 1 }),
    );
    const { week, day } = pictures(list);
    for (const picture of [week, day]) {
      const seen = bare(layer(picture));
      for (const word of wordsIn(picture).filter((one) => one !== '')) expect(seen).toContain(bare(word));
    }
    expect(bare(layer(week))).toContain('收到12');
  });

  it('holds nothing sealed, no number of anybody, no illness, whatever the cases are', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const { week, day } = pictures(all);
        const seen = bare(`${layer(week)}\n${layer(day)}\n${JSON.stringify([week, day])}`);
        expect(seen).not.toMatch(/举报|贪污|癌症/u);
        for (const secret of PERSONAL) expect(seen).not.toContain(secret);
        // The day of an axis beside the count under it is no piece of anybody's number.
        const apart = bare(`${layer(week, '|')}|${layer(day, '|')}${JSON.stringify([week, day])}`);
        expect(apart).not.toMatch(/\d{7}|0529|1231/u);
        for (const c of all.filter((one) => one.sealed)) expect(seen).not.toContain(`#${c.number ?? ''}路灯`);
      }),
      { numRuns: 40 },
    );
  });

  it('escapes what would be markup', () => {
    const { day } = pictures([]);
    const svg = pictureSvg({ ...day, title: '<script>"&' });
    expect(svg).toContain('&lt;script&gt;&quot;&amp;');
    expect(svg).not.toContain('<script>');
  });
});

describe('the picture', () => {
  it('is a PNG as wide as phones want it, with letters that the font has', async () => {
    const { week } = pictures([]);
    const [png, rare] = await Promise.all([picturePng(week), picturePng({ ...week, title: '垸子塅䶮坳' })]);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1080);
    // A missing letter would be drawn as nothing: less ink than the same title without it.
    const blank = await picturePng({ ...week, title: '' });
    expect(rare.length).toBeGreaterThan(blank.length + 1_000);
  });
});
