import { z } from 'zod';
import { CATEGORIES, PETITION_KINDS, URGENCIES, type Category, type Speaker } from '../../cases/words.js';

/** One line of the room, masked. */
export interface AskedLine {
  /** A stand-in with the role: `甲（村民）`, `干部`. */
  who: string;
  /** Minutes before the line that is asked about. */
  minutes: number;
  text: string;
}

/** A matter that the room knows, masked; it is named by its place in the list, from 1. */
export interface AskedMatter extends AskedLine {
  category: Category;
  state: 'open' | 'resolved' | 'suggested';
}

/** What a second reader is asked: all of it masked, nothing else leaves the machine. */
export interface Question {
  before: AskedLine[];
  line: { who: string; speaker: Speaker; text: string; quotes: string | null };
  matters: AskedMatter[];
}

/** A question, and what its numbers stand for; the ids never leave. */
export interface Asked {
  question: Question;
  matters: string[];
}

/**
 * What a second reader may say: one of the possible decisions, and nothing else. Further fields are dropped;
 * `matter` is a place in the question's list, 0 for none.
 */
export const verdictSchema = z.object({
  action: z.enum(['open', 'join', 'suggest', 'ignore']),
  matter: z.int().min(0).max(99),
  kind: z.enum(PETITION_KINDS),
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** Asks a second reader; null: no answer that counts, the local decision stands. Never rejects but at a stop. */
export type AskSecond = (question: Question) => Promise<Verdict | null>;
