import type { Server } from 'node:http';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { clockRoutes } from './clock-routes.js';
import { securityHeaders } from './headers.js';
import { healthRoutes } from './health-routes.js';
import { close, listen, portOf, urlOf } from './listen.js';
import { isLoopbackAddress, loopbackHostOnly, sameOriginOnly } from './loopback.js';
import type { MountOptions, Web, WebParts } from './parts.js';
import { qrRoutes } from './qr-routes.js';
import { statusRoutes } from './status-routes.js';

const MAX_BODY = 64 * 1024;

/** The HTTP side of a process: health, metrics, login QR, the clock of tests, and what is mounted. */
export function createWeb(parts: WebParts): Web {
  const mounted: { routes: Hono; maxBody: number }[] = [];
  let server: Server | null = null;
  return {
    mount(routes, options: MountOptions = {}) {
      if (server) throw new Error('mount before the start');
      mounted.push({ routes, maxBody: options.maxBody ?? MAX_BODY });
    },
    async start(port, host) {
      const app = assemble(parts, mounted, isLoopbackAddress(host));
      server = await listen(app, port, host);
      const bound = portOf(server);
      return { url: urlOf(host, bound), port: bound };
    },
    async stop() {
      if (server) await close(server);
      server = null;
    },
  };
}

function assemble(parts: WebParts, mounted: { routes: Hono; maxBody: number }[], loopback: boolean): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  if (loopback) app.use(loopbackHostOnly);
  app.use(sameOriginOnly);
  const own = new Hono();
  own.route('/', healthRoutes(parts));
  own.route('/', qrRoutes(parts.qr));
  if (parts.clock) own.route('/', clockRoutes(parts.clock));
  app.route('/', limited(own, MAX_BODY));
  for (const { routes, maxBody } of mounted) app.route('/', limited(routes, maxBody));
  app.route('/', statusRoutes(parts.status));
  app.notFound((c) => c.json({ error: 'not found' }, 404));
  app.onError((error, c) => {
    parts.log.error({ err: error.message, path: c.req.path }, 'request failed');
    return c.json({ error: 'failed, see the log' }, 500);
  });
  return app;
}

/** Routes whose requests may be that large; matched only where the routes are. */
function limited(routes: Hono, maxSize: number): Hono {
  const app = new Hono();
  for (const path of new Set(routes.routes.map((route) => route.path))) {
    app.use(path, bodyLimit({ maxSize, onError: (c) => c.json({ error: `at most ${maxSize} bytes` }, 413) }));
  }
  return app.route('/', routes);
}
