import { CATEGORIES } from '../cases/words.js';
import { categoriesSchema } from './categories.js';
import type { Fault } from './fault.js';
import type { YamlFile } from './yaml.js';

/** What no single line shows: one word for two categories. */
export function checkCategories(yaml: YamlFile): Fault[] {
  const parsed = categoriesSchema.safeParse(yaml.value ?? {});
  if (!parsed.success) return [];
  const { categories } = parsed.data;
  const faults: Fault[] = [];
  const owner = new Map<string, string>();
  for (const category of CATEGORIES) {
    for (const word of new Set([categories[category].name, ...(categories[category].words ?? [])])) {
      const other = owner.get(word);
      if (other !== undefined) faults.push(sharedWord(yaml, word, category, other));
      owner.set(word, category);
    }
  }
  return faults;
}

function sharedWord(yaml: YamlFile, word: string, category: string, other: string): Fault {
  const what = `"${word}" means ${other} already`;
  return yaml.fault(
    ['categories', category],
    what,
    'a word belongs to one category: take it out of one of the two',
  );
}
