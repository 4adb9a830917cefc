import type { StoredFile, StoredFiles } from '../cases/stored-file.js';

/** Takes up what waits in the store to be sent. Throws when its day is over. */
export function fileMaker(
  files: StoredFiles,
): (file: StoredFile) => Promise<{ name: string; bytes: Uint8Array }> {
  return async ({ name, key }) => {
    const bytes = await files.get(key);
    if (bytes === null) throw new Error('its bytes are no longer kept');
    return { name, bytes };
  };
}
