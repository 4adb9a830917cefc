import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { within } from './cases/directory.js';
import { isFuture, monthKey, parseMonth } from './cases/export/month.js';
import { withStores } from './cli-stores.js';
import { exportView } from './main/export-view.js';
import { StartFault } from './main/fault.js';
import { MonthExport, writeExport, type ExportCounts } from './exports/month-export.js';

export interface ExportFlags {
  month: string;
  out: string;
  place?: string;
  json?: true;
}
type Print = (line: string) => void;

/** `huiyin export`. @throws StartFault on what the operator can mend */
export async function exportMonth(
  flags: ExportFlags,
  print: Print,
  terminal: NodeJS.WriteStream,
): Promise<void> {
  const month = parseMonth(flags.month);
  if (!month) throw fault(`"${flags.month}" is no month; write --month 2026-05`);
  if (!/\.(?:xlsx|csv)$/u.test(flags.out)) throw fault(`--out wants a name that ends in .xlsx or .csv`);
  await checkFolder(flags.out);
  await withStores(async (stores, directory, now, config) => {
    // By the product's clock, which a simulated village may have put on.
    if (isFuture(month, now)) throw fault(`${flags.month} has not begun yet; name a month up to now`);
    const all = (await stores.cases.places()).sort();
    const area = flags.place ?? '';
    const places = all.filter((place) => within(place, area));
    if (area !== '' && places.length === 0 && !directory.places.includes(area))
      throw fault(`there is no place "${area}"; a place is written like 店门镇/石门社区`);
    const bar = progressBar(terminal, places.length);
    const view = exportView(config);
    const { county } = directory;
    const job = { month, places, at: now, county, by: '命令行', view, source: stores.histories };
    const one = new MonthExport({ ...job, progress: bar.show });
    const files = await writeExport(one, flags.out).finally(bar.clear);
    const { cases, events } = one.counts;
    await stores.record.append({
      op: `export:cli:${process.pid}:${performance.timeOrigin}`,
      kind: 'export',
      at: now,
      by: { id: 'cli', name: '' },
      verb: flags.out.endsWith('.csv') ? 'csv' : 'xlsx',
      case: null,
      outcome: 'ok',
      detail: { month: monthKey(month), place: area, cases, events, full: view.full ? 1 : 0 },
    });
    const summary = { month: monthKey(month), place: area, places: places.length, cases, events, files };
    if (flags.json) print(JSON.stringify(summary));
    else print(`${monthKey(month)}: ${cases} cases, ${events} events, ${places.length} places → ${files.join(', ')}`); // prettier-ignore
  });
}

async function checkFolder(file: string): Promise<void> {
  const folder = dirname(file);
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw fault(`cannot write into ${folder}: name a folder that exists and that you may write to`);
  }
  const known = await stat(file).catch(() => null);
  if (known?.isDirectory()) throw fault(`${file} is a folder; name a file`);
}

function fault(what: string): StartFault {
  return new StartFault(`huiyin export: ${what}`);
}

const EVERY_MS = 100;
const WIDTH = 24;

/** One line that is written over and over, where somebody watches. */
function progressBar(
  terminal: NodeJS.WriteStream,
  places: number,
): { show: (counts: ExportCounts) => void; clear: () => void } {
  if (!terminal.isTTY) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  return {
    show(counts) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      const share = places === 0 ? 1 : counts.places / (2 * places);
      const full = Math.min(WIDTH, Math.round(share * WIDTH));
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      terminal.write(`\r${bar} ${counts.cases} cases, ${counts.events} events `);
    },
    clear: () => void terminal.write('\r\u001b[K'),
  };
}
