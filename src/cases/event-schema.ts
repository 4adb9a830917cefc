import { z } from 'zod';
import { DECLINE_REASONS, type Action } from './action.js';
import {
  chatRefSchema,
  handlerSchema,
  materialSchema,
  millisSchema,
  personRefSchema,
  recognisedSchema,
} from './case-schema.js';
import type { CaseEvent, EventBody } from './event.js';
import { CATEGORIES, PETITION_KINDS, RATINGS, URGENCIES } from './words.js';

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
});

const actionSchemas = [
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('assign'), to: handlerSchema, dueBy: millisSchema.nullable() }),
  z.object({ type: z.literal('transfer'), to: handlerSchema }),
  z.object({ type: z.literal('hand_back'), reason: z.string() }),
  z.object({ type: z.literal('progress'), note: z.string() }),
  z.object({ type: z.literal('resolve'), done: z.string() }),
  z.object({ type: z.literal('extend'), days: z.number(), reason: z.string() }),
  z.object({ type: z.literal('decline'), reason: z.enum(DECLINE_REASONS), note: z.string() }),
  z.object({ type: z.literal('merge'), into: z.string(), intoNumber: z.int() }),
  z.object({ type: z.literal('supervise'), note: z.string() }),
  z.object({ type: z.literal('lift') }),
  z.object({ type: z.literal('publish') }),
  z.object({ type: z.literal('void') }),
  z.object({ type: z.literal('recategorise'), category: z.enum(CATEGORIES) }),
  z.object({ type: z.literal('rate'), rating: z.enum(RATINGS), reason: z.string() }),
  z.object({ type: z.literal('withdraw') }),
  z.object({ type: z.literal('join') }),
  z.object({ type: z.literal('add'), material: materialSchema }),
  z.object({ type: z.literal('remove_material'), messageId: z.string() }),
  z.object({
    type: z.literal('absorb'),
    from: z.string(),
    people: z.array(personRefSchema),
    materials: z.array(materialSchema),
  }),
  z.object({ type: z.literal('close') }),
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
