import type { Logger } from 'pino';
import { grpc } from 'wechaty-grpc';
import { doubling, pause } from '../pause.js';
import { faultLine } from './fault.js';
import type { Link } from './link.js';
import { ask, pb } from './protocol.js';

const MIN_MS = 1000;
const MAX_MS = 30_000;

/** Asks the gateway to run its puppet (it does nothing when that runs already), again until it does or the link ends. */
export async function startPuppet(link: Link, log: Logger): Promise<void> {
  for (let failures = 0; !link.end; failures += 1) {
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
