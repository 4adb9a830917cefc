import { RemoteFault } from './fault.js';

/** An OpenAI-compatible server. */
export interface Endpoint {
  /** Up to the version: `http://10.1.2.3:8000/v1`. */
  url: string;
  model: string;
  /** A secret: in no log and no fault. */
  key: string | null;
}

const MOST_BYTES = 256 * 1024;

/** Where a path of the protocol lies on this server; a whole address is taken as it is. */
export function addressOf(url: string, path: string): string {
  const base = url.replace(/\/+$/u, '');
  return base.endsWith(path) ? base : `${base}${path}`;
}

/**
 * One POST; the parsed JSON of the answer. Follows no redirect (nothing goes to a host that nobody configured), reads at
 * most 256 KB. @throws RemoteFault
 */
export async function postForJson(
  endpoint: Endpoint,
  path: string,
  body: string | FormData,
  signal: AbortSignal,
): Promise<unknown> {
  const answer = await send(endpoint, path, body, signal);
  if (!answer.ok) {
    await answer.body?.cancel().catch(() => undefined);
    throw new RemoteFault('refused', `answered ${answer.status}`, answer.status);
  }
  const text = await limited(answer);
  try {
    return JSON.parse(text);
  } catch {
    throw new RemoteFault('nonsense', 'the answer is no JSON');
  }
}

async function send(
  { url, key }: Endpoint,
  path: string,
  body: string | FormData,
  signal: AbortSignal,
): Promise<Response> {
  const headers = {
    accept: 'application/json',
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    ...(key !== null && { authorization: `Bearer ${key}` }),
  };
  try {
    return await fetch(addressOf(url, path), { method: 'POST', headers, body, signal, redirect: 'manual' });
  } catch {
    throw new RemoteFault(signal.aborted ? 'timeout' : 'unreachable', 'not reached');
  }
}

async function limited(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    // Leaving the loop lets go of the connection.
    for await (const part of answer.body ?? []) {
      const bytes = part as Uint8Array;
      size += bytes.length;
      if (size > MOST_BYTES) break;
      parts.push(bytes);
    }
  } catch {
    throw new RemoteFault('unreachable', 'the answer broke off');
  }
  if (size > MOST_BYTES) throw new RemoteFault('nonsense', 'the answer is too large');
  return Buffer.concat(parts).toString('utf8');
}
