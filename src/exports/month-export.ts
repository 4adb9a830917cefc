import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Millis } from '../cases/case.js';
import { momentText, monthSpan, type Month } from '../cases/export/month.js';
import { CASE_COLUMNS, caseRow, EVENT_COLUMNS, eventRow, type Cell, type ExportView } from '../cases/export/rows.js'; // prettier-ignore
import { asOf, type CaseHistories, type Snapshot } from '../cases/export/snapshot.js';
import { RATE_COLUMNS, Tally } from '../cases/export/tally.js';
import { during } from '../cases/rates.js';
import { csvParts } from './csv.js';
import { writeXlsx, type Sheet } from './xlsx.js';

/** What is exported, for whom. */
export interface ExportJob {
  month: Month;
  /** The places, in the order of the table of figures. Sealed cases have none. */
  places: string[];
  /** The moment that the export shows: what happens later is not in it. */
  at: Millis;
  county: string;
  /** Who exports, as the first line says. */
  by: string;
  view: ExportView;
  source: CaseHistories;
  /** Told after each page. */
  progress?: (counts: ExportCounts) => void;
}

export interface ExportCounts {
  /** Places read so far; each is read twice, for the cases and for what happened to them. */
  places: number;
  cases: number;
  events: number;
}

/** A county's month as three tables: its cases, what happened to them, the figures. One moment, however long it takes. */
export class MonthExport {
  readonly counts: ExportCounts = { places: 0, cases: 0, events: 0 };
  private readonly figures: Cell[][] = [];

  constructor(private readonly job: ExportJob) {}

  /** To be written in this order: the figures are counted while the cases pass. */
  sheets(): [cases: Sheet, events: Sheet, figures: Sheet] {
    return [
      { name: '诉求', head: [[this.title()], CASE_COLUMNS], rows: this.cases() },
      { name: '经过', head: [[this.title()], EVENT_COLUMNS], rows: this.events() },
      { name: '数据', head: [[this.title()], RATE_COLUMNS], rows: this.rates() },
    ];
  }

  async xlsx(out: Writable): Promise<void> {
    await writeXlsx(this.sheets(), out);
  }

  /** `衡岭县 2026年5月　县办 2026-06-01 09:00 导出……` */
  private title(): string {
    const { month, county, by, at, view } = this.job;
    const hidden = view.full ? '含个人信息，请妥善保管' : '个人信息已遮盖';
    return `${county} ${month.year}年${month.month}月　${by} ${momentText(at)} 导出，到这一刻为止。不含检举控告，${hidden}。`;
  }

  private async *cases(): AsyncIterable<Cell[]> {
    const span = monthSpan(this.job.month);
    const total = new Tally(span, this.job.at);
    for (const place of this.job.places) {
      const here = new Tally(span, this.job.at);
      for await (const page of this.snapshots(place)) {
        const cases = page.map((one) => one.case);
        here.add(cases);
        total.add(cases);
        this.counts.cases += page.length;
        for (const one of page) yield caseRow(one, this.job.view);
        this.job.progress?.(this.counts);
      }
      this.counts.places += 1;
      this.figures.push(here.row(place));
    }
    this.figures.push(total.row('合计'));
  }

  private async *events(): AsyncIterable<Cell[]> {
    const span = monthSpan(this.job.month);
    for (const place of this.job.places) {
      for await (const page of this.snapshots(place)) {
        for (const one of page) {
          for (const event of one.events) {
            if (!during(event.at, span)) continue;
            this.counts.events += 1;
            yield eventRow(one, event, this.job.view);
          }
        }
        this.job.progress?.(this.counts);
      }
      this.counts.places += 1;
    }
  }

  private async *rates(): AsyncIterable<Cell[]> {
    yield* this.figures;
  }

  /** Cases to which something happened in the month, as they stood at the moment of the export. */
  private async *snapshots(place: string): AsyncIterable<Snapshot[]> {
    const { source, at } = this.job;
    const span = monthSpan(this.job.month);
    for await (const page of source.histories(place, span.from, Math.min(at, span.to - 1))) {
      const then = page.map(({ events }) => asOf(events, at)).filter((one) => one !== null);
      yield then.filter((one) => !one.case.sealed && one.events.some((event) => during(event.at, span)));
    }
  }
}

/** The files that an export makes: one workbook, or three tables beside each other. @returns their names */
export async function writeExport(one: MonthExport, file: string): Promise<string[]> {
  if (file.endsWith('.xlsx')) {
    await writeWhole(file, (out) => one.xlsx(out));
    return [file];
  }
  const base = file.replace(/\.csv$/u, '');
  const files = [`${base}.csv`, `${base}-events.csv`, `${base}-rates.csv`];
  for (const [i, sheet] of one.sheets().entries())
    await writeWhole(files[i] ?? '', (out) => pipeline(Readable.from(csvParts(sheet)), out));
  return files;
}

/** The whole file or none of it, readable by its owner alone. */
async function writeWhole(file: string, write: (out: Writable) => Promise<void>): Promise<void> {
  const part = `${file}.part`;
  try {
    await write(createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
