import { randomInt } from 'node:crypto';

/**
 * Message ids as the platform makes them: 19 digits. The head is random for each start, so that ids of a village that
 * was started anew never meet those that the bot remembers from before.
 */
export function messageIds(): () => string {
  const head = randomInt(100_000_000, 1_000_000_000);
  let count = 0;
  return () => `${head}${String(++count).padStart(10, '0')}`;
}
