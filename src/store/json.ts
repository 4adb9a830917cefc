import type { Logger } from 'pino';
import type { z } from 'zod';
import { DamagedError } from './store-error.js';

/** Reads one stored value. @throws DamagedError that names the key and never repeats the content */
export function readJson<T>(schema: z.ZodType<T>, key: string, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the content: chat text must not reach a log.
    throw new DamagedError(key, 'not JSON');
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new DamagedError(key, `at "${issue?.path.join('.') ?? ''}": ${issue?.code ?? 'wrong form'}`);
}

const REMEMBERED = 100;

/** Damaged entries met while listing: reported once per key, and left out, so that the others still come. */
export class Damage {
  private readonly met = new Map<string, string>();

  constructor(private readonly log: Pick<Logger, 'error'> | null) {}

  /** Reads one entry of a listing; null when it is damaged. */
  read<T>(schema: z.ZodType<T>, key: string, text: string): T | null {
    return this.attempt(() => readJson(schema, key, text));
  }

  /** Runs one reading; null when what it reads is damaged. */
  attempt<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      this.report(error);
      return null;
    }
  }

  report(error: DamagedError): void {
    if (this.met.has(error.key) || this.met.size >= REMEMBERED) return;
    this.met.set(error.key, error.message);
    this.log?.error({ key: error.key }, error.message);
  }

  /** One line for each damaged key met since the start, at most 100. */
  list(): string[] {
    return [...this.met.values()];
  }
}
