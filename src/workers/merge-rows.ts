import type { OutboxRow } from '../cases/outcome.js';

export type Render = (key: string, values: Record<string, string | number>) => string;

/** One message for several receipts of one chat: `已收到 #12 …（@老贺）、#13 …（@谭嫂子）。…`; a single row is itself. */
export function mergeRows(rows: OutboxRow[], render: Render): { text: string; mentions: string[] } {
  const mentions = [...new Set(rows.flatMap((row) => row.mentions))];
  const first = rows[0];
  if (!first) return { text: '', mentions };
  if (rows.length === 1 || !first.merge) return { text: first.text, mentions };
  const parts = rows.map((row) => row.merge?.part ?? row.text).join('、');
  return { text: render('receipt_many', { parts, tail: first.merge.tail }), mentions };
}
