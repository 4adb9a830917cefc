/**
 * Why a call came to nothing. `timeout`, `unreachable`, `refused` (its status), `nonsense` (not the protocol, too large,
 * not the wanted form) are the server's; `unheard` is what was to be sent; `budget` was ours.
 */
export type FaultKind = 'timeout' | 'unreachable' | 'refused' | 'nonsense' | 'unheard' | 'budget';

/** A call that came to nothing. Its text names no chat and nothing that the server said. */
export class RemoteFault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
    /** HTTP status, where there was one. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

/** The product is stopping: the message stays in the inbox and is taken up at the next start. */
export class StoppedError extends Error {}
