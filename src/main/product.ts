import type { Logger } from 'pino';
import { readHolidays } from '../config/holidays.js';
import type { Config } from '../config/shape.js';
import { holdAccount } from './account-lease.js';
import { offerAdminCode } from './admin.js';
import { makeBot, type Bot } from './bot.js';
import { keepClock, openClock } from './clock.js';
import { recordConfig } from './config-record.js';
import { makeDesk } from './desk.js';
import { DirectoryView } from './directory.js';
import { MembersView } from './members.js';
import { openRedis } from './redis.js';
import { openVault, tellMissingKeys } from './sealed-key.js';
import { openVillage } from './village.js';
import { openWeb } from './web.js';
import { recogniserInUse } from './model.js';
import { createStores, type Stores } from '../store/stores.js';
import { createMetrics } from '../web/metrics.js';
import { handleItem } from '../workers/dispatch.js';
import { drainChat } from '../workers/intake.js';
import { settleLeftovers } from '../workers/leftovers.js';
import { Jobs, startWorkers, type Handlers } from '../workers/queues.js';
import { demoMorning } from '../workers/quiet-hours.js';
import { sweep } from '../workers/sweep.js';

/** The account of this process: one for now; its inbox and its queue of sends bear its name. */
const ACCOUNT = 'main';
/** Another process's change of the directory is seen within this. */
const DIRECTORY_POLL_MS = 1_000;
const MEMBERS_POLL_MS = 20_000;
/** Deliveries in hand get this long at a stop. */
const ACCOUNT_STOP_MS = 3_000;
/** A message in the gateway's hands gets this long to be answered. */
const SENDER_STOP_MS = 2_000;

export interface Product {
  url: string;
  /** Ends cleanly: what is in hand ends first, everything else stands in the store. */
  stop(): Promise<void>;
}

/** What this process has open, ended in reverse order of opening. */
class Closing {
  private readonly steps: (() => Promise<void> | void)[] = [];

  push(step: () => Promise<void> | void): void {
    this.steps.push(step);
  }

  async all(): Promise<void> {
    for (const step of this.steps.splice(0).reverse()) await step();
  }
}

/** Where the product speaks to whoever runs it. */
export interface Operator {
  print: (line: string) => void;
  /** Another process has the account now: the product must be stopped. */
  lost: (line: string) => void;
}

/** Wires everything by configuration and starts it. @throws StartFault with one line for the engineer */
export async function startProduct(config: Config, log: Logger, operator: Operator): Promise<Product> {
  const closing = new Closing();
  try {
    const url = await wire(config, log, operator, closing);
    return { url, stop: () => closing.all() };
  } catch (error) {
    await closing.all();
    throw error;
  }
}

async function wire(
  config: Config,
  log: Logger,
  { print, lost }: Operator,
  closing: Closing,
): Promise<string> {
  const core = await openCore(config, log, closing);
  await tellMissingKeys(core.stores.sealKeys, config.sealed.file, log, print);
  if (config.parts.includes('bot')) closing.push(await holdAccount({ lease: core.stores.lease, log, lost }));
  // Without a gateway the process that holds the account runs the simulated village behind its own.
  const simulated = config.gateway === null && config.parts.includes('bot');
  if (simulated && core.clock.mode === 'ahead') await beginByDay(core, print);
  const village = simulated ? await openVillage(config, core.clock, core.directory.current) : null;
  if (village) closing.push(() => village.stop());
  const gateway = config.gateway ?? village?.gateway;
  if (config.parts.includes('bot') && gateway)
    core.bots.push(makeBot({ ...core, name: ACCOUNT, gateway, print }));
  const [bot] = core.bots;
  await startWork(core, bot, closing);
  if (bot) await startHearing(core, bot, closing);
  await offerAdminCode(core.directory.current, core.stores.directory, core.clock.now(), print);
  return openWeb({ ...core, bot: bot ?? null, village, print, closing });
}

/** At night the village's clock is put on to the morning: its bot would keep quiet hours before whoever tries it. */
async function beginByDay({ clock, config }: Core, print: (line: string) => void): Promise<void> {
  const morning = demoMorning(config.settings.quietHours, clock.now());
  if (morning === null) return;
  await clock.advance(morning - clock.now());
  print('村里已是夜里，时钟拨到了第二天早上 (it is night: the village’s clock was put on to the morning)');
}

type Core = Awaited<ReturnType<typeof openCore>>;

/** Everything that every role needs: the store, the clock, who is who, and the desk of the use cases. */
async function openCore(config: Config, log: Logger, closing: Closing) {
  const redis = await openRedis(config, process.env, log);
  closing.push(redis.close);
  const vault = await openVault(config.sealed, log, config.redis === null);
  const stores = createStores(redis.producer, { account: ACCOUNT, log, vault });
  const old = await stores.sealOld();
  if (old > 0) log.info({ cases: old }, 'sealed cases of an older version are encrypted now');
  const clock = await openClock(config, stores.memos);
  clock.onMove(() => keepClock(stores.memos, clock));
  await recordConfig(stores.record, config.configDir, clock.now()).catch((error: unknown) => {
    // A store that is full or away is told of by others; nobody goes without a bot for a digest.
    log.warn({ err: String(error) }, 'the configuration was not held against the last start');
  });
  const metrics = createMetrics();
  const recogniser = recogniserInUse(config.dataDir, log);
  const bots: Bot[] = [];
  const directory = await openDirectory(config, stores, bots, closing);
  const members = new MembersView(stores.memos, () => directory.current);
  if (!config.parts.includes('bot')) closing.push(every(MEMBERS_POLL_MS, () => members.refresh()));
  const { producer, worker } = redis;
  const failed = (queue: string): void => metrics.jobFailed(queue);
  const queue = { producer, worker, account: ACCOUNT, log, failed };
  const jobs = new Jobs(queue);
  closing.push(() => jobs.close());
  const reach = {
    canWriteTo: (id: string) => bots[0]?.account.say.canWriteTo(id) ?? Promise.resolve(true),
    villagesOf: (id: string) => members.villagesOf(id),
  };
  const holidays = readHolidays();
  const desk = makeDesk({ config, stores, jobs, directory, clock, recogniser, holidays, reach, log, tally: metrics }); // prettier-ignore
  return { config, stores, clock, metrics, recogniser, bots, directory, members, queue, jobs, desk, log };
}

async function openDirectory(
  config: Config,
  stores: Stores,
  bots: Bot[],
  closing: Closing,
): Promise<DirectoryView> {
  const directory = new DirectoryView(config.directory, stores.directory, () => {
    for (const bot of bots) bot.registry.forgetForeign();
  });
  await directory.refresh();
  closing.push(every(DIRECTORY_POLL_MS, () => directory.refresh()));
  return directory;
}

/** Looks again and again what other processes noted; a store that is away is asked again. Returns what ends it. */
function every(ms: number, look: () => Promise<void>): () => void {
  const timer = setInterval(() => void look().catch(() => undefined), ms);
  void look().catch(() => undefined);
  return () => clearInterval(timer);
}

/** Takes up the jobs of this process's roles. */
async function startWork(core: Core, bot: Bot | undefined, closing: Closing): Promise<void> {
  const { config, desk, jobs, stores, clock } = core;
  const wakeIntake = (chatId: string): Promise<void> => jobs.wakeIntake(chatId);
  const trim = async (now: number): Promise<void> => void (await stores.trim(now));
  const tick = (): Promise<void> => sweep(desk, { wakeIntake, trim });
  closing.push(startWorkers(handlersOf(core, bot, tick), core.queue));
  if (!config.parts.includes('worker')) return;
  clock.onMove(tick);
  await jobs.scheduleSweep();
  void tick();
}

/** Lets the account listen; it is the first to go when the product stops, so that nothing new comes while the rest ends. */
async function startHearing(core: Core, bot: Bot, closing: Closing): Promise<void> {
  closing.push(async () => {
    await bot.sender.stop(SENDER_STOP_MS);
    await bot.studio.close();
    const stopped = bot.account.stop(ACCOUNT_STOP_MS);
    // Nothing new is delivered from here on: what is being asked stays in the inbox.
    bot.servers.stop();
    await stopped;
  });
  await settleLeftovers(core.desk);
  bot.account.start();
}

function handlersOf(core: Core, bot: Bot | undefined, tick: () => Promise<void>): Handlers {
  const { desk, jobs, config } = core;
  const intake = (chatId: string): Promise<void> => drainChat(desk, chatId, (item) => handleItem(desk, item));
  const intakeDone = async (chatId: string): Promise<void> => {
    if ((await desk.intake.peek(chatId, 1)).length > 0) await jobs.wakeIntake(chatId);
  };
  return {
    ...(config.parts.includes('worker') && { intake, intakeDone, tick }),
    ...(bot && sendingOf(core, bot)),
  };
}

function sendingOf({ jobs }: Core, { sender }: Bot): Handlers {
  return {
    send: (row, after) => sender.handle(row, after),
    sendDone: async ({ rowId }) => {
      const row = sender.freed(rowId);
      if (row) await jobs.wakeSend([row]);
    },
  };
}
