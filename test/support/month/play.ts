import { join } from 'node:path';
import { connectRedis, type RedisClient } from '../../../src/store/connect.js';
import { runningServer } from '../../../src/store/embedded-orphan.js';
import { placeKeys } from '../../../src/store/keys.js';
import type { Scene } from '../scene.js';
import { until } from '../product.js';
import type { Planned, Step, Tick } from './planned.js';
import { ACCUSATIONS, POWER_CUT } from './script.js';
import { ACCUSED, INSPECTORS, PLACES } from './county.js';
import { clockOf, dayOf } from './calendar.js';

/** A step as it was taken: what was posted, and for which case. */
export interface Done {
  at: number;
  by: string;
  caseId: string;
  messageId: string;
  leaves: string[];
}

/** What the month left behind for the counting. */
export interface Played {
  done: Done[];
  /** Case ids in the order of the script. */
  ids: Map<Planned, string>;
  /** When the clock stood where, in order: each a sweep. */
  sweeps: number[];
  codes: string[];
  timings: Record<string, number>;
  /** How often the power failed and all came up again. */
  restarts: number;
}

/** Plays the month: the clock goes from tick to tick, what belongs to a tick is said at once, and waited for by its effect. */
export class Month {
  private redis!: RedisClient;
  private readonly played: Played = { done: [], ids: new Map(), sweeps: [], codes: [], timings: {}, restarts: 0 }; // prettier-ignore
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly scene: Scene,
    private readonly planned: readonly Planned[],
    private readonly hours: readonly Tick[],
    private readonly ticks: readonly Tick[],
    private now: number,
  ) {}

  async play(): Promise<Played> {
    await this.connect();
    try {
      for (const tick of this.ticks) await this.pass(tick);
    } finally {
      this.redis.disconnect();
    }
    return this.played;
  }

  private async pass(tick: Tick): Promise<void> {
    const since = tick.at - this.now;
    const dark = this.now === POWER_CUT;
    this.now = tick.at;
    await this.timed('clock', () => (dark ? this.powerIsBack(since) : this.scene.pass(since)));
    this.played.sweeps.push(tick.at);
    await this.timed('sending', () => this.quiet());
    if (tick.kind !== 'post' && tick.kind !== 'minutes') await this.timed('saying', () => this.act(tick));
    if (tick.at === POWER_CUT) await this.scene.product.kill();
  }

  /** While the power was off time went by: what came due meanwhile is told now, nothing a second time. */
  private async powerIsBack(since: number): Promise<void> {
    this.redis.disconnect();
    this.scene.wait(since);
    await this.scene.startProduct();
    await this.connect();
    this.played.restarts += 1;
  }

  private async act(tick: Tick): Promise<void> {
    const hour = this.hours.findIndex((one) => one.at === tick.at);
    const raised = this.planned.filter((one) => one.tick === hour);
    const steps = this.planned.flatMap((one) => one.steps.filter((step) => step.tick === hour).map((step) => [one, step] as const)); // prettier-ignore
    const waits = [
      ...steps.map(([one, step]) => this.take(one, step)),
      ...raised.map((one) => this.raise(one)),
      ...ACCUSATIONS.filter((one) => one.at === tick.at).map((one) => this.accuse(one)),
    ];
    await Promise.all(waits);
    if (waits.length > 0) await this.quiet();
  }

  private async raise(one: Planned): Promise<void> {
    const { village, who, words } = one;
    const number = (this.numbers.get(village.place) ?? 0) + 1;
    this.numbers.set(village.place, number);
    const id = `${village.place}#${number}`;
    this.played.ids.set(one, id);
    const messageId = this.scene.say(who, village.name, `反映：${words}`);
    await this.written(id, messageId, `${who}: ${words}`);
    this.played.done.push({ at: this.now, by: who, caseId: id, messageId, leaves: ['open'] });
  }

  private async take(one: Planned, step: Step): Promise<void> {
    const { village } = one;
    const caseId = this.played.ids.get(one) ?? '';
    const number = (id: string): string => id.slice(id.indexOf('#'));
    const other = one.into ? (this.played.ids.get(one.into) ?? '') : '';
    const text = step.text(number(caseId), number(other));
    const quote = step.under && this.under(one, step.under, number(caseId));
    const messageId = this.scene.say(step.by, step.privately ? 'bot' : village.name, text, quote === undefined ? {} : { quote }); // prettier-ignore
    await this.written(caseId, messageId, `${step.by}: ${text}`);
    this.played.done.push({ at: this.now, by: step.by, caseId, messageId, leaves: step.leaves });
  }

  /** The bot's line that somebody writes under. */
  private under({ village }: Planned, words: string, number: string): string {
    const room = this.scene.room(village.name);
    const line = this.scene.village
      .sent()
      .findLast((one) => one.to === room && one.text.includes(words) && new RegExp(`${number}(?!\\d)`, 'u').test(one.text)); // prettier-ignore
    if (!line) throw new Error(`${village.name}: nothing says ${words} of ${number}`);
    return line.id;
  }

  /** Somebody accuses the head of the first village, who is curious at once. */
  private async accuse(one: (typeof ACCUSATIONS)[number]): Promise<void> {
    const village = PLACES[0];
    const who = village?.neighbours[one.neighbour] ?? '';
    const id = this.scene.say(who, one.privately ? 'bot' : (village?.name ?? ''), one.words);
    const told = await this.scene.hears(who, /只有纪检干部看得到。代号/u, id);
    const code = /代号 ?([A-Z]\d[A-Z2-9]{4})/u.exec(told.text)?.[1] ?? '-';
    if (clockOf(this.now) < '22:00') await this.scene.hears(INSPECTORS[0], new RegExp(code, 'u'), id);
    this.played.codes.push(code);
    this.scene.say(ACCUSED, village?.name ?? '', `大家有什么事都可以跟我说`);
    for (const text of [`查 ${code}`, `办结 ${code} 没有这回事`, `导出 ${code}`, '导出 5月', '待办']) {
      const asked = this.scene.say(ACCUSED, 'bot', text);
      await this.scene.hears(ACCUSED, /./u, asked);
    }
    const shown = this.scene.say(INSPECTORS[1], 'bot', `查 ${code}`);
    await this.scene.hears(INSPECTORS[1], new RegExp(`^查 ${code}`, 'u'), shown);
  }

  /** Until the case's history holds what this message did. */
  private async written(caseId: string, messageId: string, what: string): Promise<void> {
    const key = placeKeys(caseId.slice(0, caseId.indexOf('#'))).events(caseId);
    const why = (): string => `${dayOf(this.now)} ${clockOf(this.now)} ${caseId} ${what} ${this.scene.product.errors.slice(-500)}\n${this.scene.village.sent().slice(-12).map((one) => `${one.to}: ${one.text}`).join('\n')}`; // prettier-ignore
    await until(async () => {
      const events = await this.redis.lrange(key, -4, -1);
      return events.some((text) => text.includes(`"${messageId}"`)) ? true : null;
    }, why);
  }

  /** Until everything that may be said now is said: by night only emergencies are. */
  private async quiet(): Promise<void> {
    const night = clockOf(this.now) >= '22:00' || clockOf(this.now) < '07:00';
    await until(async () => ((await this.left(night)) === 0 ? true : null), () => `unsent at ${dayOf(this.now)} ${clockOf(this.now)} ${this.scene.product.errors.slice(-800)}`); // prettier-ignore
  }

  private async left(night: boolean): Promise<number> {
    const keys = await this.redis.keys('hy:*:unsettled');
    const counts = await Promise.all(keys.map((key) => this.redis.zcard(key)));
    if (!night) return counts.reduce((sum, n) => sum + n, 0);
    const rows = await this.redis.keys('hy:*:row:*');
    const states = await Promise.all(rows.map((key) => this.redis.hmget(key, 'row', 'state')));
    return states.filter(([row, state]) => state === 'pending' && (row ?? '').includes('"priority":"emergency"')).length; // prettier-ignore
  }

  private async connect(): Promise<void> {
    const address = await runningServer(join(this.scene.product.folder, 'data', 'redis'));
    if (address === null) throw new Error('the product has no Redis of its own');
    this.redis = connectRedis(address, { profile: 'producer', name: 'month' });
  }

  private async timed(what: string, work: () => Promise<void>): Promise<void> {
    const from = performance.now();
    await work();
    this.played.timings[what] = (this.played.timings[what] ?? 0) + performance.now() - from;
  }
}
