import { z } from 'zod';
import type { Case, ChatRef, Handler, Material, PersonRef } from './case.js';
import {
  CASE_STATES,
  CATEGORIES,
  MESSAGE_TYPES,
  PETITION_KINDS,
  RATINGS,
  ROLES,
  URGENCIES,
} from './words.js';

/** The types of case.ts as they are read back from outside the process (the store, a job, a file). */

export const millisSchema = z.number();

export const chatRefSchema = z.object({ id: z.string(), room: z.boolean() }) satisfies z.ZodType<ChatRef>;

export const personRefSchema = z.object({ id: z.string(), name: z.string() }) satisfies z.ZodType<PersonRef>;

export const handlerSchema = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  place: z.string(),
  contacts: z.array(z.string()),
}) satisfies z.ZodType<Handler>;

export const materialSchema = z.object({
  messageId: z.string(),
  type: z.enum(MESSAGE_TYPES),
  text: z.string(),
  by: personRefSchema,
  at: millisSchema,
}) satisfies z.ZodType<Material>;

export const recognisedSchema = z.object({ model: z.string(), confidence: z.number() }).nullable();

export const caseSchema = z.object({
  id: z.string(),
  place: z.string(),
  number: z.int().nullable(),
  kind: z.enum(PETITION_KINDS),
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
  sealed: z.boolean(),
  origin: z.string().exactOptional(),
  state: z.enum(CASE_STATES),
  title: z.string(),
  text: z.string(),
  petitioner: personRefSchema,
  registrar: personRefSchema.nullable(),
  chat: chatRefSchema,
  messageId: z.string(),
  openedAt: millisSchema,
  coPetitioners: z.array(personRefSchema),
  handler: handlerSchema.nullable(),
  answerBy: millisSchema,
  resolveBy: millisSchema,
  extendedOnce: z.boolean(),
  answeredAt: millisSchema.nullable(),
  resolvedAt: millisSchema.nullable(),
  closedAt: millisSchema.nullable(),
  resolution: z.string(),
  rating: z.enum(RATINGS).nullable(),
  ratedAt: millisSchema.nullable(),
  supervised: z.object({ by: z.string(), at: millisSchema, note: z.string() }).nullable(),
  published: z.boolean(),
  mergedInto: z.string().nullable(),
  hops: z.int(),
  materials: z.array(materialSchema),
  spoken: z.int(),
  recognised: recognisedSchema,
  version: z.int(),
  head: z.string(),
}) satisfies z.ZodType<Case>;
