import type { Context, Next } from 'hono';
import { Hono } from 'hono';
import type { ClockControl, Village } from './api.js';
import { DayPlayer } from './day.js';
import { fault, VillageFault } from './fault.js';
import { pageFiles } from './page-files.js';
import { playRoutes } from './play-routes.js';
import { clockEvent, dayEvent, Onlookers, streamRoutes } from './stream-routes.js';
import { talkRoutes } from './talk-routes.js';

const PACE_MS = 1_800;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

export interface PageOptions {
  /** Real time between two lines of the prepared day; default 1.8 s. */
  paceMs?: number;
  /** Hears of faults that the page can only call a fault. */
  onError?: (error: Error) => void;
}

/** The chat page at `/` and what it calls under `/village`; to be mounted at the root, answers the loopback only. */
export function villageRoutes(village: Village, clock: ClockControl, options: PageOptions = {}): Hono {
  const onlookers = new Onlookers();
  const turned: ClockControl = {
    now: () => clock.now(),
    advance: async (ms) => {
      await clock.advance(ms);
      onlookers.tell(clockEvent(clock));
    },
  };
  const day = new DayPlayer(village, turned, options.paceMs ?? PACE_MS, () =>
    onlookers.tell(dayEvent(day.state)),
  );
  village.listen((event) => event.type === 'stop' && day.stop());

  const report = (error: Error): void => options.onError?.(error);
  const app = new Hono();
  app.onError((error, c) => answer(error, c, report));
  for (const path of ['/', '/village/*']) app.use(path, guard);
  app.route('/village/api', talkRoutes(village, clock));
  app.route('/village/api', playRoutes(turned, day, report));
  app.route(
    '/village/api',
    streamRoutes(village, clock, onlookers, () => day.state),
  );
  const file = pageFiles();
  app.get('/', (c) => serve(c, file('chat.html')));
  app.get('/village/page/*', (c) => serve(c, file(c.req.path.slice('/village/page/'.length))));
  return app;
}

/** Whoever can reach the page can speak for anybody: nobody but this machine's own browser may. */
async function guard(c: Context, next: Next): Promise<void> {
  const host = new URL(c.req.url).hostname;
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(host))
    throw fault('演示村只能在本机打开，请用 127.0.0.1 或 localhost');
  const site = c.req.header('sec-fetch-site') ?? 'none';
  if (c.req.method !== 'GET' && !['same-origin', 'none'].includes(site)) throw fault('别的网页不能替人发言');
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  await next();
}

function serve(c: Context, file: { type: string; body: Buffer } | null): Response {
  if (!file) return c.text('没有这个页面', 404);
  return c.body(new Uint8Array(file.body), 200, { 'content-type': file.type });
}

function answer(error: Error, c: Context, report: (error: Error) => void): Response {
  if (error instanceof VillageFault) return c.json({ error: error.message }, 400);
  report(error);
  return c.json({ error: '村子里出了点问题，请再试一次' }, 500);
}
