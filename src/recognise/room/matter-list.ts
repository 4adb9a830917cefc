import type { Matter } from './matter.js';

/** Matters remembered per room; beyond, the one longest silent goes (closed ones first). */
const MAX_MATTERS = 64;

/** The matters of one room. */
export class MatterList {
  private readonly byId = new Map<string, Matter>();
  /** Those spoken of last stand at the end. */
  private readonly order: Matter[] = [];

  get(id: string): Matter | undefined {
    return this.byId.get(id);
  }

  add(matter: Matter): void {
    this.remove(matter.id);
    this.byId.set(matter.id, matter);
    this.order.push(matter);
    if (this.order.length > MAX_MATTERS) this.evict(matter);
  }

  /** Moves a matter to the front: it has just been spoken of. */
  bump(matter: Matter): void {
    const at = this.order.lastIndexOf(matter);
    if (at < 0 || at === this.order.length - 1) return;
    this.order.splice(at, 1);
    this.order.push(matter);
  }

  /** Those spoken of last, the latest first. */
  recent(n: number): Matter[] {
    const found: Matter[] = [];
    for (let i = this.order.length - 1; i >= 0 && found.length < n; i--) {
      const matter = this.order[i];
      if (matter) found.push(matter);
    }
    return found;
  }

  all(): readonly Matter[] {
    return this.order;
  }

  get size(): number {
    return this.order.length;
  }

  private remove(id: string): void {
    const held = this.byId.get(id);
    if (!held) return;
    this.byId.delete(id);
    this.order.splice(this.order.indexOf(held), 1);
  }

  private evict(newest: Matter): void {
    let victim: Matter | undefined;
    for (const matter of this.order) {
      if (matter !== newest && (!victim || older(matter, victim))) victim = matter;
    }
    if (victim) this.remove(victim.id);
  }
}

function older(a: Matter, b: Matter): boolean {
  return a.closed === b.closed ? a.lastAt < b.lastAt : a.closed;
}
