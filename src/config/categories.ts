import { z } from 'zod';
import { DAY, HOUR } from '../cases/calendar.js';
import { DEFAULT_TERMS, GRADE_TERMS, type Terms } from '../cases/deadlines.js';
import { EXTENSION_DAYS_MAX } from '../cases/apply-checks.js';
import { CATEGORIES, URGENCIES, type Category, type Urgency } from '../cases/words.js';
import type { RoutingRule } from '../cases/routing.js';
import { DEFAULT_CATEGORIES, type CategoryDefault } from './category-defaults.js';
import { strict } from './issues.js';
import { ruleSchema, toRule } from './routing.js';

export interface CategoryRule {
  /** As people and lists say it: 环境卫生 */
  name: string;
  /** What else an official may type for it after 改类. */
  words: string[];
  /** Receipts and lists name the number only, never the matter (health, poverty). */
  private: boolean;
  /** The longest extension, in days. */
  extendDays: number;
  /** What 办结 has to show: what was done, a picture of it, or nothing. */
  proof: Proof;
  terms: Record<Urgency, Terms>;
}

/** categories.yaml, read: complete for every category and urgency. */
export interface Taxonomy {
  categories: Record<Category, CategoryRule>;
  /** Who is asked first, in order. */
  routing: RoutingRule[];
}

export const PROOFS = ['words', 'picture', 'none'] as const;
export type Proof = (typeof PROOFS)[number];

const hours = z
  .number()
  .positive()
  .max(24 * 90);
const days = z.number().positive().max(365);
const termsOf = ({ answerMs, resolveMs }: Terms) =>
  strict({
    answer_hours: hours.default(answerMs / HOUR),
    resolve_days: days.default(resolveMs / DAY),
  }).prefault({});
const GRADES = ['complex', 'formal'] as const;

const word = z.string().trim().min(1).max(12);
const categoryOf = (category: Category) =>
  strict({
    name: word.default(DEFAULT_CATEGORIES[category].name),
    words: z.array(word).max(40).optional(),
    private: z.boolean().default(DEFAULT_CATEGORIES[category].private ?? false),
    grade: z.enum(['normal', ...GRADES]).optional(),
    proof: z.enum(PROOFS).default('none'),
    answer_hours: hours.optional(),
    resolve_days: days.optional(),
    extend_days: z.int().min(1).max(EXTENSION_DAYS_MAX).default(EXTENSION_DAYS_MAX),
  }).prefault({});

/** The file as it is written; every key may be left out. */
export const categoriesSchema = strict({
  deadlines: strict({
    ...mapKeys(URGENCIES, (urgency) => termsOf(DEFAULT_TERMS[urgency])),
    ...mapKeys(GRADES, (grade) => termsOf(GRADE_TERMS[grade])),
  }).prefault({}),
  categories: strict(mapKeys(CATEGORIES, categoryOf)).prefault({}),
  routing: z.array(ruleSchema).max(500).default([]),
});
export type CategoriesFile = z.output<typeof categoriesSchema>;

/** From the file's words and units to the product's. */
export function toTaxonomy(file: CategoriesFile): Taxonomy {
  const rule = (category: Category): CategoryRule => {
    const { name, private: hidden, extend_days, proof } = file.categories[category];
    return {
      name,
      words: wordsOf(file, category),
      private: hidden,
      extendDays: extend_days,
      proof,
      terms: mapKeys(URGENCIES, (urgency) => terms(file, category, urgency)),
    };
  };
  return { categories: mapKeys(CATEGORIES, rule), routing: file.routing.map(toRule) };
}

/** A category's own words, or those that it is shipped with, except what the file gives to another one. */
function wordsOf(file: CategoriesFile, category: Category): string[] {
  const own = file.categories[category].words;
  if (own) return own;
  const written = CATEGORIES.flatMap((one) => [
    file.categories[one].name,
    ...(file.categories[one].words ?? []),
  ]);
  return DEFAULT_CATEGORIES[category].words.filter((text) => !written.includes(text));
}

/** Every word that an official may type for a category → the category (改类). */
export function categoryWords(taxonomy: Taxonomy): ReadonlyMap<string, Category> {
  const words = CATEGORIES.flatMap((category) => {
    const { name, words: more } = taxonomy.categories[category];
    return [name, ...more].map((text) => [text, category] as const);
  });
  return new Map(words);
}

/**
 * A category's own figures, or those of its grade, replace those of normal cases; a more urgent case never gets longer
 * than its urgency allows. Only what is formal counts by the calendar.
 */
function terms(file: CategoriesFile, category: Category, urgency: Urgency): Terms {
  const own = figuresOf(file, category);
  const graded = urgency === 'normal' && own.grade !== 'normal' ? own.grade : urgency;
  const base = file.deadlines[graded];
  const pick = (mine: number | undefined, general: number): number =>
    mine === undefined ? general : urgency === 'normal' ? mine : Math.min(mine, general);
  return {
    answerMs: pick(own.answer_hours, base.answer_hours) * HOUR,
    resolveMs: pick(own.resolve_days, base.resolve_days) * DAY,
    ...(graded === 'formal' && { calendar: true }),
  };
}

/** What is not written is as shipped; a grade that is written brings its own figures, in place of the shipped ones. */
function figuresOf(
  file: CategoriesFile,
  category: Category,
): { grade: 'normal' | (typeof GRADES)[number]; answer_hours?: number; resolve_days?: number } {
  const { grade, answer_hours, resolve_days } = file.categories[category];
  const shipped: Partial<CategoryDefault> = grade === undefined ? DEFAULT_CATEGORIES[category] : {};
  const answer = answer_hours ?? shipped.answer_hours;
  const resolve = resolve_days ?? shipped.resolve_days;
  return {
    grade: grade ?? shipped.grade ?? 'normal',
    ...(answer !== undefined && { answer_hours: answer }),
    ...(resolve !== undefined && { resolve_days: resolve }),
  };
}

function mapKeys<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
