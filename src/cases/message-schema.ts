import { z } from 'zod';
import { chatRefSchema, millisSchema } from './case-schema.js';
import { commandSchema } from './command-schema.js';
import type { Decision, Incoming } from './message.js';
import type { OutboxRow } from './outcome.js';
import type { IntakeItem } from './ports.js';
import { outFileSchema } from './out-file.js';
import { CATEGORIES, INTENTS, MESSAGE_TYPES, PRIORITIES, URGENCIES } from './words.js';

/** Messages on their way in and out, as they are read back from outside the process. */

export const incomingSchema = z.object({
  id: z.string(),
  chat: chatRefSchema,
  who: z.string(),
  name: z.string(),
  at: millisSchema,
  type: z.enum(MESSAGE_TYPES),
  text: z.string(),
  reply: z.string(),
  quote: z.object({ name: z.string(), text: z.string() }).nullable(),
  mentions: z.array(z.string()),
  mentionsBot: z.boolean(),
  recalls: z.string().exactOptional(),
  voice: z.object({ seconds: z.number().nullable(), transcribed: z.boolean() }).exactOptional(),
  location: z
    .object({ latitude: z.number(), longitude: z.number(), name: z.string(), address: z.string() })
    .exactOptional(),
}) satisfies z.ZodType<Incoming>;

export const decisionSchema = z.object({
  action: z.enum(['open', 'suggest', 'ignore']),
  intent: z.enum(INTENTS),
  category: z.enum([...CATEGORIES, '']),
  urgency: z.enum([...URGENCIES, '']),
  sealed: z.boolean(),
  matter: z.string().nullable(),
  confidence: z.number(),
  ask: z.boolean(),
  settledBy: z.string().exactOptional(),
}) satisfies z.ZodType<Decision>;

export const intakeItemSchema = z.object({
  account: z.string(),
  message: incomingSchema,
  decision: decisionSchema.nullable(),
  command: commandSchema.nullable(),
  malformed: z.string().nullable(),
}) satisfies z.ZodType<IntakeItem>;

const elsewhereSchema = z.object({ chat: chatRefSchema, text: z.string(), mentions: z.array(z.string()) });

export const outboxRowSchema = z.object({
  id: z.string(),
  place: z.string(),
  caseId: z.string().nullable(),
  chat: chatRefSchema,
  orElse: elsewhereSchema.nullable(),
  text: z.string(),
  mentions: z.array(z.string()),
  priority: z.enum(PRIORITIES),
  createdAt: millisSchema,
  prompt: z.boolean(),
  merge: z.object({ part: z.string(), tail: z.string() }).nullable(),
  file: outFileSchema.exactOptional(),
}) satisfies z.ZodType<OutboxRow>;
