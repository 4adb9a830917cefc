import { Hono } from 'hono';
import type { Health, WebParts } from './parts.js';

/** A check that hangs is a check that failed. */
const CHECK_MS = 3_000;

/** `/healthz`: the process lives. `/readyz`: it can do its work. `/metrics`: its figures, for Prometheus. */
export function healthRoutes(parts: Pick<WebParts, 'health' | 'metrics' | 'log'>): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'live' }));
  app.get('/readyz', async (c) => {
    const { ready, reasons } = await asked(parts);
    c.header('cache-control', 'no-store');
    return c.json({ ready, reasons }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    c.header('content-type', parts.metrics.contentType);
    return c.body(await parts.metrics.metrics());
  });
  return app;
}

async function asked(parts: Pick<WebParts, 'health' | 'log'>): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, reasons: ['health check does not answer'] }), CHECK_MS);
  });
  try {
    return await Promise.race([parts.health(), late]);
  } catch (error) {
    parts.log.warn({ err: error instanceof Error ? error.message : String(error) }, 'health check failed');
    return { ready: false, reasons: ['health check failed, see the log'] };
  } finally {
    clearTimeout(timer);
  }
}
