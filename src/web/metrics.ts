import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is asked anew at each scrape. Null: this process has no such part. */
export interface Observed {
  gatewayConnected: () => boolean | null;
  /** Whether Redis answers. Never rejects, or counts as away. */
  redisUp: () => Promise<boolean>;
  /** Rows written and not yet settled, over all places. */
  outboxPending: () => Promise<number>;
  /** The county's own servers (second reader, transcription): whether each is left alone for its failures. */
  breakers: () => { service: string; open: boolean }[];
}

/** The product's figures. No place, person or text in any label; that there is a sealed case shows in no figure. */
export interface Metrics {
  registry: Registry;
  /** A message heard: chatter, matter, command, foreign, stale. */
  heard(outcome: string): void;
  /** A message whose payload could not be read after all retries. */
  unreadable(): void;
  opened(category: string, sealed: boolean): void;
  sent(result: string): void;
  /** A message's way from its arrival to its outcome, in milliseconds. */
  intake(outcome: string, delayMs: number): void;
  /** The stream is back after `ms`. */
  gap(ms: number): void;
  jobFailed(queue: string): void;
  /** One of the county's own servers was asked, or what came of it. */
  remote(service: string, outcome: string): void;
  observe(what: Observed): void;
}

/** Makes the registry with all of the product's metrics; one per process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'huiyin_' });
  const counter = counters(registry);
  const intake = intakeDelay(registry);
  const recovery = gatewayRecovery(registry);
  const heard = counter(
    'messages_heard_total',
    'Messages of others that reached the bot, by outcome',
    'outcome',
  );
  const unreadable = counter('messages_unreadable_total', 'Messages whose payload could not be read');
  const opened = counter('cases_opened_total', 'Cases opened, by category (without sealed ones)', 'category');
  const sent = counter('sends_total', 'Messages handed to the gateway, by result', 'result');
  const gaps = counter('gateway_gaps_total', 'Times the stream from the gateway was lost and came back');
  const failed = counter('job_failures_total', 'Failed attempts of background jobs, by queue', 'queue');
  const remote = counter(
    'remote_total',
    'Questions to the county\u2019s own servers and what came of them',
    'service',
    'outcome',
  );
  return {
    registry,
    heard: (outcome) => heard.inc({ outcome }),
    unreadable: () => unreadable.inc(),
    opened: (category, sealed) => {
      if (!sealed) opened.inc({ category });
    },
    sent: (result) => sent.inc({ result }),
    intake: (outcome, delayMs) => intake.observe({ outcome }, Math.max(0, delayMs) / 1000),
    gap: (ms) => {
      gaps.inc();
      recovery.observe(Math.max(0, ms) / 1000);
    },
    jobFailed: (queue) => failed.inc({ queue }),
    remote: (service, outcome) => remote.inc({ service, outcome }),
    observe: (what) => observe(registry, what),
  };
}

function counters(registry: Registry) {
  return (name: string, help: string, ...labelNames: string[]): Counter =>
    new Counter({ name: `huiyin_${name}`, help, labelNames, registers: [registry] });
}

function intakeDelay(registry: Registry): Histogram {
  return new Histogram({
    name: 'huiyin_intake_delay_seconds',
    help: 'From the arrival of a message to its outcome, by the product\u2019s clock',
    labelNames: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300],
    registers: [registry],
  });
}

function gatewayRecovery(registry: Registry): Histogram {
  return new Histogram({
    name: 'huiyin_gateway_recovery_seconds',
    help: 'From the loss of the stream until the bot heard again',
    buckets: [1, 2, 5, 10, 30, 60, 300, 900, 3600],
    registers: [registry],
  });
}

function observe(registry: Registry, what: Observed): void {
  gauge(registry, 'gateway_connected', '1 while the stream from the gateway stands', async () => {
    const connected = what.gatewayConnected();
    return connected === null ? null : Number(connected);
  });
  gauge(registry, 'redis_up', '1 while Redis answers', async () =>
    Number(await what.redisUp().catch(() => false)),
  );
  gauge(registry, 'outbox_pending', 'Messages written and not yet settled', () =>
    what.outboxPending().catch(() => null),
  );
  new Gauge({
    name: 'huiyin_remote_breaker_open',
    help: '1 while a server of the county is left alone because it keeps failing',
    labelNames: ['service'],
    registers: [registry],
    collect() {
      for (const { service, open } of what.breakers()) this.set({ service }, Number(open));
    },
  });
}

/** A gauge asked at each scrape; without an answer it is left out, never kept at its last value. */
function gauge(registry: Registry, name: string, help: string, ask: () => Promise<number | null>): void {
  new Gauge({
    name: `huiyin_${name}`,
    help,
    registers: [registry],
    async collect() {
      const value = await ask();
      this.reset();
      if (value === null) this.remove();
      else this.set(value);
    },
  });
}
