import { z } from 'zod';

/** What scripts and commands answer, in the shapes that the stores expect. */
export const integerReply = z.number().int();
export const listReply = z.array(z.string());
export const sparseReply = z.array(z.string().nullable());

/** `[key, value, key, value …]`, as HGETALL and WITHSCORES answer. */
export function pairs(flat: string[]): [string, string][] {
  const out: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) out.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return out;
}

/** Parts of at most `size`, so that one command never holds Redis for long. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const out: T[][] = [];
  for (let i = 0; i < list.length; i += size) out.push(list.slice(i, i + size));
  return out;
}
