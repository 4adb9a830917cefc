import { setTimeout as sleep } from 'node:timers/promises';
import type { BotMessage, Village } from './api.js';
import type { Step } from './day-script.js';

const LOOK_MS = 50;

/** What was said under a name, and the number that the bot gave it. */
export class Told {
  private readonly ids = new Map<string, { id: string; name: string }>();

  constructor(private readonly village: Village) {}

  remember(step: Step, id: string): void {
    const from = this.village.line(id)?.from;
    const name = this.village.people.find((p) => p.id === from)?.name ?? '';
    if (step.name) this.ids.set(step.name, { id, name });
  }

  idOf(name: string): string | null {
    return this.ids.get(name)?.id ?? null;
  }

  async numberOf(name: string, ms: number, signal: AbortSignal): Promise<string | null> {
    const said = this.ids.get(name);
    if (!said) return null;
    return look(
      () =>
        this.after(said.id)
          .map((m) => receiptNumber(m, said.name))
          .find((n) => n !== null),
      ms,
      signal,
    );
  }

  /** Whether the bot has spoken in the same chat since; true or null. */
  answered(id: string): true | null {
    return this.after(id).some((m) => m.to === this.village.line(id)?.chat) ? true : null;
  }

  private after(id: string): BotMessage[] {
    const from = this.village.line(id)?.seq ?? 0;
    return this.village.sent().filter((m) => (this.village.line(m.id)?.seq ?? 0) > from);
  }
}

/** Looks until there is something to see, at most for `ms` of real time. */
export async function look<T>(
  see: () => T | null | undefined,
  ms: number,
  signal: AbortSignal,
): Promise<T | null> {
  for (let waited = 0; waited <= ms; waited += LOOK_MS) {
    const seen = see();
    if (seen) return seen;
    await sleep(LOOK_MS, undefined, { signal });
  }
  return null;
}

/** The number in a receipt for this person; receipts may be merged: `已收到 #12 路灯（@老贺）、#13 垃圾（@谭嫂子）`. */
export function receiptNumber(message: Pick<BotMessage, 'text'>, name: string): string | null {
  if (!message.text.includes('已收到') || !message.text.includes(`@${name}`)) return null;
  const parts = message.text.split(/(?=#\d)/).filter((part) => part.startsWith('#'));
  const part = parts.length === 1 ? parts[0] : parts.find((p) => p.includes(`@${name}`));
  return /^#(\d+)/.exec(part ?? '')?.[1] ?? null;
}
