/** How long our own message may take to come back as an event before its outcome stays unknown. */
const WAIT_MS = 10_000;

interface Expected {
  chatId: string;
  text: string;
  heard: boolean;
  tell: (() => void) | null;
  giveUp: (() => void) | null;
}

/**
 * Our own messages come back as events: what was handed over without an answer is settled by its echo.
 * An echo can be faster than the gateway's answer, so every send is expected before it starts.
 */
export class Echoes {
  private readonly expected = new Set<Expected>();
  private closed = false;

  /** @param waitMs how long `settled` waits for an echo */
  constructor(private readonly waitMs = WAIT_MS) {}

  expect(chatId: string, text: string): { settled: () => Promise<'sent' | 'unknown'>; forget: () => void } {
    const one: Expected = { chatId, text, heard: false, tell: null, giveUp: null };
    this.expected.add(one);
    return { settled: () => this.wait(one), forget: () => this.expected.delete(one) };
  }

  /** A message of the account itself was heard. True when somebody waited for it. */
  heard(chatId: string, text: string): boolean {
    for (const one of this.expected) {
      if (one.heard || one.chatId !== chatId || one.text !== text) continue;
      one.heard = true;
      one.tell?.();
      return true;
    }
    return false;
  }

  /** The product stops: what has not been heard by now stays unknown. */
  close(): void {
    this.closed = true;
    for (const one of this.expected) one.giveUp?.();
  }

  private wait(one: Expected): Promise<'sent' | 'unknown'> {
    if (one.heard) return Promise.resolve('sent');
    if (this.closed) return Promise.resolve('unknown');
    return new Promise((resolve) => {
      const settle = (outcome: 'sent' | 'unknown') => (): void => {
        clearTimeout(timer);
        resolve(outcome);
      };
      const timer = setTimeout(settle('unknown'), this.waitMs);
      one.tell = settle('sent');
      one.giveUp = settle('unknown');
    });
  }
}
