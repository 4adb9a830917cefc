import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SealedLostError } from '../cases/sealed-lost.js';

/**
 * What is sealed stands in Redis under a key that Redis never sees (AES-256-GCM). Each envelope names its key, so that
 * keys can be changed; it is bound to its place (the Redis key), so that no envelope can be put in another's stead.
 */

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

const envelopeSchema = z.object({
  sealed: z.literal(1),
  key: z.string(),
  nonce: z.string(),
  data: z.string(),
});
/** `data` ends with GCM's tag. */
export type Envelope = z.infer<typeof envelopeSchema>;

interface VaultKey {
  id: string;
  cipher: Buffer;
  index: Buffer;
}

export class Vault {
  private readonly keys: VaultKey[];

  /**
   * @param secrets 32 bytes each; the first one seals, all of them open
   * @param random fresh bytes for nonces
   */
  constructor(
    secrets: readonly Uint8Array[],
    private readonly random: (bytes: number) => Uint8Array = randomBytes,
  ) {
    this.keys = secrets.map(toKey);
  }

  /** Id of the key that seals; null: there is none. */
  get current(): string | null {
    return this.keys[0]?.id ?? null;
  }

  has(keyId: string): boolean {
    return this.keys.some((key) => key.id === keyId);
  }

  /** @param bound the Redis key (and field) that will hold it @throws SealedLostError without any key */
  seal(text: string, bound: string): Envelope {
    const [key] = this.keys;
    if (!key) throw new SealedLostError('');
    const nonce = this.random(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key.cipher, nonce).setAAD(Buffer.from(bound));
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return {
      sealed: 1,
      key: key.id,
      nonce: Buffer.from(nonce).toString('base64'),
      data: data.toString('base64'),
    };
  }

  /** @throws SealedLostError when its key is not here, Error when it was changed or moved */
  open(envelope: Envelope, bound: string): string {
    const key = this.keys.find((one) => one.id === envelope.key);
    if (!key) throw new SealedLostError(envelope.key);
    const data = Buffer.from(envelope.data, 'base64');
    const tag = data.subarray(data.length - TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, key.cipher, Buffer.from(envelope.nonce, 'base64'));
    decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
    const text = decipher.update(data.subarray(0, data.length - TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }

  /** The text for a value of Redis. */
  wrap(text: string, bound: string): string {
    return JSON.stringify(this.seal(text, bound));
  }

  /** The text of a value of Redis; what stands there in the clear comes back as it is. */
  unwrap(value: string, bound: string): string {
    const envelope = envelopeOf(value);
    return envelope ? this.open(envelope, bound) : value;
  }

  /** Names that stand for a text and can be found again only with a key: one for each key, the current first. */
  blinds(text: string): string[] {
    return this.keys.map(({ index }) =>
      createHmac('sha256', index).update(text).digest('base64url').slice(0, 22),
    );
  }
}

/** The envelope that a value is, null for anything else. */
export function envelopeOf(value: string): Envelope | null {
  if (!value.startsWith('{"sealed":1,')) return null;
  const read = envelopeSchema.safeParse(JSON.parse(value));
  return read.success ? read.data : null;
}

/** Tells one key from another and says nothing about either. */
export function keyIdOf(secret: Uint8Array): string {
  return createHash('sha256').update('huiyin sealed key id').update(secret).digest('base64url').slice(0, 8);
}

function toKey(secret: Uint8Array): VaultKey {
  if (secret.length !== KEY_BYTES) throw new Error(`a key of sealed cases has ${KEY_BYTES} bytes`);
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `huiyin ${purpose}`, KEY_BYTES));
  return { id: keyIdOf(secret), cipher: derive('sealed cases'), index: derive('sealed indexes') };
}
