/** One thing wrong with the configuration, and how to mend it. Never holds a secret's value. */
export interface Fault {
  /** The file as the operator can open it, or `environment`. */
  file: string;
  /** From 1; null where no line can be named (a missing file, a variable). */
  line: number | null;
  /** Where in the file: `people[2].role`; a variable's name; '' for the whole file. */
  path: string;
  /** What is wrong. */
  what: string;
  /** What to do about it. */
  mend: string;
}

/** `config/directory.yaml:12 people[2].role: what is wrong; what to do` */
export function formatFault(fault: Fault): string {
  const where = fault.line === null ? fault.file : `${fault.file}:${fault.line}`;
  const path = fault.path === '' ? '' : ` ${fault.path}`;
  return `${where}${path}: ${fault.what}; ${fault.mend}`;
}

/** All faults as the start-up prints them before it ends with exit code 2: a heading and one line for each. */
export function formatFaults(faults: Fault[]): string {
  const heading =
    faults.length === 1 ? '1 fault in the configuration:' : `${faults.length} faults in the configuration:`;
  return [heading, ...faults.map((fault) => `  ${formatFault(fault)}`)].join('\n');
}

/** A fault of one environment variable. Its value is never part of the text: it can be a secret. */
export function envFault(name: string, what: string, mend: string): Fault {
  return { file: 'environment', line: null, path: name, what, mend };
}

/** The known word nearest to a misspelt one, when it is near enough to be meant; else null. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; distance: number } | null = null;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (best === null || distance < best.distance))
      best = { word: candidate, distance };
  }
  return best?.word ?? null;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return at(last, right.length);
}

function at(row: number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}
