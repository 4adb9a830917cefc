/**
 * Lines into messages of at most `maxChars` characters, never in the middle of a line (one line is one case). A heading
 * (a line that ends with a colon) stays with the line after it. From the second message on each begins with `again`.
 * A line that is longer than a whole message is not cut: it goes alone.
 */
export function splitLines(lines: readonly string[], maxChars: number, again = ''): string[] {
  const messages: string[][] = [];
  for (const block of blocks(lines)) {
    const last = messages.at(-1);
    if (last !== undefined && length([...last, ...block]) <= maxChars) last.push(...block);
    else messages.push(last === undefined || again === '' ? block : [again, ...block]);
  }
  return messages.map((message) => message.join('\n'));
}

function blocks(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let headings: string[] = [];
  for (const line of lines) {
    headings.push(line);
    if (/[：:]$/.test(line)) continue;
    found.push(headings);
    headings = [];
  }
  return headings.length > 0 ? [...found, headings] : found;
}

function length(lines: string[]): number {
  return [...lines.join('\n')].length;
}
