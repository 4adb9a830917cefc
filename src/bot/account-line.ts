import type { Logger } from 'pino';
import type { Millis } from '../cases/case.js';
import type { AccountOptions, AccountTiming } from './account-options.js';
import type { AccountCounts } from './account-port.js';
import type { Alarms } from './alarms.js';
import type { StockManager } from './gateway/channel.js';
import { newClient } from './gateway/channel.js';
import { serviceConfig } from './gateway/deadlines.js';
import { faultLine } from './gateway/fault.js';
import type { EventResponse } from './gateway/protocol.js';
import type { GatewayPuppet } from './gateway/puppet.js';
import { Supervisor } from './gateway/supervisor.js';
import type { guarded } from './guard.js';
import type { Intake } from './intake/intake.js';
import type { Names } from './message/names.js';

/** The connection: made when wechaty starts the puppet. */
export interface LineHolder {
  supervisor: Supervisor | null;
  /** Until when an earlier process heard everything. */
  heardAt: Millis | null;
}

/** Those whom the connection concerns. */
export interface LineParts {
  line: LineHolder;
  puppet: GatewayPuppet;
  intake: Intake;
  names: Names;
  alarms: Alarms;
  counts: AccountCounts;
  told: ReturnType<typeof guarded>;
}

/** The supervisor of the connection, with what follows from its coming and going. */
export function createSupervisor(
  { clock, log }: AccountOptions,
  timing: AccountTiming,
  stock: StockManager,
  parts: LineParts,
): Supervisor {
  const config = serviceConfig(timing);
  return new Supervisor({
    newClient: () => newClient(stock, config),
    heardAt: parts.line.heardAt,
    timing: unhurried(stock, timing),
    clock,
    log,
    handlers: {
      event: (event) => hear(parts.puppet, event, log),
      up: (gapFrom) => up(parts, gapFrom, clock.now()),
      down() {
        parts.intake.connected(false);
        parts.alarms.away();
      },
    },
  });
}

/** Where each try asks a public discovery service for the address, tries are fewer and longer. */
function unhurried(stock: StockManager, timing: AccountTiming): AccountTiming {
  if (!stock.endpoint.startsWith('wechaty:')) return timing;
  return { ...timing, connectDeadlineMs: 10_000, retryMaxMs: 10_000 };
}

/** Nothing that an event causes may reach the stream. */
function hear(puppet: GatewayPuppet, event: EventResponse, log: Logger): void {
  try {
    puppet.hear(event);
  } catch (error) {
    log.error({ error: faultLine(error) }, 'an event could not be handled');
  }
}

function up(parts: LineParts, gapFrom: Millis | null, now: Millis): void {
  parts.counts.connections += 1;
  parts.alarms.back();
  parts.intake.connected(true);
  if (gapFrom === null) return;
  parts.names.clear();
  parts.counts.gaps += 1;
  parts.told.gap(gapFrom, now);
}
