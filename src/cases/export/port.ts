import type { Millis } from '../case.js';
import type { Month } from './month.js';

/** A month to be written for a chat. */
export interface ChatExport extends Month {
  format: 'xlsx' | 'csv';
  places: string[];
  /** The moment that it shows. */
  at: Millis;
  by: string;
}

/** The writer of tables, as the workers see it. */
export type ExportInChat = (wanted: ChatExport) => Promise<{
  cases: number;
  events: number;
  files: { name: string; bytes: Uint8Array }[] | 'too large';
}>;
