import { localDate } from './cases/calendar.js';
import { lineHolds, type RecordBook, type RecordHead, type RecordLine } from './cases/record.js';
import { withStores } from './cli-stores.js';
import { StartFault } from './main/fault.js';
import { DamagedError } from './store/store-error.js';

type Print = (line: string) => void;

/** Walks the record and names its first broken entry. Resolves with the exit code. */
export async function verifyRecord(record: RecordBook, print: Print): Promise<number> {
  const end = await record.head();
  const months = await record.months();
  let last: RecordHead | null = null;
  let count = 0;
  try {
    for await (const { month, line } of inOrder(record, months)) {
      // What is written while this walks belongs to the next walk.
      if (line.seq > end.seq) break;
      if (!lineHolds(line, last)) return broken(print, (last?.seq ?? line.seq - 1) + 1, month);
      last = line;
      count += 1;
    }
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    print(`record: an entry after ${last?.seq ?? 0} cannot be read: ${error.message}`);
    return 1;
  }
  if ((last?.seq ?? 0) !== end.seq || (last?.hash ?? '') !== end.hash) {
    print(`record: it breaks off after entry ${last?.seq ?? 0}; ${end.seq} were written`);
    return 1;
  }
  print(`record: ${count} entries in ${months.length} months: whole`);
  return 0;
}

function broken(print: Print, seq: number, month: string): number {
  print(`record: entry ${seq} (${month}) is not as it was written`);
  return 1;
}

/** All months as the one chain that they are: what was said on the last day may be written after the first of the next. */
async function* inOrder(
  record: RecordBook,
  months: string[],
): AsyncIterable<{ month: string; line: RecordLine }> {
  const open = months.map((month) => ({ month, lines: record.month(month)[Symbol.asyncIterator]() }));
  const heads: { month: string; line: RecordLine; lines: AsyncIterator<RecordLine> }[] = [];
  const advance = async (month: string, lines: AsyncIterator<RecordLine>): Promise<void> => {
    const next = await lines.next();
    if (next.done !== true) heads.push({ month, line: next.value, lines });
  };
  for (const { month, lines } of open) await advance(month, lines);
  while (heads.length > 0) {
    const at = heads.reduce((best, one, i) => (one.line.seq < (heads[best]?.line.seq ?? 0) ? i : best), 0);
    const [first] = heads.splice(at, 1);
    if (!first) return;
    yield first;
    await advance(first.month, first.lines);
  }
}

/** `huiyin audit show --month 2026-05 [--person NAME]`. @throws StartFault when the month is none */
export async function showRecord(options: { month: string; person?: string }, print: Print): Promise<void> {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(options.month))
    throw new StartFault(`huiyin audit show: "${options.month}" is no month; write --month 2026-05`);
  await withStores(async (stores) => {
    let count = 0;
    for await (const line of stores.record.month(options.month)) {
      if (options.person !== undefined && !isBy(line, options.person)) continue;
      print(inWords(line));
      count += 1;
    }
    print(`${count} entries in ${options.month}`);
  });
}

function isBy({ by }: RecordLine, person: string): boolean {
  return by.name === person || by.id === person;
}

/** `2026-05-02 10:02  #17  周小满  resolve  店门镇/石门社区#3  ok` */
function inWords(line: RecordLine): string {
  const { year, month, day, hour, minute } = localDate(line.at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const when = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
  const detail = Object.entries(line.detail).map(([key, value]) => `${key}=${value}`);
  const who = line.by.name || line.by.id || 'a villager';
  const what = line.kind === 'command' ? line.verb : `${line.kind} ${line.verb}`;
  return [when, `#${line.seq}`, who, what, line.case ?? '-', line.outcome, ...detail].join('  ');
}
