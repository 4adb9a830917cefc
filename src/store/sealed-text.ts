import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Case } from '../cases/case.js';
import type { CaseEvent } from '../cases/event.js';
import { SealedLostError } from '../cases/sealed-lost.js';
import { DamagedError } from './store-error.js';
import { envelopeOf, type Envelope, type Vault } from './vault.js';

/**
 * Texts of Redis, sealed and opened. What stands outside an envelope says nothing of a case: numbers and hashes, by which
 * a history can be walked (in order, whole, unchanged) by somebody who has no key.
 */

const eventOutside = z.object({ seq: z.int(), hash: z.string(), sum: z.string() });
const stateOutside = z.object({ version: z.int(), head: z.string() });
export type EventOutside = z.infer<typeof eventOutside> & { whole: boolean };
export type StateOutside = z.infer<typeof stateOutside>;

export class SealedText {
  private readonly told = new Set<string>();

  constructor(
    readonly vault: Vault,
    private readonly log: Pick<Logger, 'error'> | null,
  ) {}

  /** A case's state as its slot keeps it: sealed or in the clear. */
  state(key: string, c: Case): string {
    if (!c.sealed) return JSON.stringify(c);
    const outside = { version: c.version, head: c.head } satisfies StateOutside;
    return JSON.stringify({ ...this.vault.seal(JSON.stringify(c), key), ...outside });
  }

  /** One of its events. */
  event(key: string, c: Pick<Case, 'sealed'>, event: CaseEvent): string {
    if (!c.sealed) return JSON.stringify(event);
    const { seq, hash } = event;
    const envelope = this.vault.seal(JSON.stringify(event), bound(key, seq));
    return JSON.stringify({ ...envelope, seq, hash, sum: sumOf(envelope, seq, hash) });
  }

  /** The text inside, or the same where nothing is sealed. @throws SealedLostError, DamagedError */
  open(key: string, text: string): string {
    const envelope = envelopeOf(text);
    if (!envelope) return text;
    const outside = eventOutside.safeParse(JSON.parse(text));
    return this.opened(key, envelope, outside.success ? bound(key, outside.data.seq) : key);
  }

  /** The same for one of many: null when its key is not here, which is told once. */
  tryOpen(key: string, text: string): string | null {
    try {
      return this.open(key, text);
    } catch (error) {
      if (!(error instanceof SealedLostError)) throw error;
      this.lost(error);
      return null;
    }
  }

  /** Says once for each key that it is not here. */
  lost({ keyId, message }: SealedLostError): void {
    if (this.told.has(keyId)) return;
    this.told.add(keyId);
    this.log?.error({ sealedKey: keyId }, `${message}: what it sealed stays closed until it is put back`);
  }

  private opened(key: string, envelope: Envelope, at: string): string {
    try {
      return this.vault.open(envelope, at);
    } catch (error) {
      if (error instanceof SealedLostError) throw error;
      throw new DamagedError(key, 'its seal does not hold');
    }
  }
}

/** What can be said of a sealed event without its key; null: it is none. */
export function outsideOfEvent(text: string): EventOutside | null {
  const envelope = envelopeOf(text);
  const read = envelope && eventOutside.safeParse(JSON.parse(text));
  if (!envelope || !read?.success) return null;
  return { ...read.data, whole: sumOf(envelope, read.data.seq, read.data.hash) === read.data.sum };
}

export function outsideOfState(text: string): StateOutside | null {
  const read = envelopeOf(text) && stateOutside.safeParse(JSON.parse(text));
  return read?.success ? read.data : null;
}

function bound(key: string, seq: number): string {
  return `${key}#${seq}`;
}

function sumOf({ key, nonce, data }: Envelope, seq: number, hash: string): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, hash, key, nonce, data]))
    .digest('base64url');
}
