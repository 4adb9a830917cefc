import { z } from 'zod';
import { ChoiceNet, netParts, type NetPart, type NetShape, type NetWeights } from '../choose/net.js';
import { COLUMNS } from '../learn/heads.js';
import { ModelFault, packModel, unpackModel, type Numbers } from '../learn/packed.js';
import type { RowsData } from '../learn/rows.js';
import { TextModel } from '../learn/text-model.js';
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
  const { hashes, weights, scales, bias } = rows;
  const about = { version, corpus, columns: rows.columns, shape: net.shape, thresholds };
  const steps = hashes.map((hash, i) => hash - (i === 0 ? 0 : (hashes[i - 1] ?? 0)));
  return packModel({
    kind: KIND,
    about,
    parts: {
      steps,
      weights: byColumn(weights, rows.columns),
      scales,
      bias,
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
  const { version, corpus, shape, thresholds, columns } = head.data;
  const steps = part(parts, 'steps', Int32Array, null);
  let hash = 0;
  const hashes = steps.map((step) => (hash += step));
  const rows: RowsData = {
    columns,
    hashes,
    weights: byRow(part(parts, 'weights', Int8Array, hashes.length * columns), columns),
    scales: part(parts, 'scales', Float32Array, columns),
    bias: part(parts, 'bias', Float32Array, columns),
  };
  const rarity = part(parts, 'rarity', Int8Array, COMMON_PLACES);
  return { version, corpus, rows, rarity, thresholds, net: new ChoiceNet(shape, weightsOf(parts, shape)) };
}

function weightsOf(parts: Record<string, Numbers>, shape: NetShape): NetWeights {
  const weights = {} as NetWeights;
  for (const [name, size] of Object.entries(netParts(shape)) as [NetPart, number][])
    weights[name] = part(parts, name, Float32Array, size);
  return weights;
}

/** Columns one after the other: alike numbers stand together and pack well. */
function byColumn(weights: Int8Array, columns: number): Int8Array {
  const rows = weights.length / columns;
  return Int8Array.from(weights, (_, i) => weights[(i % rows) * columns + Math.floor(i / rows)] ?? 0);
}

function byRow(weights: Int8Array, columns: number): Int8Array {
  const rows = weights.length / columns;
  return Int8Array.from(weights, (_, i) => weights[(i % columns) * rows + Math.floor(i / columns)] ?? 0);
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
