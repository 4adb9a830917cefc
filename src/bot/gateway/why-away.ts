import { grpc } from 'wechaty-grpc';
import type { LinkEnd } from './link.js';

const KNOWN = new Map<number, string>([
  [grpc.status.UNAUTHENTICATED, 'the gateway refuses our token: check WECHATY_PUPPET_SERVICE_TOKEN'],
  [
    grpc.status.ALREADY_EXISTS,
    'the gateway still serves another event stream: another process with this token, or a lost one of our own',
  ],
]);

/** Why there is no stream, in words that say what to do where something can be done. */
export function whyAway(end: LinkEnd | null): string {
  if (!end) return 'unknown';
  return (end.code === null ? undefined : KNOWN.get(end.code)) ?? end.reason;
}
