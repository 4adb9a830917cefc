import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PRIORITIES, type Priority } from '../cases/words.js';

/**
 * The job catalogue: queue → schema, id, options. Jobs only wake; the truth is in the store, so a job that is lost
 * or runs twice changes nothing (a sweep each minute wakes whatever was left).
 */
export const intakeJob = z.object({ chatId: z.string().min(1) });
const rowRef = z.object({ place: z.string(), rowId: z.string().min(1) });
/** `after`: the row of the same chat that goes first. */
export const sendJob = rowRef.extend({ after: rowRef.nullable() });
export const tickJob = z.object({});
export type IntakeJob = z.infer<typeof intakeJob>;
export type SendJob = z.infer<typeof sendJob>;

export const QUEUES = { intake: 'intake', send: 'send', posts: 'posts', tick: 'tick' } as const;

/**
 * Ids of chats and rows can hold ':' or be all digits, which BullMQ refuses: hashed, with a letter before. `boot` tells
 * one run of the product from the next: a job that a killed process left active must not swallow the wakes of its
 * successor until BullMQ finds it stalled.
 */
export function jobId(kind: 'i' | 's', name: string, boot: string): string {
  return `${kind}-${createHash('sha256').update(`${boot}\n${name}`).digest('base64url').slice(0, 22)}`;
}

/** BullMQ's priority: 1 is first; 0 would jump the queue of priorities. */
export function jobPriority(priority: Priority): number {
  return PRIORITIES.indexOf(priority) + 1;
}

/** Kept nowhere once done: an id deduplicates only while its job exists, and a held row must be woken again later. */
export const JOB_OPTIONS = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 200 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;
