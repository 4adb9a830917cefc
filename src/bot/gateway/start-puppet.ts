import type { Logger } from 'pino';
import { grpc } from 'wechaty-grpc';
import { doubling, pause } from '../pause.js';
import { faultLine } from './fault.js';
import type { Link } from './link.js';
import { ask, pb } from './protocol.js';

const MIN_MS = 1000;
const MAX_MS = 30_000;

/** A running puppet says who is logged in, or shows a code to scan, as soon as there is a stream. */
const LIVELY_MS = 1500;

/**
 * Asks the gateway to run its puppet where that shows no life, again until it does or the link ends. Not more often
 * than needed: each such call leaves listeners behind in gateways of wechaty's own make.
 */
export async function startPuppet(link: Link, log: Logger): Promise<void> {
  await pause(LIVELY_MS, link.over);
  for (let failures = 0; !link.end && !link.lively; failures += 1) {
    try {
      await ask((answer) => link.client.start(new pb.StartRequest(), new grpc.Metadata(), {}, answer));
      return;
    } catch (error) {
      if (link.end) return;
      log.warn({ reason: faultLine(error) }, 'the gateway could not start its puppet, trying again');
    }
    await pause(doubling(failures, MIN_MS, MAX_MS), link.over);
  }
}
