/** A list of numbers that is filled from the front, again and again. */
export class Vector {
  readonly values: Float32Array;
  length = 0;

  constructor(size: number) {
    this.values = new Float32Array(size);
  }

  reset(): this {
    this.length = 0;
    return this;
  }

  add(value: number): void {
    this.values[this.length++] = value;
  }

  flag(truth: boolean): void {
    this.values[this.length++] = truth ? 1 : 0;
  }

  /** One flag for each limit: whether `value` is within it. */
  within(value: number, limits: readonly number[]): void {
    for (const limit of limits) this.flag(value <= limit);
  }

  copy(): Float32Array {
    return this.values.slice(0, this.length);
  }
}

/** A probability on a scale that tells one in a hundred from one in ten thousand; about -1.3 to 1. */
export const damped = (p: number): number => Math.max(-7, Math.log(p + 1e-4)) / 3 + 1;
