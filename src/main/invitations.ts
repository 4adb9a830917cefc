import type { Desk } from '../workers/desk.js';

/**
 * A friend request: accepted from officials of the directory, and from anybody who greets with a valid one-time code
 * (which enrols them). Everybody else stays unanswered: the bot is no friend collector.
 */
export async function greet(desk: Desk, request: { contactId: string; hello: string }): Promise<boolean> {
  if (desk.directory().officialOf(request.contactId)) return true;
  const code = /(?<!\d)\d{6}(?!\d)/u.exec(request.hello.normalize('NFKC'))?.[0];
  if (code === undefined) return false;
  const redeemed = await desk.people.redeem(code, request.contactId, desk.clock.now());
  if (redeemed.result === 'ok') await desk.directoryChanged();
  return redeemed.result === 'ok';
}
