import type { Logger } from 'pino';
import { holidaysEnd } from '../cases/holiday-warning.js';
import type { Config } from '../config/shape.js';
import type { Bot } from './bot.js';
import type { ProductClock } from './clock.js';
import { StartFault } from './fault.js';
import type { OpenVillage } from './village.js';
import type { Stores } from '../store/stores.js';
import { villageRoutes } from '../village/routes.js';
import { WebStartError } from '../web/listen.js';
import type { Metrics } from '../web/metrics.js';
import type { Health, Status } from '../web/parts.js';
import { createWeb } from '../web/web.js';
import type { Desk } from '../workers/desk.js';

/** Pictures from the village's page. */
const MAX_PICTURE = 6 * 1024 * 1024;

export interface OpenWebParts {
  config: Config;
  stores: Stores;
  clock: ProductClock;
  metrics: Metrics;
  desk: Desk;
  bot: Bot | null;
  village: OpenVillage | null;
  print: (line: string) => void;
  closing: { push: (step: () => Promise<void>) => void };
  log: Logger;
}

/** Starts the HTTP side where this process has one, and prints its address. Returns '' where it has none. */
export async function openWeb(parts: OpenWebParts): Promise<string> {
  const { config, clock, metrics, bot, village, stores } = parts;
  metrics.observe({
    gatewayConnected: () => bot?.account.connected ?? null,
    redisUp: async () => (await stores.health()).ok,
    outboxPending: () => pendingRows(stores),
    breakers: () => bot?.servers.breakers() ?? [],
  });
  if (!config.parts.includes('web')) return '';
  const web = createWeb({
    health: () => health(parts),
    metrics: metrics.registry,
    qr: () => bot?.account.qr ?? null,
    status: () => status(parts),
    clock: config.manualClock ? clock : null,
    log: parts.log,
  });
  if (village) web.mount(villageRoutes(village.village, clock), { maxBody: MAX_PICTURE });
  const { url } = await web.start(config.http.port, config.http.host).catch((error: unknown) => {
    throw error instanceof WebStartError ? new StartFault(error.message) : error;
  });
  parts.closing.push(() => web.stop());
  parts.print(village ? `Huiyin 回音: 打开 ${url} 进村看看 (open it in a browser)` : `Huiyin 回音: ${url}`);
  return url;
}

async function health({ stores, bot, clock, desk }: OpenWebParts): Promise<Health> {
  const store = await stores.health();
  const reasons = [
    ...(store.ok ? [] : [store.message]),
    ...store.damaged.map((key) => `damaged content under ${key}`),
    ...holidays(desk, clock.now()),
    ...(bot && !bot.account.connected ? ['gateway disconnected'] : []),
    ...(bot?.account.connected && !bot.account.self ? ['not logged in'] : []),
  ];
  // Damaged content and an old table of holidays are told, but all else goes on.
  return { ready: store.ok && (bot === null || bot.account.connected), reasons };
}

function holidays({ settings }: Desk, now: number): string[] {
  const end = settings.rules.hours === null ? null : holidaysEnd(settings.holidaysUntil, now);
  return end === null ? [] : [`the table of holidays ends with ${end.year}: update Huiyin`];
}

async function status({ stores, bot }: OpenWebParts): Promise<Status> {
  const places = (await stores.cases.places()).filter((place) => !place.startsWith('~'));
  const open = await Promise.all(places.map((place) => stores.cases.open(place)));
  return {
    connected: bot?.account.connected ?? null,
    loggedIn: (bot?.account.self ?? null) !== null,
    counts: [
      ['村和社区', places.length],
      ['没办完的', open.flat().length],
    ],
  };
}

async function pendingRows(stores: Stores): Promise<number> {
  const places = await stores.outbox.places();
  const rows = await Promise.all(places.map((place) => stores.outbox.unsettled(place)));
  return rows.flat().length;
}
