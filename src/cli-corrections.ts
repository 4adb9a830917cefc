import { writeFile, rename, rm } from 'node:fs/promises';
import { withStores } from './cli-stores.js';
import { transcriptOf, type Correction, type CorrectionKind } from './cases/correction.js';
import { StartFault } from './main/fault.js';

type Print = (line: string) => void;

/** How people read the kinds. */
const MEANING: Record<CorrectionKind, string> = {
  picked: 'suggested, and confirmed (登记 1)',
  dropped: 'suggested, and no matter (不是 1)',
  joined: 'suggested, and part of a case (并入 1 #4)',
  voided: 'opened, and no matter (不是诉求 #3)',
  recategorised: 'opened in the wrong category (改类 #3)',
  registered: 'missed, and registered by quote (登记)',
};

/** `huiyin corrections`: how many there are of each kind, and since when. */
export async function countCorrections(print: Print): Promise<void> {
  await withStores(async (stores, _, __, { settings }) => {
    const all: Correction[] = [];
    for await (const one of stores.corrections.all()) all.push(one);
    printCounts(all, settings.correctionsDays, print);
  });
}

/** `huiyin corrections export --out FILE`: all of them as transcripts, JSON lines. @throws StartFault when FILE cannot be written */
export async function exportCorrections(file: string, print: Print): Promise<void> {
  await withStores(async (stores, _, __, { settings }) => {
    const all: Correction[] = [];
    for await (const one of stores.corrections.all()) all.push(one);
    const lines = all.flatMap(transcriptOf).map((line) => JSON.stringify(line));
    await writeWhole(file, lines.map((line) => `${line}\n`).join(''));
    printCounts(all, settings.correctionsDays, print);
    print(`${lines.length} lines written to ${file}`);
  });
}

function printCounts(all: Correction[], days: number, print: Print): void {
  const since = all[0] ? `, the oldest of ${new Date(all[0].at).toISOString().slice(0, 10)}` : '';
  print(`${all.length} corrections${since}; kept for ${days} days (corrections_days)`);
  for (const [kind, meaning] of Object.entries(MEANING)) {
    const count = all.filter((one) => one.kind === kind).length;
    if (count > 0) print(`${String(count).padStart(6)}  ${kind.padEnd(14)}${meaning}`);
  }
}

/** The whole file or none of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const partial = `${file}.part`;
  try {
    await writeFile(partial, text, { mode: 0o600 });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFault(`huiyin corrections: ${file} cannot be written: ${why}; choose another --out`);
  }
}
