import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface StoredFile {
  name: string;
  bytes: Buffer;
}

const MEMORY_BYTES = 64 * 1024 * 1024;

/** Bytes of pictures and voices by message id: in memory up to 64 MB, the oldest go first; with a folder on disk too. */
export class Files {
  private readonly memory = new Map<string, StoredFile>();
  private held = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly folder: string | null) {}

  put(id: string, file: StoredFile): void {
    this.hold(id, file);
    this.onDisk(async (folder) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, id), file.bytes);
    });
  }

  async get(id: string, name = id): Promise<StoredFile | null> {
    const file = this.memory.get(id);
    if (file || this.folder === null) return file ?? null;
    const bytes = await readFile(join(this.folder, id)).catch(() => null);
    return bytes && { name, bytes };
  }

  drop(id: string): void {
    this.held -= this.memory.get(id)?.bytes.length ?? 0;
    this.memory.delete(id);
    this.onDisk((folder) => rm(join(folder, id), { force: true }));
  }

  /** Removes from disk what no line refers to any more. */
  async keepOnly(ids: Set<string>): Promise<void> {
    const there = this.folder === null ? [] : await readdir(this.folder).catch(() => []);
    for (const id of there) if (!ids.has(id)) this.drop(id);
  }

  /** Resolves when everything stands on disk. */
  settled(): Promise<void> {
    return this.writing;
  }

  private hold(id: string, file: StoredFile): void {
    this.memory.set(id, file);
    this.held += file.bytes.length;
    for (const [oldest, { bytes }] of this.memory) {
      if (this.held <= MEMORY_BYTES || oldest === id) return;
      this.memory.delete(oldest);
      this.held -= bytes.length;
    }
  }

  /** Writes one after the other. A full disk costs the picture after a restart, never the village. */
  private onDisk(write: (folder: string) => Promise<unknown>): void {
    const { folder } = this;
    if (folder === null) return;
    this.writing = this.writing
      .then(() => write(folder))
      .then(
        () => undefined,
        () => undefined,
      );
  }
}
