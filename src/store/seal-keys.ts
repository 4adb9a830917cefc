import type { Db } from './db.js';
import { sealedKeys } from './keys.js';
import type { Vault } from './vault.js';

/** Which keys have sealed something in this Redis. */
export class SealKeys {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
  ) {}

  /** Ids of those that are not here: what they sealed stays closed. */
  async missing(): Promise<string[]> {
    const ids = await this.db.call('listing keys of sealed cases', (redis) => redis.hkeys(sealedKeys.keyIds));
    return ids.filter((id) => !this.vault.has(id));
  }
}
