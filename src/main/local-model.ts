import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a county's own model stands, and the one that it took the place of. */
export interface LocalModelFiles {
  model: string;
  previous: string;
}

export function localModelFiles(dataDir: string): LocalModelFiles {
  const folder = join(dataDir, 'models');
  return { model: join(folder, 'local.model'), previous: join(folder, 'local.previous.model') };
}

/** The county's own model; null when there is none. */
export async function readLocalModel(files: LocalModelFiles): Promise<Uint8Array | null> {
  try {
    return await readFile(files.model);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Puts a model in its place, whole or not at all, and keeps the one before. A crash at any moment leaves a whole model
 * there: the old or the new.
 */
export async function replaceLocalModel(files: LocalModelFiles, bytes: Uint8Array): Promise<void> {
  await mkdir(join(files.model, '..'), { recursive: true });
  const fresh = `${files.model}.part`;
  try {
    await writeDurably(fresh, bytes);
    await keepPrevious(files);
    await rename(fresh, files.model);
  } finally {
    await rm(fresh, { force: true });
  }
}

async function keepPrevious(files: LocalModelFiles): Promise<void> {
  const copy = `${files.previous}.part`;
  try {
    await copyFile(files.model, copy, constants.COPYFILE_FICLONE);
    await rename(copy, files.previous);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** On the disk, not only in its cache, before the name leads to it. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
