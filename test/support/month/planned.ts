import type { MonthVillage } from './county.js';

export interface Tick {
  at: number;
  /** Officials are at work; villagers may write; a post goes out; night. */
  kind: 'work' | 'home' | 'post' | 'night' | 'minutes';
}

export interface Step {
  tick: number;
  by: string;
  /** In the village's group, unless privately to the bot. */
  privately?: boolean;
  text: (number: string, other: string) => string;
  /** The event that it must leave in the case's history. */
  leaves: string[];
  /** Written under the receipt, or under the bot's question: a plain word. */
  under?: '已收到' | '时限先停着';
}

export interface Planned {
  village: MonthVillage;
  who: string;
  tick: number;
  words: string;
  steps: Step[];
  /** The case that this one is merged into. */
  into?: Planned;
  plot: string;
}
