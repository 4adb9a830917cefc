import { z } from 'zod';
import type { RoutingRule } from '../cases/routing.js';
import { CATEGORIES, PETITION_KINDS, ROLES, URGENCIES, type Role } from '../cases/words.js';
import { strict } from './issues.js';

const text = z.string().trim().min(1);
const some = <const Values extends readonly [string, ...string[]]>(values: Values) => {
  const one = z.enum(values);
  return z
    .union([one, z.array(one).max(values.length)], `write one of these, or a list of them: ${values.join(', ')}`)
    .default([])
    .transform((given) => (Array.isArray(given) ? given : [given]));
};

/** One line of `routing:` in categories.yaml. */
export const ruleSchema = strict({
  rule: text.max(20),
  category: some(CATEGORIES),
  urgency: some(URGENCIES),
  kind: some(PETITION_KINDS),
  words: z.array(text.max(20)).max(40).default([]),
  place: z.string().max(80).default(''),
  to: text.max(30),
  else: text.max(20).optional(),
});
export type RuleFile = z.output<typeof ruleSchema>;

/** A rule as the domain reads it: `to` is a role where it is the word of one, else a name of the directory. */
export function toRule(file: RuleFile): RoutingRule {
  const role = ROLES.find((one): one is Role => one === file.to);
  return {
    name: file.rule,
    categories: file.category,
    urgencies: file.urgency,
    kinds: file.kind,
    words: file.words,
    place: file.place,
    to: role === undefined ? { name: file.to } : { role },
    orElse: file.else ?? null,
  };
}
