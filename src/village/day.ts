import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClockControl, Post, Village, VillageRoom } from './api.js';
import type { Speaker, Step } from './day-script.js';
import { DAY, DAY_ENDS } from './day-script.js';
import { look, Told } from './day-told.js';
import { fault } from './fault.js';
import { MENTION_END } from './posting.js';

const DAY_MS = 86_400_000;
/** China has one zone and no summer time. */
const ZONE_MS = 8 * 3_600_000;
/** How long a line waits for the bot's number, in paces. */
const PATIENCE = 5;
/** And how long the clock waits for any answer, in paces. */
const POLITENESS = 3;

export interface DayState {
  playing: boolean;
  step: number;
  of: number;
}

/** Plays the prepared day into the groups, turning the clock on as it goes. */
export class DayPlayer {
  private running: AbortController | null = null;
  private step = 0;

  /** `paceMs` of real time lie between two lines. */
  constructor(
    private readonly village: Village,
    private readonly clock: ClockControl,
    private readonly paceMs: number,
    private readonly changed: () => void,
  ) {}

  get state(): DayState {
    return { playing: this.running !== null, step: this.step, of: DAY.length };
  }

  /** Resolves when the day is over or stopped. */
  async play(): Promise<void> {
    if (this.running) throw fault('这一天正在演，请先停下');
    const running = new AbortController();
    this.running = running;
    this.step = 0;
    try {
      await this.run(running.signal);
    } catch (error) {
      if (!running.signal.aborted) throw error;
    } finally {
      this.running = null;
      this.changed();
    }
  }

  stop(): void {
    this.running?.abort();
  }

  private async run(signal: AbortSignal): Promise<void> {
    const midnight = this.morning();
    const told = new Told(this.village);
    for (const step of DAY) {
      await this.turnTo(midnight + minutes(step.at));
      this.step += 1;
      this.changed();
      const room = roomOf(step.room, this.village);
      const post = room && (await this.postOf(step, room, told, signal));
      if (post) await this.say(step, post, told, signal);
      await sleep(this.paceMs, undefined, { signal });
    }
    await this.turnTo(midnight + minutes(DAY_ENDS));
  }

  private async say(step: Step, post: Post, told: Told, signal: AbortSignal): Promise<void> {
    const id = this.village.post(post);
    told.remember(step, id);
    if (step.answered) await look(() => told.answered(id), this.paceMs * POLITENESS, signal);
  }

  /** The midnight before the coming script: today's, if its first line has not passed. */
  private morning(): number {
    const now = this.clock.now();
    const midnight = Math.floor((now + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
    const begins = minutes(DAY[0]?.at ?? '00:00');
    return now <= midnight + begins ? midnight : midnight + DAY_MS;
  }

  private async turnTo(time: number): Promise<void> {
    const ahead = time - this.clock.now();
    if (ahead > 0) await this.clock.advance(ahead);
  }

  /** Null where the line cannot be said: nobody holds the office, or the bot has given no number. */
  private async postOf(step: Step, room: VillageRoom, told: Told, signal: AbortSignal): Promise<Post | null> {
    const from = personOf(step.by, room, this.village);
    const mentioned = step.mention && personOf(step.mention, room, this.village);
    const quote = step.quote && told.idOf(step.quote);
    const text = step.text === undefined ? undefined : await this.textOf(step.text, mentioned, told, signal);
    if (from === null || text === null || (step.mention && !mentioned)) return null;
    return {
      from,
      room: room.id,
      ...(text !== undefined && { text }),
      ...(mentioned && { mentions: [mentioned] }),
      ...(quote && { quote }),
      ...(step.place && { type: 'location', place: step.place }),
      ...(step.seconds && { type: 'audio', seconds: step.seconds }),
      ...(step.picture && { type: 'image', file: await pictureOf(step.picture) }),
    };
  }

  private async textOf(
    text: string,
    mentioned: string | null | undefined,
    told: Told,
    signal: AbortSignal,
  ): Promise<string | null> {
    const name = /\{(?!mention\})(\w+)\}/.exec(text)?.[1];
    const number = name === undefined ? '' : await told.numberOf(name, this.paceMs * PATIENCE, signal);
    if (number === null) return null;
    const called = this.village.people.find((p) => p.id === mentioned)?.name ?? '';
    return text.replace(`@{mention} `, `@${called}${MENTION_END}`).replace(`{${name}}`, number);
  }
}

function minutes(time: string): number {
  const [hours = 0, mins = 0] = time.split(':').map(Number);
  return (hours * 60 + mins) * 60_000;
}

function roomOf(which: Step['room'], village: Village): VillageRoom | undefined {
  const villages = village.rooms.filter((r) => r.kind === 'village' && r.place !== '');
  if (which === 'work') return village.rooms.find((r) => r.kind === 'work' && r.place !== '');
  return which === 'first' ? villages[0] : villages[1];
}

function personOf(by: Speaker, room: VillageRoom, village: Village): string | null {
  const fits = (id: string): boolean => {
    const person = village.people.find((p) => p.id === id);
    return typeof by === 'string' ? id === by : (person?.offices.some((o) => o.role === by.role) ?? false);
  };
  return room.members.find(fits) ?? null;
}

async function pictureOf(name: string): Promise<{ name: string; bytes: Buffer }> {
  return { name, bytes: await readFile(new URL(`./page/day/${name}`, import.meta.url)) };
}
