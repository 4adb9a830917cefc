import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BotMessage, Census, Post, Village, Villager } from '../../src/village/api.js';
import { startVillage } from '../../src/village/village.js';
import { buildDirectory } from '../../src/cases/directory-build.js';
import { loadConfig } from '../../src/config/load.js';
import { formatFaults } from '../../src/config/fault.js';
import { PATIENCE_MS } from './patience.js';
import { Product, until } from './product.js';

const PACKAGED = fileURLToPath(new URL('../../config/', import.meta.url));

/** Settings of a test: nothing is paced, held for the night or put off to a working day unless the test says so. */
export const QUICK = 'quiet_hours: off\npacing: off\nworking_hours: off\n';

export interface SceneOptions {
  /** Text of settings.yaml. */
  settings?: string;
  /** Text of categories.yaml; default: the packaged one. */
  categories?: string;
  /** Text of directory.yaml; default: the packaged one. */
  directory?: string;
  /** Text of the directory.yaml whose groups and people the village is made of; default: the same. */
  world?: string;
  /** Default: the built-in ones. */
  villagers?: Villager[];
  env?: Record<string, string>;
  /** Messages that the village remembers; default: as startVillage has it. */
  historyLimit?: number;
  /** The product's clock at the beginning, ISO 8601. */
  now?: string;
}

/**
 * A village with its real gateway in the test, the built product beside it as a process of its own, connected by
 * wechaty's own environment variables: what acceptance does.
 */
export class Scene {
  private constructor(
    readonly village: Village,
    readonly product: Product,
    private readonly time: { now: number },
    private readonly start: string,
  ) {}

  static async open(options: SceneOptions = {}): Promise<Scene> {
    const start = options.now ?? '2026-05-02T09:00:00+08:00';
    const time = { now: Date.parse(start) };
    const directory = options.directory ?? readFileSync(`${PACKAGED}directory.yaml`, 'utf8');
    const { categories } = options;
    const config = {
      'directory.yaml': directory,
      'settings.yaml': options.settings ?? QUICK,
      ...(categories !== undefined && { 'categories.yaml': categories }),
    };
    const env: Record<string, string> = { HUIYIN_CLOCK: 'manual', ...options.env };
    const product = await Product.make({ env, config });
    const census = await censusOf(join(product.folder, 'world'), options.world ?? directory);
    const { villagers, historyLimit } = options;
    const clock = { now: () => time.now };
    const village = await startVillage({
      clock,
      census,
      ...(villagers && { villagers }),
      ...(historyLimit !== undefined && { historyLimit }),
    });
    Object.assign(env, village.env);
    const scene = new Scene(village, product, time, start);
    try {
      await scene.startProduct();
    } catch (error) {
      await scene.close();
      throw error;
    }
    return scene;
  }

  /** Starts the product (again) and waits until it hears. */
  async startProduct(): Promise<void> {
    await this.product.start();
    await this.product.setClock(new Date(this.time.now).toISOString());
    await until(
      () => (this.village.botConnected ? true : null),
      () => this.product.errors,
    );
    await until(
      () => this.ready(),
      () => this.product.errors,
    );
  }

  /** Somebody writes: names as on the page, rooms by the beginning of their topic, 'bot' for the private chat. */
  say(from: string, where: string, text: string, more: Partial<Post> = {}): string {
    const to = where === 'bot' ? { to: 'bot' as const } : { room: this.room(where) };
    return this.village.post({ from: this.person(from), ...to, text, ...more });
  }

  /** The bot's message in this chat that fits, said already or still to come. */
  hears(where: string, pattern: RegExp, after?: string): Promise<BotMessage> {
    const chat = this.chat(where);
    return this.village.waitFor((one) => one.to === chat && pattern.test(one.text), PATIENCE_MS, after);
  }

  /** What the bot has said in a chat so far. */
  said(where: string): string[] {
    const chat = this.chat(where);
    return this.village.sent().flatMap((one) => (one.to === chat ? [one.text] : []));
  }

  /** Moves the product's clock (and the village's) ahead. */
  async pass(ms: number): Promise<void> {
    this.time.now += ms;
    await this.product.setClock(new Date(this.time.now).toISOString());
  }

  /** Time goes by in the village while the product is stopped: its next start takes it over. */
  wait(ms: number): void {
    this.time.now += ms;
  }

  /** Until nothing new is said for `quietMs`. */
  async settle(quietMs = 700): Promise<void> {
    let count = -1;
    let since = performance.now();
    await until(
      () => {
        const now = this.village.sent().length;
        if (now !== count) [count, since] = [now, performance.now()];
        return performance.now() - since > quietMs ? true : null;
      },
      () => 'the bot goes on talking',
    );
  }

  async close(): Promise<void> {
    await this.product.remove();
    await this.village.stop();
  }

  room(where: string): string {
    const room = this.village.rooms.find((one) => one.topic.startsWith(where));
    if (!room) throw new Error(`no room begins with ${where}`);
    return room.id;
  }

  person(name: string): string {
    const person = this.village.people.find((one) => one.name === name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return person.id;
  }

  /** A room by the beginning of its topic, or somebody's private chat with the bot by their name. */
  chat(where: string): string {
    const room = this.village.rooms.find((one) => one.topic.startsWith(where));
    return room?.id ?? this.person(where);
  }

  private async ready(): Promise<true | null> {
    const answer = await fetch(`${this.product.url}/readyz`).catch(() => null);
    return answer?.ok ? true : null;
  }
}

/** The directory's groups and people, as the village needs them. */
async function censusOf(configFolder: string, directory: string): Promise<Census> {
  await mkdir(configFolder);
  await writeFile(join(configFolder, 'directory.yaml'), directory);
  const loaded = loadConfig({ HUIYIN_CONFIG: configFolder, HUIYIN_DATA: '/nonexistent' }, PACKAGED);
  if (!loaded.ok) throw new Error(formatFaults(loaded.faults));
  return buildDirectory(loaded.config.directory, {}, {});
}
