import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** `localhost`, 127.0.0.1 or ::1 as a browser writes it; any other name may have been rebound to us by its owner. */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d{1,5}$/u, '').toLowerCase();
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(name);
}

/** Whether an address to listen on is reached from this machine alone. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.replace(/^::ffff:/u, '');
  return plain === 'localhost' || plain === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(plain);
}

function fromThisMachine(c: Context): boolean {
  // A proxy on this machine speaks for somebody elsewhere.
  const proxied = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined;
  return !proxied && isLoopbackAddress(getConnInfo(c).remote.address) && isLoopbackHost(c.req.header('host'));
}

/** Lets through only who sits at this machine and called it by a loopback name. */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  if (!fromThisMachine(c)) {
    return c.json({ error: 'only from this machine: open it as http://127.0.0.1' }, 403);
  }
  return next();
};

/** Served on the loopback, a foreign Host header is a rebound name: nothing is said to it. */
export const loopbackHostOnly: MiddlewareHandler = async (c, next) => {
  if (!isLoopbackHost(c.req.header('host'))) return c.json({ error: 'unknown host' }, 421);
  return next();
};

/** A page of another origin may not act here: browsers send Origin with every such request. */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!reads && origin !== undefined && hostOf(origin) !== c.req.header('host')) {
    return c.json({ error: 'not from another site' }, 403);
  }
  return next();
};

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
