import { z } from 'zod';
import type { CaseRef, Command } from './command.js';
import { CATEGORIES, RATINGS } from './words.js';

/** The types of command.ts as they are read back from outside the process. */

export const caseRefSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), number: z.int(), place: z.string().nullable() }),
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({ kind: z.literal('none') }),
]) satisfies z.ZodType<CaseRef>;

const untilSchema = z.union([z.object({ days: z.number() }), z.object({ month: z.int(), day: z.int() })]);

const ref = caseRefSchema;
const text = z.string();
const lines = z.array(z.number());
const someOrAll = lines.or(z.literal('all'));
const verb = <const V extends string>(name: V) => z.object({ verb: z.literal(name) });

export const commandSchema = z.discriminatedUnion('verb', [
  verb('accept').extend({ ref }),
  verb('assign').extend({ ref, to: text, days: z.number().nullable() }),
  verb('transfer').extend({ ref, to: text }),
  verb('hand_back').extend({ ref, reason: text }),
  verb('progress').extend({ ref, note: text }),
  verb('resolve').extend({ ref, done: text }),
  verb('extend').extend({ ref, days: z.number(), reason: text }),
  verb('ask').extend({ ref, question: text }),
  verb('decline').extend({ ref, reason: text }),
  verb('co_assign').extend({ ref, to: text, part: text }),
  verb('co_done').extend({ ref, done: text }),
  verb('agree').extend({ ref }),
  verb('split').extend({ ref }),
  verb('merge').extend({ ref, into: ref }),
  verb('joint').extend({ number: z.int(), place: text.nullable() }),
  verb('supervise').extend({ ref, note: text, until: untilSchema.exactOptional() }),
  verb('lift').extend({ ref, note: text.exactOptional() }),
  verb('publish').extend({ ref }),
  verb('seal').extend({ ref, reason: text }),
  verb('unseal').extend({ ref, words: text }),
  verb('copy').extend({ ref }),
  verb('register').extend({ text }),
  verb('pick').extend({ lines: someOrAll }),
  verb('drop').extend({ lines: someOrAll }),
  verb('pick_into').extend({ lines, ref }),
  verb('show').extend({ ref }),
  verb('todo'),
  verb('overdue'),
  verb('watched'),
  verb('duty'),
  verb('daily'),
  verb('weekly'),
  verb('weekly_last'),
  verb('monthly'),
  verb('monthly_last'),
  verb('opinion'),
  verb('opinion_last'),
  verb('undo'),
  verb('silence'),
  verb('resume'),
  verb('void').extend({ ref }),
  verb('recategorise').extend({ ref, category: z.enum(CATEGORIES) }),
  verb('help'),
  verb('rate').extend({ ref, rating: z.enum(RATINGS), reason: text }),
  verb('withdraw').extend({ ref }),
  verb('join').extend({ ref }),
  verb('enrol').extend({ code: text }),
  verb('code').extend({ name: text }),
  verb('export').extend({
    year: z.int().nullable(),
    month: z.int().nullable(),
    format: z.enum(['xlsx', 'csv']),
  }),
  verb('forget').extend({ sure: z.boolean() }),
  verb('raise').extend({ text }),
  verb('yes'),
  verb('no'),
]) satisfies z.ZodType<Command>;
