import { writeFile } from 'node:fs/promises';
import { opinionPaper } from './cases/posts/opinion.js';
import { monthBefore, monthNamed, periodName, type Period } from './cases/posts/period.js';
import { render } from './cases/messages.js';
import { CATEGORIES, type Category } from './cases/words.js';
import { withStores } from './cli-stores.js';
import type { Config } from './config/shape.js';
import { StartFault } from './main/fault.js';
import { makeFile } from './papers/file.js';
import { gather, materialOf } from './workers/post-material.js';

export interface ReportFlags {
  month?: string;
  place: string;
  out: string;
}

/** `huiyin report`: the 社情民意信息 of a month as a Word document. @throws StartFault where an option makes no sense */
export async function writeReport(flags: ReportFlags, print: (line: string) => void): Promise<void> {
  if (!flags.out.toLowerCase().endsWith('.docx'))
    throw new StartFault('huiyin report: --out wants a name that ends in .docx');
  const named = flags.month === undefined ? null : monthOf(flags.month);
  await withStores(async (stores, directory, now, config) => {
    const { place } = flags;
    if (named !== null && named.from > now)
      throw new StartFault(`huiyin report: ${flags.month} has not begun yet; name a month up to now`);
    if (!directory.places.includes(place))
      throw new StartFault(
        `huiyin report: no place "${place}" in directory.yaml; write it as there, for example 店门镇`,
      );
    const period = named ?? monthBefore(now);
    const { county } = directory;
    const settings = { discreet: CATEGORIES.filter((one) => config.taxonomy.categories[one].private) };
    const counting = { cases: stores.cases, directory: () => directory, clock: { now: () => now }, settings };
    const material = materialOf(counting, await gather(counting, place, period), place, period);
    const say = (key: string, values: Record<string, string | number>): string => render(config.messages, key, values); // prettier-ignore
    const paper = opinionPaper(material, { place, county, period, say, categoryNames: namesOf(config) });
    await write(flags.out, (await makeFile({ kind: 'opinion', name: flags.out, paper })).bytes);
    print(`${periodName(period)}: ${material.figures.received} cases, ${material.topics.length} topics, written to ${flags.out}`); // prettier-ignore
  });
}

function monthOf(text: string): Period {
  const period = monthNamed(text);
  if (period === null)
    throw new StartFault(`huiyin report: "${text}" is no month; write it like --month 2026-05`);
  return period;
}

function namesOf({ taxonomy }: Config): Record<Category, string> {
  const names = CATEGORIES.map((one) => [one, taxonomy.categories[one].name]);
  return Object.fromEntries(names) as Record<Category, string>;
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { mode: 0o600 });
  } catch (error) {
    throw new StartFault(`huiyin report: ${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`); // prettier-ignore
  }
}
