import { z } from 'zod';
import type {
  Asked,
  CardGiven,
  Case,
  ChatRef,
  CoHandler,
  Handler,
  Keeper,
  Material,
  PersonRef,
  Supervision,
} from './case.js';
import {
  CASE_STATES,
  CATEGORIES,
  DECLINE_REASONS,
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

export const keeperSchema = z.object({
  name: z.string(),
  contacts: z.array(z.string()),
}) satisfies z.ZodType<Keeper>;

export const askedSchema = z.object({ rule: z.string(), who: handlerSchema }) satisfies z.ZodType<Asked>;

const coHandlerSchema = handlerSchema.extend({
  part: z.string(),
  doneAt: millisSchema.nullable(),
  done: z.string(),
}) satisfies z.ZodType<CoHandler>;

const decliningSchema = z.object({
  by: personRefSchema,
  reason: z.enum(DECLINE_REASONS),
  note: z.string(),
  at: millisSchema,
});

export const materialSchema = z.object({
  messageId: z.string(),
  type: z.enum(MESSAGE_TYPES),
  text: z.string(),
  by: personRefSchema,
  at: millisSchema,
  shown: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Material>;

export const recognisedSchema = z.object({ model: z.string(), confidence: z.number() }).nullable();

export const supervisionSchema = z.object({
  by: z.string(),
  at: millisSchema,
  note: z.string(),
  number: z.string().exactOptional(),
  until: millisSchema.exactOptional(),
}) satisfies z.ZodType<Supervision>;

export const cardSchema = z.object({
  card: z.enum(['yellow', 'red']),
  at: millisSchema,
  due: millisSchema,
}) satisfies z.ZodType<CardGiven>;

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
  // Cases of before have none of these.
  alsoRaised: z.array(personRefSchema).default([]),
  asked: askedSchema.nullable().default(null),
  lead: keeperSchema.nullable().default(null),
  coHandlers: z.array(coHandlerSchema).default([]),
  declining: decliningSchema.nullable().default(null),
  answerBy: millisSchema,
  resolveBy: millisSchema,
  movedFrom: z.array(millisSchema).exactOptional(),
  returnedFrom: handlerSchema.nullable().exactOptional(),
  extendedOnce: z.boolean(),
  // Cases of before 待补充 have neither.
  waiting: z
    .object({ since: millisSchema, until: millisSchema, question: z.string() })
    .nullable()
    .default(null),
  waits: z.int().default(0),
  answeredAt: millisSchema.nullable(),
  resolvedAt: millisSchema.nullable(),
  closedAt: millisSchema.nullable(),
  resolution: z.string(),
  rating: z.enum(RATINGS).nullable(),
  ratedAt: millisSchema.nullable(),
  supervised: supervisionSchema.nullable(),
  // Absent on cases without one, old or new: a case stands as its events make it.
  cards: z.array(cardSchema).exactOptional(),
  published: z.boolean(),
  mergedInto: z.string().nullable(),
  hops: z.int(),
  materials: z.array(materialSchema),
  spoken: z.int(),
  recognised: recognisedSchema,
  version: z.int(),
  head: z.string(),
}) satisfies z.ZodType<Case>;
