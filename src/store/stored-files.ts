import type { StoredFiles } from '../cases/stored-file.js';
import type { Db } from './db.js';
import { fileKeys } from './keys.js';
import { integerReply } from './reply.js';

const DAY_S = 24 * 3600;
/** What an account can send without standing out, and Redis hold without feeling it. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;
const FILES_MAX = 20;

/** Files on their way to a chat: small, few, gone after a day. */
export class RedisStoredFiles implements StoredFiles {
  constructor(private readonly db: Db) {}

  async put(key: string, bytes: Uint8Array): Promise<boolean> {
    if (bytes.length > FILE_MAX_BYTES) return false;
    const keys = [fileKeys.waiting, fileKeys.bytes(key)];
    const text = Buffer.from(bytes).toString('base64');
    return integerReply.parse(await this.db.run('file-put', keys, [text, DAY_S, FILES_MAX])) === 1;
  }

  async get(key: string): Promise<Uint8Array | null> {
    const text = await this.db.call('reading a file', (redis) => redis.get(fileKeys.bytes(key)));
    return text === null ? null : Buffer.from(text, 'base64');
  }
}
