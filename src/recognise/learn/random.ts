/** Deterministic randomness for training: the same seed gives the same model, byte for byte. */
export class Random {
  constructor(private state: number) {}

  /** In [0, 1). Numerical Recipes' linear congruential generator: good enough for shuffling and first weights. */
  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 4294967296;
  }

  /** Roughly normal around 0; `scale` is three times its spread at most. */
  around(scale: number): number {
    return (this.next() + this.next() + this.next() - 1.5) * scale;
  }

  /** Fisher–Yates, in place. */
  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1));
      [list[i], list[j]] = [list[j] as T, list[i] as T];
    }
    return list;
  }
}
