import { leaderOf, powerOf } from './county.js';
import { LAST } from './calendar.js';
import type { Planned, Step, Tick } from './planned.js';

/** What may become of a matter, the common more often than the rare. */
export const PLOTS = [
  ...Array.from({ length: 8 }, () => 'plain'), 'words', 'words', 'assign', 'assign', 'assign', 'transfer', 'back', 'ask', 'ask', 'extend', 'decline',
  'merge', 'supervise', 'late', 'late', 'never', 'void', 'withdraw',
]; // prettier-ignore

/** Tells what becomes of one matter, step by step, in hours in which people do such things. */
export class Tale {
  private when: number;
  private readonly cadre: string;
  private readonly head: string;
  private readonly electricians: string;

  constructor(
    private readonly one: Planned,
    private readonly ticks: readonly Tick[],
    private readonly roll: (below: number) => number,
    private readonly planned: readonly Planned[],
  ) {
    this.when = one.tick;
    this.cadre = one.village.cadre;
    this.head = one.village.head;
    this.electricians = powerOf(one.village.township);
  }

  tell(): void {
    const { plot } = this.one;
    TALES[plot]?.call(this);
  }

  /** A step so many hours on: officials act at work, villagers whenever they are awake. */
  put(hours: number, by: string, text: Step['text'], leaves: string[], more: Partial<Step> = {}): void {
    const kinds: string[] = by === this.one.who ? ['work', 'home'] : ['work'];
    for (let left = hours; left > 0 && this.when < this.ticks.length;)
      if (kinds.includes(this.ticks[(this.when += 1)]?.kind ?? 'post')) left -= 1;
    if ((this.ticks[this.when]?.at ?? LAST) < LAST) this.one.steps.push({ tick: this.when, by, text, leaves, ...more }); // prettier-ignore
  }

  soon(): number {
    return 1 + this.roll(3);
  }

  /** The matter is solved, and the villager says something about it, or nothing. */
  done(hours: number, by: string): void {
    this.put(hours, by, (n) => `办结 ${n} 上午去换了新的，试过了`, ['resolve']);
    const word = this.roll(10);
    if (word < 4) this.word(1 + this.roll(4), '满意');
    else if (word < 6) this.word(1 + this.roll(4), '基本满意');
    else if (word < 7) this.again(by);
  }

  word(hours: number, word: string, why = ''): void {
    this.put(hours, this.one.who, (n) => `${word} ${n}${why}`, ['rate']);
  }

  private again(by: string): void {
    this.word(1 + this.roll(4), '不满意', ' 还是老样子');
    this.put(3 + this.roll(9), by, (n) => `办结 ${n} 又去弄了一次，弄好了`, ['resolve']);
    if (this.roll(2) === 0) this.word(1 + this.roll(3), '满意');
  }

  plain(): void {
    if (this.roll(2) === 0) this.put(this.soon(), this.cadre, (n) => `受理 ${n}`, ['accept']);
    this.done(1 + this.roll(16), this.cadre);
  }

  words(): void {
    this.put(this.soon(), this.head, () => '收到，我们明天上午派人去修', ['accept', 'progress'], { under: '已收到' }); // prettier-ignore
    this.done(3 + this.roll(14), this.head);
  }

  assign(): void {
    const { grid, name } = this.one.village;
    const to = [grid, this.electricians, this.head][this.roll(3)] ?? grid;
    const days = this.roll(2) === 0 ? ` ${1 + this.roll(4)}天` : '';
    const privately = true;
    this.put(this.soon(), this.cadre, (n) => `交办 ${n} @${to}${days}`, ['assign']);
    if (this.roll(2) === 0) this.put(this.soon(), to, (n) => `进展 ${name}${n} 材料买好了`, ['progress'], { privately }); // prettier-ignore
    this.put(1 + this.roll(20), to, (n) => `办结 ${name}${n} 修好了，换了新的`, ['resolve'], { privately });
    if (this.roll(3) > 0) this.word(this.soon(), '满意');
  }

  transfer(): void {
    const { name } = this.one.village;
    this.put(this.soon(), this.cadre, (n) => `转办 ${n} ${this.electricians}`, ['transfer']);
    this.put(2 + this.roll(24), this.electricians, (n) => `办结 ${name}${n} 线路换过了`, ['resolve'], { privately: true }); // prettier-ignore
    if (this.roll(2) === 0) this.word(this.soon(), '基本满意');
  }

  back(): void {
    const { name } = this.one.village;
    this.put(this.soon(), this.cadre, (n) => `交办 ${n} @${this.electricians}`, ['assign']);
    this.put(this.soon(), this.electricians, (n) => `退回 ${name}${n} 不归我们管`, ['hand_back'], { privately: true }); // prettier-ignore
    this.put(this.soon(), this.cadre, (n) => `交办 ${n} @${this.head}`, ['assign']);
    this.done(2 + this.roll(10), this.head);
  }

  ask(): void {
    this.put(this.soon(), this.cadre, (n) => `待补充 ${n} 是哪一家门口`, ['ask']);
    if (this.roll(3) > 0) this.put(1 + this.roll(30), this.one.who, () => '是我家隔壁门口', ['add', 'go_on'], { under: '时限先停着' }); // prettier-ignore
    this.done(4 + this.roll(10), this.cadre);
  }

  extend(): void {
    this.put(this.soon(), this.cadre, (n) => `受理 ${n}`, ['accept']);
    const days = 2 + this.roll(5);
    this.put(this.soon(), this.cadre, (n) => `延期 ${n} ${days}天 等材料`, ['extend']);
    this.done(4 + this.roll(20), this.cadre);
  }

  /** The same as an earlier one that nobody took up. */
  merge(): void {
    const { one } = this;
    const into = this.planned.find((other) => other !== one && other.village === one.village && other.plot === 'never' && other.tick < one.tick); // prettier-ignore
    if (!into) return;
    one.into = into;
    this.put(this.soon(), this.cadre, (n, other) => `合并 ${n} ${other}`, ['merge']);
  }

  supervise(): void {
    const { name, township } = this.one.village;
    this.put(this.soon(), leaderOf(township), (n) => `督办 ${name}${n} 抓紧办好`, ['supervise'], { privately: true }); // prettier-ignore
    this.done(4 + this.roll(12), this.cadre);
  }

  late(): void {
    this.put(14 + this.roll(60), this.cadre, (n) => `进展 ${n} 前几天忙，今天去看了`, ['progress']);
    this.done(1 + this.roll(30), this.cadre);
  }

  decline(): void {
    this.put(this.soon(), this.cadre, (n) => `不予受理 ${n} 这是两家之间的事`, ['decline']);
  }

  void(): void {
    this.put(this.soon(), this.cadre, (n) => `不是诉求 ${n}`, ['void']);
  }

  withdraw(): void {
    this.put(1 + this.roll(5), this.one.who, (n) => `撤回 ${n}`, ['withdraw']);
  }

  /** Two of three are looked after within hours; the third climbs all the way. */
  emergency(): void {
    if (this.roll(3) > 0) this.put(1, this.head, (n) => `办结 ${n} 人救出来了，都平安`, ['resolve']);
  }
}

const { plain, words, assign, transfer, back, ask, extend, merge, supervise, late, decline, withdraw, emergency } = Tale.prototype; // prettier-ignore
const TALES: Record<string, (this: Tale) => void> = { plain, words, assign, transfer, back, ask, extend, merge, supervise, late, decline, withdraw, emergency, void: Tale.prototype.void }; // prettier-ignore
