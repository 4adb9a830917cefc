/** A map that forgets its oldest entry beyond `most`. */
export class Bounded<Value> {
  private readonly map = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    return this.map.get(key);
  }

  set(key: string, value: Value): void {
    this.map.delete(key);
    this.map.set(key, value);
    const [oldest] = this.map.keys();
    if (this.map.size > this.most && oldest !== undefined) this.map.delete(oldest);
  }

  delete(key: string): void {
    this.map.delete(key);
  }

  values(): Value[] {
    return [...this.map.values()];
  }
}
