import { z } from 'zod';
import { ChoiceNet, netParts, type NetPart, type NetShape, type NetWeights } from '../choose/net.js';
import { COLUMNS } from '../learn/heads.js';
import { ModelFault, packModel, unpackModel, type Numbers } from '../learn/packed.js';
import type { RowsData } from '../learn/rows.js';
import { TextModel } from '../learn/text-model.js';
import { HASH_BITS } from '../text/grams.js';
import { COMMON_PLACES } from '../text/pairs.js';
import { Thresholds } from './thresholds.js';

/** Everything that training leaves behind. */
export interface VillageModelData {
  /** Name with a digest of the corpus: stands with every case that it opened. */
  version: string;
  /** SHA-256 of the corpus that it learnt from. */
  corpus: string;
  rows: RowsData;
  /** How much a shared pair of characters says, by its place (pairs.ts), in hundredths. */
  rarity: Int8Array;
  net: ChoiceNet;
  thresholds: Thresholds;
}

/** The model of village talk, ready to read rooms. */
export interface VillageModel {
  version: string;
  text: TextModel;
  rarity: Float32Array;
  net: ChoiceNet;
  thresholds: Thresholds;
}

const KIND = 'village';
const Shape = z.object({ line: z.int(), link: z.int(), missed: z.int(), hidden: z.int() });
const About = z.object({
  version: z.string(),
  corpus: z.string(),
  columns: z.literal(COLUMNS),
  shape: Shape,
  thresholds: Thresholds,
});

export function readyModel(data: VillageModelData): VillageModel {
  const { version, net, thresholds } = data;
  return {
    version,
    net,
    thresholds,
    text: new TextModel(data.rows),
    rarity: Float32Array.from(data.rarity, (x) => x / 100),
  };
}

export function packVillage(data: VillageModelData): Buffer {
  const { rows, net, version, corpus, thresholds } = data;
  const about = { version, corpus, columns: rows.columns, shape: net.shape, thresholds };
  return packModel({
    kind: KIND,
    about,
    parts: {
      ...rowParts(rows),
      rarity: data.rarity,
      ...net.weights,
    },
  });
}

/** @throws ModelFault when the bytes are no model of this version */
export function unpackVillage(bytes: Uint8Array): VillageModelData {
  const { about, parts } = unpackModel(bytes, KIND);
  const head = About.safeParse(about);
  if (!head.success)
    throw new ModelFault(
      'the model file is of another version of Huiyin; train it anew with `npm run train`',
    );
  const { version, corpus, shape, thresholds } = head.data;
  const rows = rowsOf(parts);
  const rarity = part(parts, 'rarity', Int8Array, COMMON_PLACES);
  return { version, corpus, rows, rarity, thresholds, net: new ChoiceNet(shape, weightsOf(parts, shape)) };
}

function rowParts({ hashes, weights, scales, bias, columns }: RowsData): Record<string, Numbers> {
  const steps = hashes.map((hash, i) => hash - (i === 0 ? 0 : (hashes[i - 1] ?? 0)));
  return { steps, weights: byColumn(weights, columns), scales, bias };
}

function rowsOf(parts: Record<string, Numbers>): RowsData {
  const steps = part(parts, 'steps', Int32Array, null);
  let hash = 0;
  const hashes = steps.map((step) => (hash += step));
  if (steps.some((step, i) => step < (i === 0 ? 0 : 1)) || hash >= 1 << HASH_BITS)
    throw new ModelFault('the model file\'s part "steps" is out of order; train it anew');
  return {
    columns: COLUMNS,
    hashes,
    weights: byRow(part(parts, 'weights', Int8Array, hashes.length * COLUMNS), COLUMNS),
    scales: part(parts, 'scales', Float32Array, COLUMNS),
    bias: part(parts, 'bias', Float32Array, COLUMNS),
  };
}

function weightsOf(parts: Record<string, Numbers>, shape: NetShape): NetWeights {
  const weights = {} as NetWeights;
  for (const [name, size] of Object.entries(netParts(shape)) as [NetPart, number][])
    weights[name] = part(parts, name, Float32Array, size);
  return weights;
}

/** Columns one after the other: alike numbers stand together and pack well. */
function byColumn(weights: Int8Array, columns: number): Int8Array {
  return turned(weights, weights.length / columns, columns);
}

function byRow(weights: Int8Array, columns: number): Int8Array {
  return turned(weights, columns, weights.length / columns);
}

/** A matrix of `rows × columns` turned on its side. */
function turned(matrix: Int8Array, rows: number, columns: number): Int8Array {
  const out = new Int8Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < columns; k++) out[k * rows + row] = matrix[row * columns + k] as number;
  return out;
}

function part<T extends Numbers>(
  parts: Record<string, Numbers>,
  name: string,
  type: new (length: number) => T,
  length: number | null,
): T {
  const found = parts[name];
  if (found instanceof type && (length === null || found.length === length)) return found;
  throw new ModelFault(`the model file lacks its part "${name}" or holds it in another size; train it anew`);
}
