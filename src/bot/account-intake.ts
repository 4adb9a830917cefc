import type { AccountOptions, AccountTiming } from './account-options.js';
import { DEFAULT_LIMITS } from './account-options.js';
import type { AccountCounts } from './account-port.js';
import type { GatewayPuppet } from './gateway/puppet.js';
import type { guarded } from './guard.js';
import { Intake } from './intake/intake.js';
import type { Names } from './message/names.js';
import { readMessage } from './message/reader.js';
import type { Session } from './session.js';

/** What the way of a message needs of the account. */
export interface IntakeParts {
  options: AccountOptions;
  timing: AccountTiming;
  counts: AccountCounts;
  told: ReturnType<typeof guarded>;
  puppet: GatewayPuppet;
}

/** From the ids off the stream to the handlers, counted. */
export function createIntake(
  { options, timing, counts, told, puppet }: IntakeParts,
  names: Names,
  session: Session,
): Intake {
  const selfId = (): string | null => session.self?.id ?? null;
  const pair = (talker: string, listener: string): void => session.pair(talker, listener);
  const reader = { source: puppet, names, clock: options.clock, selfId, pair };
  const { inbox, log } = options;
  return new Intake({
    inbox,
    log,
    timing,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    read: (id) => readMessage(reader, id),
    handlers: {
      async messages(run) {
        const handled = await options.handlers.messages(run);
        counts.handled += handled;
        return handled;
      },
      own(message) {
        counts.own += 1;
        told.own(message);
      },
      unreadable(id, error) {
        counts.unreadable += 1;
        log.error({ message: id, error }, 'a message is given up as unreadable');
        told.unreadable(id, error);
      },
      failed(id, why, kind, failures) {
        counts.retried += 1;
        const level = kind === 'away' || failures > 0 ? 'debug' : 'warn';
        log[level]({ message: id, why, kind }, 'a message could not be read, trying again');
      },
    },
  });
}
