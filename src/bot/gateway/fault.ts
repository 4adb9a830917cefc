import { grpc } from 'wechaty-grpc';

/**
 * What a failed call says. `away`: the connection, not the gateway's answer; `missing`: there is no such thing;
 * `denied`: the token; `garbage`: an answer without sense; `other`: the gateway's own trouble.
 */
export type FaultKind = 'away' | 'missing' | 'denied' | 'garbage' | 'other';

/** An answer of the gateway that makes no sense. The message names fields, never their content. */
export class GarbageError extends Error {
  override readonly name = 'GarbageError';
}

/** No connection at this moment. */
export class AwayError extends Error {
  override readonly name = 'AwayError';
}

const KINDS = new Map<number, FaultKind>([
  [grpc.status.UNAVAILABLE, 'away'],
  [grpc.status.CANCELLED, 'away'],
  [grpc.status.NOT_FOUND, 'missing'],
  [grpc.status.UNAUTHENTICATED, 'denied'],
]);

export function codeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'number' ? error.code : null;
}

export function faultKind(error: unknown): FaultKind {
  if (error instanceof GarbageError) return 'garbage';
  if (error instanceof AwayError || isClosedChannel(error)) return 'away';
  return KINDS.get(codeOf(error) ?? -1) ?? 'other';
}

/** What gRPC and wechaty-puppet-service throw when they have been let go of. */
const CLOSED = /Channel has been shut down|no grpc manager/;

function isClosedChannel(error: unknown): boolean {
  return error instanceof Error && CLOSED.test(error.message);
}

/** One short line for the log. */
export function faultLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 200);
}
