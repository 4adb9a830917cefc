import type { Logger } from 'pino';

const TRIES = 3;

/** Tells the engineer outside WeChat: one JSON post to the webhook, tried three times; always logged. */
export async function raiseAlarm(
  webhook: string | null,
  what: string,
  at: number,
  log: Logger,
): Promise<void> {
  log.error({ alarm: what }, 'alarm');
  if (webhook === null) return;
  const body = JSON.stringify({ product: 'huiyin', alarm: what, at: new Date(at).toISOString() });
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(webhook, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.ok) return;
      log.warn({ status: answer.status, attempt }, 'webhook refused the alarm');
    } catch (error) {
      log.warn({ attempt, err: error instanceof Error ? error.name : 'error' }, 'webhook not reached');
    }
    await new Promise((resolve) => setTimeout(resolve, attempt * 2_000));
  }
}
