import { z } from 'zod';

/** A file that waits in the store to be sent: its bytes stand under `key` for a day, then they are gone. */
export const storedFileSchema = z.object({ kind: z.literal('stored'), name: z.string(), key: z.string() });
export type StoredFile = z.infer<typeof storedFileSchema>;

/** Where such files wait. Bounded: a file too large, or one too many, is refused. */
export interface StoredFiles {
  /** Keeps it for a day under this key; false: there is no room for it. The same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<boolean>;
  get(key: string): Promise<Uint8Array | null>;
}
