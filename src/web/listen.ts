import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { Hono } from 'hono';
import { isLoopbackAddress } from './loopback.js';

/** Listening failed; the message is one line for the engineer. */
export class WebStartError extends Error {}

/** Answers in hand at a stop get this long. */
const GRACE_MS = 500;

/** Opens a server for the routes. Port 0: a free one. */
export async function listen(app: Hono, port: number, host: string): Promise<Server> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 16_384,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new WebStartError(why(error, port, host))));
    server.listen(port, host, resolve);
  });
  return server;
}

function why(error: NodeJS.ErrnoException, port: number, host: string): string {
  const at = `${host}:${port}`;
  if (error.code === 'EADDRINUSE') {
    return `${at} is taken by another program: stop it, or choose another port, as in PORT=${nextPort(port)} npm start`;
  }
  if (error.code === 'EACCES')
    return `${at} may not be used by this user: choose a port above 1023 with PORT`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `${host} is no address of this machine: set HOST to 127.0.0.1 or 0.0.0.0`;
  }
  return `cannot listen on ${at}: ${error.message}`;
}

function nextPort(port: number): number {
  return port < 65_535 ? port + 1 : 8080;
}

/** The port that a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The address to print: one that a browser on this machine can open. */
export function urlOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::' || isLoopbackAddress(host)) {
    return `http://${host === '::1' ? '[::1]' : '127.0.0.1'}:${port}`;
  }
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Stops a server; open streams are cut after a moment. */
export async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
