import type { CorrectionTranscriptLine } from '../cases/correction.js';
import type { Figures } from '../recognise/evaluate.js';
import { compare, sameHeldOut, type Comparison } from '../recognise/no-worse.js';
import { replaceLocalModel, type LocalModelFiles } from './local-model.js';

export interface AdoptOptions {
  /** The county's labelled lines, as small transcripts; what stands around a corrected line is marked `context`. */
  corrections: CorrectionTranscriptLine[];
  /** Makes a model of the corpus and these lines. */
  train: (corrections: CorrectionTranscriptLine[]) => Promise<Uint8Array> | Uint8Array;
  /** What a model reaches on the held-out part of the corpus. */
  evaluate: (model: Uint8Array) => Promise<Figures> | Figures;
  /** What the model in use reaches there. */
  current: Figures;
  /** What the model that comes with the product reaches: small losses must not add up from one training to the next. */
  shipped: Figures;
  files: LocalModelFiles;
}

export type Adoption =
  | { result: 'adopted' | 'worse'; comparison: Comparison[]; bytes: number; corrections: number }
  | { result: 'nothing_to_learn' }
  | { result: 'not_comparable'; current: Figures; candidate: Figures };

/**
 * Trains the county's own model and adopts it only when it is no worse on the held-out part (no-worse.ts has the rules).
 * In every other case the files stay as they were.
 */
export async function adoptLocal(options: AdoptOptions): Promise<Adoption> {
  const { corrections, current, shipped, files } = options;
  const labelled = corrections.filter((line) => !line.context).length;
  if (labelled === 0) return { result: 'nothing_to_learn' };
  const bytes = await options.train(corrections);
  const candidate = await options.evaluate(bytes);
  for (const other of [current, shipped])
    if (!sameHeldOut(candidate, other)) return { result: 'not_comparable', current: other, candidate };
  const here = compare(candidate, current);
  const comparison = [...here, ...behindShipped(compare(candidate, shipped), here)];
  const made = { comparison, bytes: bytes.length, corrections: labelled };
  if (!comparison.every((one) => one.ok)) return { result: 'worse', ...made };
  await replaceLocalModel(files, bytes);
  return { result: 'adopted', ...made };
}

/** What would stand beside the model in use, and still be worse than the product's own. */
function behindShipped(there: Comparison[], here: Comparison[]): Comparison[] {
  return there
    .filter((one, i) => !one.ok && here[i]?.ok === true)
    .map((one) => ({ ...one, name: `${one.name} *` }));
}

/** The same for people, line by line. */
export function adoptionReport(adoption: Adoption, files: LocalModelFiles): string[] {
  switch (adoption.result) {
    case 'nothing_to_learn':
      return ['No corrections yet: nothing to learn from. The model in use stays.'];
    case 'not_comparable':
      return [
        `Not adopted: measured on other lines than the model in use (${adoption.candidate.messages} messages against ${adoption.current.messages}).`,
        'Is the held-out part of the corpus complete? The model in use stays.',
      ];
    case 'worse':
      return [...table(adoption.comparison), `Not adopted: worse in ${worse(adoption.comparison)}. The model in use stays.`]; // prettier-ignore
    case 'adopted':
      return [
        ...table(adoption.comparison),
        `Adopted, from ${adoption.corrections} corrections: ${files.model} (${Math.ceil(adoption.bytes / 1024)} kB). It serves from the next start.`,
        `The one before, if there was one: ${files.previous}. To go back, put it in the place of the other.`,
      ];
  }
}

function table(comparison: Comparison[]): string[] {
  const row = (name: string, ...cells: string[]): string =>
    `${name.padEnd(30)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  const head = row('on the held-out groups', 'in use', 'new', 'may lose');
  const rows = comparison.map(({ name, current, candidate, give, ok }) =>
    `${row(name, current.toFixed(1), candidate.toFixed(1), give.toFixed(1))}  ${ok ? '' : 'worse'}`.trimEnd(),
  );
  const shipped = comparison.some((one) => one.name.endsWith('*'));
  return [head, ...rows, ...(shipped ? ['* beside the model that comes with the product'] : [])];
}

function worse(comparison: Comparison[]): string {
  return comparison
    .filter((one) => !one.ok)
    .map((one) => one.name)
    .join(', ');
}
