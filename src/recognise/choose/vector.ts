/** A list of numbers that is filled from the front, again and again. */
export class Vector {
  private values: Float32Array;
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
    for (const limit of limits) this.values[this.length++] = value <= limit ? 1 : 0;
  }

  /** The numbers filled in; they stand until the next reset. */
  filled(): Float32Array {
    // Always filled to the same length, so that the view is made once.
    if (this.values.length !== this.length) this.values = this.values.slice(0, this.length);
    return this.values;
  }
}

/** A probability on a scale that tells one in a hundred from one in ten thousand; about -1.3 to 1. */
export const damped = (p: number): number => Math.max(-7, Math.log(p + 1e-4)) / 3 + 1;
