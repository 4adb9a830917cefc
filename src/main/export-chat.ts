import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthKey } from '../cases/export/month.js';
import type { ExportInChat } from '../cases/export/port.js';
import type { Config } from '../config/shape.js';
import { MonthExport, writeExport } from '../exports/month-export.js';
import { FILE_MAX_BYTES } from '../store/stored-files.js';
import type { Stores } from '../store/stores.js';
import { exportView } from './export-view.js';

/** Makes the tables in a folder of their own; what is small enough for a chat is read back. */
export function exportInChat(config: Config, stores: Stores): ExportInChat {
  return async ({ year, month, format, places, at, by }) => {
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-export-'));
    try {
      const { county } = config.directory;
      const view = exportView(config);
      const job = { month: { year, month }, places, at, county, by, view, source: stores.histories };
      const one = new MonthExport(job);
      const names = await writeExport(one, join(folder, `${county}-${monthKey({ year, month })}.${format}`));
      const sizes = await Promise.all(names.map(async (name) => (await stat(name)).size));
      if (sizes.some((size) => size > FILE_MAX_BYTES)) return { ...one.counts, files: 'too large' };
      const files = await Promise.all(
        names.map(async (path) => ({ name: path.slice(folder.length + 1), bytes: await readFile(path) })),
      );
      return { ...one.counts, files };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
