import { z } from 'zod';
import { ModelFault, packModel, unpackModel, type Numbers } from '../packed.js';
import type { ClassifierData } from './classifier.js';
import type { ExpertData } from './expert.js';

const KIND = 'classifier';
const VERSION = 1;
const About = z.object({
  version: z.literal(VERSION),
  fields: z.array(z.string()).min(1),
  classes: z.array(z.string()).min(2),
  whole: z.boolean(),
});

/** A classifier as the bytes of a model file (packed.ts). */
export function packClassifier({ fields, classes, first, whole }: ClassifierData): Buffer {
  return packModel({
    kind: KIND,
    about: { version: VERSION, fields, classes, whole: whole !== null },
    parts: { ...partsOf('first', first), ...(whole ? partsOf('whole', whole) : {}) },
  });
}

/** Reads a classifier from a model file. @throws ModelFault in one clear line */
export function unpackClassifier(bytes: Uint8Array): ClassifierData {
  const { about, parts } = unpackModel(bytes, KIND);
  const known = About.safeParse(about);
  if (!known.success)
    throw new ModelFault('the model file is of another version of Huiyin; train it anew with this one');
  const { fields, classes, whole } = known.data;
  return {
    fields,
    classes,
    first: expertOf('first', parts, classes.length),
    whole: whole ? expertOf('whole', parts, classes.length) : null,
  };
}

function partsOf(name: string, { linear, nets }: ExpertData): Record<string, Numbers> {
  return {
    [`${name}.keys`]: linear.space.keys,
    [`${name}.rarity`]: linear.space.rarity,
    [`${name}.weights`]: linear.rows.weights,
    [`${name}.scales`]: linear.rows.scales,
    [`${name}.bias`]: linear.bias,
    [`${name}.nets.keys`]: nets.space.keys,
    [`${name}.nets.rarity`]: nets.space.rarity,
    [`${name}.nets.weights`]: nets.rows.weights,
    [`${name}.nets.scales`]: nets.rows.scales,
    [`${name}.nets.hiddenBias`]: nets.hiddenBias,
    [`${name}.nets.top`]: nets.top,
    [`${name}.nets.topBias`]: nets.topBias,
  };
}

function expertOf(name: string, parts: Record<string, Numbers>, classes: number): ExpertData {
  const list = <T extends Numbers>(part: string, type: new () => T): T => {
    const numbers = parts[`${name}.${part}`];
    if (numbers instanceof type) return numbers;
    throw new ModelFault(`the model file lacks its part ${name}.${part}; train it anew`);
  };
  const floats = (part: string): Float32Array => list(part, Float32Array);
  const space = (at: string): ExpertData['linear']['space'] => ({
    keys: list(`${at}keys`, Int32Array),
    rarity: floats(`${at}rarity`),
  });
  const hiddenBias = floats('nets.hiddenBias');
  return {
    linear: {
      space: space(''),
      rows: { width: classes, weights: list('weights', Int8Array), scales: floats('scales') },
      bias: floats('bias'),
    },
    nets: {
      space: space('nets.'),
      rows: {
        width: hiddenBias.length,
        weights: list('nets.weights', Int8Array),
        scales: floats('nets.scales'),
      },
      hiddenBias,
      top: floats('nets.top'),
      topBias: floats('nets.topBias'),
    },
  };
}
