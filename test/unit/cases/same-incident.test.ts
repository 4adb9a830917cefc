import { DAY } from '../../../src/cases/calendar.js';
import { sameIncident } from '../../../src/cases/same-incident.js';
import type { Category } from '../../../src/cases/words.js';
import { T0, sampleCase } from '../../support/case-samples.js';

const open = (number: number, text: string, category: Category = 'sanitation') =>
  sampleCase(number, { text, category, openedAt: T0 });
const like = (text: string, cases: ReturnType<typeof open>[], category: Category = 'sanitation', at = T0) =>
  sameIncident({ text, category, at }, cases, ['housing'])?.number ?? null;

describe('a matter told twice', () => {
  it('is the open case with close wording and the same category', () => {
    const cases = [open(1, '菜市场门口垃圾堆成山了'), open(2, '水沟堵了臭得很')];
    expect(like('菜市场门口的垃圾堆成山没人清', cases)).toBe(1);
    expect(like('河里有死猪', cases)).toBeNull();
    expect(like('菜市场门口的垃圾堆成山没人清', cases, 'road')).toBeNull();
  });

  it('is any outage of the same thing, whatever the words', () => {
    const cases = [open(1, '又没水了，煮饭都没水', 'utility'), open(2, '停电了', 'utility')];
    expect(like('水龙头拧开冇得水', cases, 'utility')).toBe(1);
    expect(like('网络断了', cases, 'utility')).toBeNull();
  });

  it('is another one where another group of households is named', () => {
    const cases = [open(1, '三组的垃圾没人清')];
    expect(like('4组的垃圾没人清', cases)).toBeNull();
    expect(like('3组的垃圾没人清', cases)).toBe(1);
    expect(like('垃圾一直没人清', cases)).toBe(1);
  });

  it('is none that is over, resolved, sealed, long ago, or of a private kind', () => {
    const [one] = [open(1, '菜市场门口垃圾堆成山了')];
    const again = '菜市场门口垃圾堆成山了';
    for (const state of ['resolved', 'closed', 'merged', 'void'] as const)
      expect(like(again, [{ ...one, state }])).toBeNull();
    expect(like(again, [{ ...one, sealed: true }])).toBeNull();
    expect(like(again, [one], 'sanitation', T0 + 4 * DAY)).toBeNull();
    for (const category of ['welfare', 'health', 'housing'] as const)
      expect(like(again, [{ ...one, category }], category)).toBeNull();
  });
});
