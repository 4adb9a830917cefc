import { buildDirectory } from '../cases/directory-build.js';
import type { Directory } from '../cases/directory.js';
import type { DirectoryEntries } from '../cases/directory-entries.js';
import type { DirectoryStore } from '../cases/ports.js';

/** The directory as it stands now: configuration, bound rooms, enrolled people, silenced groups. */
export class DirectoryView {
  private built: Directory;
  private silent = new Set<string>();
  private version = -1;

  constructor(
    private readonly entries: DirectoryEntries,
    private readonly store: DirectoryStore,
    private readonly rebuilt: () => void,
  ) {
    this.built = buildDirectory(entries, {}, {});
  }

  get current(): Directory {
    return this.built;
  }

  silenced(roomId: string): boolean {
    return this.silent.has(roomId);
  }

  /** Looks whether another process changed anything, and rebuilds if so. */
  async refresh(): Promise<void> {
    const version = await this.store.version();
    if (version === this.version) return;
    const [bindings, enrolments, silenced] = await Promise.all([
      this.store.bindings(),
      this.store.enrolments(),
      this.store.silenced(),
    ]);
    this.built = buildDirectory(this.entries, bindings, enrolments);
    this.silent = new Set(silenced);
    this.version = version;
    this.rebuilt();
  }
}
