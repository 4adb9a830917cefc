import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';

/**
 * A chat's queue is consumed by one worker at a time. The lease is renewed between items and short, because a killed
 * worker's chat waits for its end; should a slow item outlive it, the store still applies each message once.
 */
const LEASE_MS = 5_000;
/** Renewed when this old, between items: a process that was frozen for longer asks before it goes on. */
const RENEW_MS = 1_000;
/** An item that fails this often in a row is set aside, so that its chat can go on. */
const TRIES = 5;
const RETRY_MS = [100, 400, 1_500, 4_000];

/**
 * Handles whatever waits in one chat's queue, in order. Errors are of the infrastructure (refusals are values): the
 * item is tried again in place, so that order holds, and only set aside when it alone keeps failing.
 */
export async function drainChat(
  desk: Desk,
  chatId: string,
  handle: (item: IntakeItem) => Promise<void>,
): Promise<void> {
  const token = desk.random(8);
  // Before it is asked for: time that passes on the way counts.
  let leasedAt = performance.now();
  // Another worker has the chat, or died with it: the job is tried again soon.
  if (!(await desk.intake.lease(chatId, token, LEASE_MS))) throw new Error('another worker has this chat');
  try {
    for (;;) {
      const batch = await desk.intake.peek(chatId, 20);
      if (batch.length === 0) break;
      for (const item of batch) {
        // Losing the lease (this process was frozen) means that another took over: stop at once.
        if (performance.now() - leasedAt >= RENEW_MS) {
          leasedAt = performance.now();
          if (!(await desk.intake.lease(chatId, token, LEASE_MS))) return;
        }
        await handleOne(desk, chatId, item, handle);
      }
    }
  } finally {
    await desk.intake.release(chatId, token);
  }
}

async function handleOne(
  desk: Desk,
  chatId: string,
  item: IntakeItem,
  handle: (item: IntakeItem) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await handle(item);
      await desk.intake.done(chatId, item.message.id);
      return;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      desk.log.warn({ message: item.message.id, attempt, err: text }, 'intake item failed');
      if (attempt >= TRIES) return setAside(desk, chatId, item, text);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS[attempt - 1] ?? 4_000));
    }
  }
}

/** Only when the store itself answers: while Redis is away everything fails, and nothing may be set aside for that. */
async function setAside(desk: Desk, chatId: string, item: IntakeItem, error: string): Promise<void> {
  await desk.intake.setAside(chatId, item.message.id, error);
  desk.log.error({ message: item.message.id, err: error }, 'intake item set aside after repeated failure');
  desk.tally.intake('set_aside', 0);
}
