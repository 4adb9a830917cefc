import type { OutboxRow } from '../cases/outcome.js';

export type Render = (key: string, values: Record<string, string | number>) => string;

/**
 * One message for several receipts of one chat: `已收到 #12 …（@老贺）、#13 …（@谭嫂子）。…`; a single row is itself. Those
 * with another date or another person stand on a line of their own: nobody is promised what holds for a neighbour.
 */
export function mergeRows(rows: OutboxRow[], render: Render): { text: string; mentions: string[] } {
  const mentions = [...new Set(rows.flatMap((row) => row.mentions))];
  const first = rows[0];
  if (!first) return { text: '', mentions };
  if (rows.length === 1 || !first.merge) return { text: first.text, mentions };
  const tails = [...new Set(rows.map((row) => row.merge?.tail ?? ''))];
  const lines = tails.map((tail) => {
    const parts = rows
      .filter((row) => (row.merge?.tail ?? '') === tail)
      .map((row) => row.merge?.part ?? row.text);
    return render('receipt_many', { parts: parts.join('、'), tail });
  });
  return { text: lines.join('\n'), mentions };
}
