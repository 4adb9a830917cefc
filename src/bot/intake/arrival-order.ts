interface Place<T> {
  id: string;
  value: T | null;
  done: boolean;
}

/**
 * Puts back into the order of arrival what is read side by side. Nothing leaves before all that came earlier has left,
 * was dropped, or was passed over; what was passed over leaves as soon as it is there. Pure: the waiting is the caller's.
 */
export class ArrivalOrder<T> {
  readonly #line: Place<T>[] = [];
  readonly #places = new Map<string, Place<T>>();
  readonly #late = new Set<string>();
  #head = 0;

  /** Those waited for, passed over or not. */
  get size(): number {
    return this.#places.size + this.#late.size;
  }

  /** Whose turn it is: the one that holds back the others. */
  get head(): string | null {
    return this.#line[this.#head]?.id ?? null;
  }

  has(id: string): boolean {
    return this.#places.has(id) || this.#late.has(id);
  }

  /** Passed over, and still waited for. */
  isLate(id: string): boolean {
    return this.#late.has(id);
  }

  add(id: string): void {
    if (this.has(id)) return;
    const place: Place<T> = { id, value: null, done: false };
    this.#line.push(place);
    this.#places.set(id, place);
  }

  /** It is read: what may leave now, in order of arrival. */
  ready(id: string, value: T): T[] {
    if (this.#late.delete(id)) return [value];
    return this.#finish(id, value);
  }

  /** It will never be read: what it held back. */
  drop(id: string): T[] {
    return this.#late.delete(id) ? [] : this.#finish(id, null);
  }

  /** It takes too long: the others go first. */
  passOver(id: string): T[] {
    if (!this.#places.has(id)) return [];
    this.#late.add(id);
    return this.#finish(id, null);
  }

  #finish(id: string, value: T | null): T[] {
    const place = this.#places.get(id);
    if (!place) return [];
    this.#places.delete(id);
    place.value = value;
    place.done = true;
    return this.#leave();
  }

  #leave(): T[] {
    const out: T[] = [];
    for (let place = this.#line[this.#head]; place?.done; place = this.#line[this.#head]) {
      if (place.value !== null) out.push(place.value);
      this.#head += 1;
    }
    this.#shrink();
    return out;
  }

  #shrink(): void {
    if (this.#head < 1024 && this.#head < this.#line.length) return;
    this.#line.splice(0, this.#head);
    this.#head = 0;
  }
}
