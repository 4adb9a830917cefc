import { Hono } from 'hono';
import type { ClockControl } from './api.js';
import type { DayPlayer } from './day.js';
import { VillageFault } from './fault.js';
import { advanceShape, dayShape, parse } from './inputs.js';

/** Turning the clock, playing the prepared day. */
export function playRoutes(clock: ClockControl, day: DayPlayer, report: (error: Error) => void): Hono {
  const app = new Hono();
  app.post('/clock', async (c) => {
    const { advanceMs } = parse(advanceShape, await c.req.json().catch(() => null));
    await clock.advance(advanceMs);
    return c.json({ now: clock.now() });
  });
  app.post('/day', async (c) => {
    const wish = parse(dayShape, await c.req.json().catch(() => null));
    if (wish.do === 'stop') day.stop();
    else await begun(day, report);
    return c.json(day.state);
  });
  return app;
}

/** Starts the day and lets it run; a day that cannot start is an error of this request. */
async function begun(day: DayPlayer, report: (error: Error) => void): Promise<void> {
  const over = day.play();
  over.catch((error: unknown) => error instanceof VillageFault || report(error as Error));
  await Promise.race([over, new Promise((resolve) => setImmediate(resolve))]);
}
