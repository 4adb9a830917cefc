import { randomUUID } from 'node:crypto';
import { Queue, Worker, type ConnectionOptions, type Job } from 'bullmq';
import type { Logger } from 'pino';
import type { OutboxRow } from '../cases/outcome.js';
import { Predecessors, type RowRef } from './predecessors.js';
import {
  JOB_OPTIONS,
  QUEUES,
  intakeJob,
  jobId,
  jobPriority,
  sendJob,
  tickJob,
  type SendJob,
} from './jobs.js';

/** Prefix of BullMQ's keys; the braces keep a queue in one slot of a Redis Cluster. */
const PREFIX = '{hybull}';
/** The minute's sweep: BullMQ follows the machine's clock, so it only wakes; the injected clock decides. */
const SWEEP_EVERY_MS = 60_000;

export interface Handlers {
  intake?: (chatId: string) => Promise<void>;
  /** Called once an intake job has left the queue: what came in its last moment found the job still there. */
  intakeDone?: (chatId: string) => Promise<void>;
  send?: (row: RowRef, after: RowRef | null) => Promise<void>;
  /** Called once a send job has left the queue. */
  sendDone?: (row: RowRef) => Promise<void>;
  tick?: () => Promise<void>;
}

export interface QueueOptions {
  /** For producers: fails fast while Redis is away. */
  producer: ConnectionOptions;
  /** For workers: waits for Redis for ever. */
  worker: ConnectionOptions;
  /** Its own send queues for each account: the sender is the process that holds it. */
  account: string;
  log: Logger;
  failed: (queue: string) => void;
}

/** Producers of all jobs. */
export class Jobs {
  private readonly boot = randomUUID();
  private readonly predecessors = new Predecessors();
  private readonly intakeQueue: Queue;
  private readonly sendQueue: Queue;
  private readonly postQueue: Queue;
  private readonly tickQueue: Queue;

  constructor(private readonly options: QueueOptions) {
    const make = (name: string): Queue => {
      const queue = new Queue(name, {
        connection: options.producer,
        prefix: PREFIX,
        defaultJobOptions: JOB_OPTIONS,
      });
      queue.on('error', (error) => options.log.debug({ queue: name, err: error.message }, 'queue'));
      return queue;
    };
    this.intakeQueue = make(QUEUES.intake);
    this.sendQueue = make(`${QUEUES.send}-${options.account}`);
    this.postQueue = make(`${QUEUES.posts}-${options.account}`);
    this.tickQueue = make(QUEUES.tick);
  }

  /** Wakes the consumer of one chat's intake queue. */
  async wakeIntake(chatId: string): Promise<void> {
    await this.intakeQueue.add('intake', { chatId }, { jobId: jobId('i', chatId, this.boot) });
  }

  /** Wakes the sender for each of these rows. Posts wait in a queue of their own: nobody stands behind a county's thousand. */
  async wakeSend(rows: OutboxRow[]): Promise<void> {
    const jobs = rows.map((row) => ({
      name: 'send',
      data: { place: row.place, rowId: row.id, after: this.predecessors.before(row) } satisfies SendJob,
      opts: { jobId: jobId('s', row.id, this.boot), priority: jobPriority(row.priority) },
    }));
    const isPost = (_: unknown, i: number): boolean => rows[i]?.priority === 'digest';
    const posts = jobs
      .filter(isPost)
      .map(({ name, data, opts: { jobId } }) => ({ name, data, opts: { jobId } }));
    const others = jobs.filter((one, i) => !isPost(one, i));
    if (others.length > 0) await this.sendQueue.addBulk(others);
    if (posts.length > 0) await this.postQueue.addBulk(posts);
  }

  /** Registers the sweep of each minute (again and again, harmless). */
  async scheduleSweep(): Promise<void> {
    await this.tickQueue.upsertJobScheduler('sweep', { every: SWEEP_EVERY_MS }, { name: 'tick', data: {} });
  }

  async close(): Promise<void> {
    const queues = [this.intakeQueue, this.sendQueue, this.postQueue, this.tickQueue];
    await Promise.all(queues.map((queue) => queue.close()));
  }
}

/** Starts a worker for each handler given; the returned function stops them once their jobs in hand are done. */
export function startWorkers(handlers: Handlers, options: QueueOptions): () => Promise<void> {
  const workers: Worker[] = [];
  const start = (name: string, concurrency: number, run: (job: Job) => Promise<void>): Worker => {
    const worker = new Worker(name, run, { connection: options.worker, prefix: PREFIX, concurrency });
    worker.on('error', (error) => options.log.warn({ queue: name, err: error.message }, 'worker'));
    worker.on('failed', (job, error) => {
      options.failed(name);
      // Tried again quietly; only the last failure is news.
      const last = (job?.attemptsMade ?? 0) >= JOB_OPTIONS.attempts;
      const what = { queue: name, job: job?.id, attempt: job?.attemptsMade, err: error.message };
      options.log[last ? 'warn' : 'debug'](what, 'job failed');
    });
    workers.push(worker);
    return worker;
  };
  const { intake, intakeDone, send, sendDone, tick } = handlers;
  if (intake) {
    const worker = start(QUEUES.intake, 32, async (job) => intake(intakeJob.parse(job.data).chatId));
    afterwards(worker, options.log, async (job) => intakeDone?.(intakeJob.parse(job.data).chatId));
  }
  // A send job waits in hand for its turn (pacing, merging): many wait side by side, the sender orders them.
  if (send) {
    for (const [name, inHand] of Object.entries({ [QUEUES.send]: 500, [QUEUES.posts]: 100 })) {
      const worker = start(`${name}-${options.account}`, inHand, async (job) => {
        const { after, ...row } = sendJob.parse(job.data);
        await send(row, after);
      });
      afterwards(worker, options.log, async (job) => sendDone?.(sendJob.parse(job.data)));
    }
  }
  if (tick) {
    start(QUEUES.tick, 1, async (job) => {
      tickJob.parse(job.data);
      await tick();
    });
  }
  return async () => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
}

/** A wake that comes while a job of that id is ending is lost: once the job has left the queue it is looked again. */
function afterwards(worker: Worker, log: Logger, look: (job: Job) => Promise<void>): void {
  worker.on('completed', (job) => {
    look(job).catch((error: unknown) => log.debug({ err: String(error) }, 'not looked at again'));
  });
}
