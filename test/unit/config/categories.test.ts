import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { HOUR, DAY } from '../../../src/cases/calendar.js';
import { CATEGORIES, URGENCIES } from '../../../src/cases/words.js';
import { checkCategories } from '../../../src/config/categories-checks.js';
import { categoriesSchema, categoryWords, toTaxonomy } from '../../../src/config/categories.js';
import { faultsIn, valueOf } from '../../support/config-text.js';

const read = (text: string) => toTaxonomy(valueOf(text, categoriesSchema));
const faults = (text: string) => faultsIn(text, categoriesSchema, checkCategories);

describe('categories.yaml', () => {
  it('is complete when empty', () => {
    const { categories } = read('');
    expect(Object.keys(categories)).toEqual([...CATEGORIES]);
    expect(categories.government.terms.normal).toEqual({ answerMs: 24 * HOUR, resolveMs: 7 * DAY });
    expect(categories.health.private && categories.welfare.private).toBe(true);
  });

  it('is as shipped in every line that is left out', () => {
    const shipped = read(readFileSync(new URL('../../../config/categories.yaml', import.meta.url), 'utf8'));
    expect(read('')).toEqual(shipped);
    const routed = read('routing: [{ rule: 路, category: road, to: 交通局 }]');
    expect(routed.categories).toEqual(shipped.categories);
    expect(routed.categories.utility.terms.normal).toEqual({ answerMs: 2 * HOUR, resolveMs: 3 * DAY });
    const general = read('deadlines: { normal: { answer_hours: 8 } }');
    expect(general.categories.utility.terms.normal.answerMs).toBe(2 * HOUR);
    expect(general.categories.government.terms.normal.answerMs).toBe(8 * HOUR);
  });

  it('gives a grade that is written its own figures', () => {
    const { categories } = read('categories: { utility: { grade: normal }, road: { grade: normal } }');
    expect(categories.utility.terms.normal).toEqual({ answerMs: 24 * HOUR, resolveMs: 7 * DAY });
    expect(categories.road.terms.normal).toEqual(categories.utility.terms.normal);
  });

  it('lets a category have its own figures', () => {
    const { categories } = read('categories: { utility: { answer_hours: 2, resolve_days: 30 } }');
    expect(categories.utility.terms.normal).toEqual({ answerMs: 2 * HOUR, resolveMs: 30 * DAY });
    expect(categories.utility.terms.urgent).toEqual({ answerMs: 2 * HOUR, resolveMs: DAY });
    expect(categories.road.terms.normal.answerMs).toBe(24 * HOUR);
  });

  it('gives complex matters longer, and formal ones what the law gives, by the calendar', () => {
    const { categories } = read('categories: { road: { grade: complex, extend_days: 10 }, housing: { grade: formal } }');
    expect(categories.road.terms.normal).toEqual({ answerMs: DAY, resolveMs: 15 * DAY });
    expect(categories.housing.terms.normal).toEqual({ answerMs: 15 * DAY, resolveMs: 75 * DAY, calendar: true });
    expect(categories.housing.terms.urgent).toEqual(categories.other.terms.urgent);
    expect([categories.road.extendDays, categories.housing.extendDays]).toEqual([10, 30]);
    const own = read('deadlines: { complex: { resolve_days: 20 } }\ncategories: { road: { grade: complex, answer_hours: 4 } }');
    expect(own.categories.road.terms.normal).toEqual({ answerMs: 4 * HOUR, resolveMs: 20 * DAY });
  });

  it('tells the words of each category', () => {
    const words = categoryWords(read('categories: { road: { name: 修路, words: [桥] } }'));
    expect([words.get('修路'), words.get('桥'), words.get('教育'), words.get('路灯'), words.get('公路')]).toEqual(['road', 'road', 'education', 'utility', undefined]);
    const taken = categoryWords(read('categories: { farming: { words: [停水] }, other: { name: 垃圾 } }'));
    expect([taken.get('停水'), taken.get('垃圾'), taken.get('停电')]).toEqual(['farming', 'other', 'utility']);
  });

  it('never gives an emergency longer than an emergency may take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (hours, days) => {
        const { categories } = read(`categories: { road: { answer_hours: ${hours}, resolve_days: ${days} } }`);
        for (const urgency of URGENCIES.filter((u) => u !== 'normal')) {
          const plain = read('').categories.road.terms[urgency];
          expect(categories.road.terms[urgency].answerMs).toBeLessThanOrEqual(plain.answerMs);
          expect(categories.road.terms[urgency].resolveMs).toBeLessThanOrEqual(plain.resolveMs);
        }
      }),
    );
  });

  it.each([
    ['categories: { raod: { name: 路 } }', 'x.yaml:1 categories.raod: unknown key "raod"; did you mean "road"?'],
    ['categories: { road: { answer_hour: 1 } }', 'categories.road.answer_hour: unknown key "answer_hour"; did you mean "answer_hours"?'],
    ['deadlines: { normal: { answer_hours: 0 } }', 'deadlines.normal.answer_hours: too small or too short; write more than 0'],
    ['categories: { road: { words: [教育] } }', '"教育" means road already; a word belongs to one category'],
    ['categories: { road: { grade: hard } }', 'categories.road.grade: "hard" is not known here; write one of: normal, complex, formal'],
    ['categories: { road: { extend_days: 31 } }', 'categories.road.extend_days: too large or too long; write at most 30'],
    ['categories: { road: { private: maybe } }', 'categories.road.private: this is text, not true or false'],
  ])('%s', (text, expected) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});
