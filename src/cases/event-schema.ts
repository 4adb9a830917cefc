import { z } from 'zod';
import type { Action } from './action.js';
import {
  askedSchema,
  chatRefSchema,
  handlerSchema,
  keeperSchema,
  materialSchema,
  millisSchema,
  personRefSchema,
  recognisedSchema,
} from './case-schema.js';
import type { CaseEvent, EventBody } from './event.js';
import { CATEGORIES, DECLINE_REASONS, PETITION_KINDS, RATINGS, URGENCIES } from './words.js';

/** The types of event.ts as they are read back from outside the process. */

const openSchema = z.object({
  type: z.literal('open'),
  id: z.string(),
  place: z.string(),
  number: z.int().nullable(),
  chat: chatRefSchema,
  title: z.string(),
  answerBy: millisSchema,
  resolveBy: millisSchema,
  kind: z.enum(PETITION_KINDS),
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
  sealed: z.boolean(),
  text: z.string(),
  petitioner: personRefSchema,
  registrar: personRefSchema.nullable(),
  materials: z.array(materialSchema),
  origin: z.string().exactOptional(),
  recognised: recognisedSchema,
  asked: askedSchema.exactOptional(),
});

/** Absent in events of before: absent they stay, so that their hashes hold. */
const leads = z.literal(true).exactOptional();
const via = z.string().exactOptional();

const actionSchemas = [
  z.object({ type: z.literal('accept'), leads, back: leads }),
  z.object({ type: z.literal('assign'), to: handlerSchema, dueBy: millisSchema.nullable() }),
  z.object({ type: z.literal('transfer'), to: handlerSchema }),
  z.object({ type: z.literal('hand_back'), reason: z.string(), drops: z.literal(true).exactOptional() }),
  z.object({ type: z.literal('progress'), note: z.string(), leads, back: leads }),
  z.object({ type: z.literal('resolve'), done: z.string(), leads, back: leads }),
  z.object({ type: z.literal('extend'), days: z.number(), reason: z.string() }),
  z.object({ type: z.literal('ask'), question: z.string(), until: millisSchema.nullable() }),
  z.object({
    type: z.literal('go_on'),
    resolveBy: millisSchema.nullable(),
    from: millisSchema.exactOptional(),
  }),
  z.object({
    type: z.literal('decline'),
    reason: z.enum(DECLINE_REASONS),
    note: z.string(),
    consent: z.literal(true).exactOptional(),
  }),
  z.object({ type: z.literal('merge'), into: z.string(), intoNumber: z.int() }),
  // What came later is optional, never defaulted: an old event must give the hash that it was sealed with.
  z.object({
    type: z.literal('supervise'),
    note: z.string(),
    number: z.string().exactOptional(),
    until: millisSchema.exactOptional(),
  }),
  z.object({ type: z.literal('lift'), note: z.string().exactOptional() }),
  z.object({ type: z.literal('publish') }),
  z.object({ type: z.literal('void') }),
  z.object({
    type: z.literal('recategorise'),
    category: z.enum(CATEGORIES),
    answerBy: millisSchema.exactOptional(),
    resolveBy: millisSchema.exactOptional(),
  }),
  // Events of before working time have no date: a default would break their hashes.
  z.object({
    type: z.literal('rate'),
    rating: z.enum(RATINGS),
    reason: z.string(),
    dueBy: millisSchema.optional(),
  }),
  z.object({ type: z.literal('withdraw') }),
  z.object({ type: z.literal('join'), via }),
  z.object({ type: z.literal('add'), material: materialSchema, via }),
  z.object({ type: z.literal('remove_material'), messageId: z.string() }),
  z.object({
    type: z.literal('absorb'),
    from: z.string(),
    people: z.array(personRefSchema),
    materials: z.array(materialSchema),
    raised: z.array(personRefSchema).exactOptional(),
    via,
  }),
  z.object({
    type: z.literal('release'),
    from: z.string(),
    people: z.array(personRefSchema),
    messages: z.array(z.string()),
  }),
  z.object({ type: z.literal('co_assign'), to: handlerSchema, part: z.string() }),
  z.object({ type: z.literal('co_done'), part: z.int(), done: z.string() }),
  z.object({ type: z.literal('return_idle'), to: keeperSchema.nullable(), keeps: leads }),
  z.object({ type: z.literal('propose_decline'), reason: z.enum(DECLINE_REASONS), note: z.string() }),
  z.object({ type: z.literal('close') }),
  z.object({
    type: z.literal('card'),
    card: z.enum(['yellow', 'red']),
    due: millisSchema,
    number: z.string().exactOptional(),
  }),
  z.object({ type: z.literal('return'), to: handlerSchema }),
  z.object({ type: z.literal('view') }),
  z.object({ type: z.literal('export'), mark: z.string() }),
  z.object({
    type: z.literal('seal'),
    code: z.string(),
    reason: z.string(),
    answerBy: millisSchema,
    resolveBy: millisSchema,
  }),
  z.object({
    type: z.literal('unseal'),
    into: z.string(),
    intoNumber: z.int(),
    reason: z.string(),
  }),
] as const;

export const actionSchema = z.discriminatedUnion('type', [
  ...actionSchemas,
  z.object({ type: z.literal('undo') }),
]) satisfies z.ZodType<Action>;

export const eventBodySchema = z.discriminatedUnion('type', [
  openSchema,
  ...actionSchemas,
  z.object({ type: z.literal('undone'), seq: z.int() }),
]) satisfies z.ZodType<EventBody>;

export const caseEventSchema = z.object({
  seq: z.int(),
  at: millisSchema,
  by: personRefSchema,
  messageId: z.string(),
  body: eventBodySchema,
  salt: z.string(),
  digests: z.record(z.string(), z.string()),
  spoke: z.int(),
  hash: z.string(),
}) satisfies z.ZodType<CaseEvent>;
