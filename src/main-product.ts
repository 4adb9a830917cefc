import type { Logger } from 'pino';
import type { Config } from './config-shape.js';
import { offerAdminCode } from './main-admin.js';
import { makeBot, type Bot } from './main-bot.js';
import { keepClock, openClock } from './main-clock.js';
import { makeDesk } from './main-desk.js';
import { DirectoryView } from './main-directory.js';
import { openRedis } from './main-redis.js';
import { openVillage } from './main-village.js';
import { openWeb } from './main-web.js';
import { createRecogniser } from './recognise/recogniser.js';
import { createStores } from './store/stores.js';
import { createMetrics } from './web/metrics.js';
import type { Desk } from './workers/desk.js';
import { handleItem } from './workers/dispatch.js';
import { drainChat } from './workers/intake.js';
import { settleLeftovers } from './workers/leftovers.js';
import { Jobs, startWorkers, type Handlers } from './workers/queues.js';
import { sweep } from './workers/sweep.js';

/** The account of this process: one for now; its inbox and its queue of sends bear its name. */
const ACCOUNT = 'main';
/** Another process's change of the directory is seen within this. */
const DIRECTORY_POLL_MS = 1_000;

export interface Product {
  url: string;
  /** Ends cleanly: what is in hand ends first, everything else stands in the store. */
  stop(): Promise<void>;
}

/** Wires everything by configuration and starts it. @throws StartFault with one line for the engineer */
export async function startProduct(
  config: Config,
  log: Logger,
  print: (line: string) => void,
): Promise<Product> {
  const closing: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.reverse()) await close();
  };
  try {
    return await wire(config, log, print, closing, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function wire(
  config: Config,
  log: Logger,
  print: (line: string) => void,
  closing: (() => Promise<void> | void)[],
  stop: () => Promise<void>,
): Promise<Product> {
  const redis = await openRedis(config, process.env, log);
  closing.push(redis.close);
  const stores = createStores(redis.producer, { account: ACCOUNT, log });
  const clock = await openClock(config, stores.memos);
  const metrics = createMetrics();
  const recogniser = createRecogniser();
  const bots: Bot[] = [];
  const directory = new DirectoryView(config.directory, stores.directory, () => {
    for (const bot of bots) bot.registry.forgetForeign();
  });
  await directory.refresh();
  const poll = setInterval(() => void directory.refresh().catch(() => undefined), DIRECTORY_POLL_MS);
  closing.push(() => clearInterval(poll));

  const queue = {
    producer: redis.producer,
    worker: redis.worker,
    account: ACCOUNT,
    log,
    failed: metrics.jobFailed,
  };
  const jobs = new Jobs(queue);
  closing.push(() => jobs.close());
  const reach = {
    canWriteTo: (id: string) => bots[0]?.account.say.canWriteTo(id) ?? Promise.resolve(true),
    villagesOf: (id: string) => bots[0]?.registry.villagesOf(id) ?? [],
  };
  const desk = makeDesk({ config, stores, jobs, directory, clock, recogniser, reach, log, tally: metrics });

  const village = config.gateway ? null : await openVillage(config, clock, directory.current);
  if (village) closing.push(() => village.stop());
  const gateway = config.gateway ?? village?.gateway;
  if (config.parts.includes('bot') && gateway) {
    const parts = {
      name: ACCOUNT,
      gateway,
      config,
      stores,
      jobs,
      directory,
      clock,
      recogniser,
      desk,
      metrics,
      log,
    };
    bots.push(makeBot(parts));
  }
  const [bot] = bots;
  const tick = (): Promise<void> => sweep(desk, { wakeIntake: (id) => jobs.wakeIntake(id), trim: (now) => stores.trim(now).then(() => undefined) }); // prettier-ignore
  const stopWorkers = startWorkers(handlersOf(config, desk, bot, tick), queue);
  closing.push(stopWorkers);
  clock.onMove(() => keepClock(stores.memos, clock));
  if (config.parts.includes('worker')) {
    clock.onMove(tick);
    await jobs.scheduleSweep();
  }
  if (bot) {
    // The account goes first: nothing new is heard while the rest ends.
    closing.push(async () => {
      bot.sender.stop();
      await bot.account.stop(3_000);
    });
    await settleLeftovers(desk);
    bot.account.start();
  }
  await offerAdminCode(directory.current, stores.directory, clock.now(), print);
  const url = await openWeb({
    config,
    stores,
    clock,
    metrics,
    bot: bot ?? null,
    village,
    print,
    closing,
    log,
  });
  if (config.parts.includes('worker')) void tick();
  return { url, stop };
}

function handlersOf(config: Config, desk: Desk, bot: Bot | undefined, tick: () => Promise<void>): Handlers {
  const worker = config.parts.includes('worker');
  return {
    ...(worker && {
      intake: (chatId: string) => drainChat(desk, chatId, (item) => handleItem(desk, item)),
      tick,
    }),
    ...(bot && { send: (place: string, rowId: string) => bot.sender.handle(place, rowId) }),
  };
}
