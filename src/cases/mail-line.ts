import { z } from 'zod';
import { millisSchema } from './case-schema.js';
import { RUNG_NAMES } from './ladder.js';

/** What is said of a case: a rung, a late first answer, a watch past its day, a handler who left the directory. */
export const MAIL_KINDS = [...RUNG_NAMES, 'unanswered', 'watch', 'returned'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** One line that waits for somebody. */
export interface MailLine {
  /** The rung of this case under this deadline: told to each person once. */
  id: string;
  caseId: string;
  kind: MailKind;
  /** The deadline (for a watch: its day) that it is told of; the line is dropped when that has changed. */
  due: number;
  at: number;
  /** To whom, where the platform allows it; contacts []: nobody can be written to. */
  to: { name: string; contacts: string[]; place: string };
}

export const mailLineSchema = z.object({
  id: z.string(),
  caseId: z.string(),
  kind: z.enum(MAIL_KINDS),
  due: millisSchema,
  at: millisSchema,
  to: z.object({ name: z.string(), contacts: z.array(z.string()), place: z.string() }),
}) satisfies z.ZodType<MailLine>;
