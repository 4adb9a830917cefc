import type { Matter } from './matter.js';

/** Matters remembered per room; beyond, the one longest silent goes (closed ones first). */
const MAX_MATTERS = 64;
/** Matters that a line is compared with: whatever is older than these is not what it is about. */
export const CANDIDATES = 8;

/** The matters of one room. */
export class MatterList {
  private readonly byId = new Map<string, Matter>();

  get(id: string): Matter | undefined {
    return this.byId.get(id);
  }

  add(matter: Matter): void {
    this.byId.set(matter.id, matter);
    if (this.byId.size > MAX_MATTERS) this.evict(matter);
  }

  /** Moves a matter to the front: it has just been spoken of. */
  bump(matter: Matter): void {
    if (!this.byId.delete(matter.id)) return;
    this.byId.set(matter.id, matter);
  }

  /** Those spoken of last, the latest first. */
  recent(n = CANDIDATES): Matter[] {
    return [...this.byId.values()].slice(-n).reverse();
  }

  all(): IterableIterator<Matter> {
    return this.byId.values();
  }

  get size(): number {
    return this.byId.size;
  }

  private evict(newest: Matter): void {
    let victim: Matter | undefined;
    for (const matter of this.byId.values()) {
      if (matter !== newest && (!victim || older(matter, victim))) victim = matter;
    }
    if (victim) this.byId.delete(victim.id);
  }
}

function older(a: Matter, b: Matter): boolean {
  return a.closed === b.closed ? a.lastAt < b.lastAt : a.closed;
}
