import { Hono } from 'hono';
import { z } from 'zod';
import { loopbackOnly } from './loopback.js';
import type { SettableClock } from './parts.js';

const EXPECTED = 'now: an ISO 8601 time with Z or an offset, like 2026-05-02T18:00:00+08:00';

/** An instant, to the minute or finer: without an offset nobody knows whose midnight is meant. */
const bodySchema = z.strictObject({
  now: z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], EXPECTED),
});

/** `POST /clock {"now": …}` sets the product's standing clock; answers when deadlines, digests and closings have followed. */
export function clockRoutes(clock: SettableClock): Hono {
  const app = new Hono();
  app.use('/clock', loopbackOnly);
  app.get('/clock', (c) => c.json({ now: new Date(clock.now()).toISOString() }));
  app.post('/clock', async (c) => {
    const body = bodySchema.safeParse(json(await c.req.text()));
    if (!body.success) return c.json({ error: firstFault(body.error) }, 400);
    await clock.set(Date.parse(body.data.now));
    return c.json({ now: new Date(clock.now()).toISOString() });
  });
  return app;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function firstFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.path.length) return issue.message;
  return `send {"now": "2026-05-02T18:00:00+08:00"}${issue?.code === 'unrecognized_keys' ? ' and nothing else' : ''}`;
}
