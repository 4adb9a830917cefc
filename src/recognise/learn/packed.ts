import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** First bytes of every model file. */
const MAGIC = 'HUIYIN-MODEL\n';
const HASH_BYTES = 32;

/** A model file that cannot be used: cut short, changed, or of another version. The message says what to do. */
export class ModelFault extends Error {}

const Part = z.object({
  name: z.string(),
  type: z.enum(['i8', 'i32', 'f32']),
  length: z.int().nonnegative(),
});
const Head = z.object({
  format: z.literal(1),
  kind: z.string(),
  about: z.record(z.string(), z.unknown()),
  parts: z.array(Part),
});

export type Numbers = Int8Array | Int32Array | Float32Array;

/** A model as a file holds it: facts about it, and named lists of numbers. */
export interface PackedModel {
  /** What it is a model of, e.g. `village` or `classifier`. */
  kind: string;
  about: Record<string, unknown>;
  parts: Record<string, Numbers>;
}

const TYPES = { i8: Int8Array, i32: Int32Array, f32: Float32Array } as const;
const typeOf = (numbers: Numbers): keyof typeof TYPES =>
  numbers instanceof Int8Array ? 'i8' : numbers instanceof Int32Array ? 'i32' : 'f32';

/**
 * Magic, SHA-256 of the rest, length of the head, head as JSON, then the parts, deflated. Little-endian, as every
 * machine that Node runs on. The same model gives the same bytes.
 */
export function packModel(model: PackedModel): Buffer {
  const entries = Object.entries(model.parts);
  const head = {
    format: 1,
    kind: model.kind,
    about: model.about,
    parts: entries.map(([name, numbers]) => ({ name, type: typeOf(numbers), length: numbers.length })),
  };
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const body = deflateRawSync(
    Buffer.concat(entries.map(([, n]) => Buffer.from(n.buffer, n.byteOffset, n.byteLength))),
    { level: 9 },
  );
  const rest = Buffer.concat([size, json, body]);
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), createHash('sha256').update(rest).digest(), rest]);
}

/** Reads a model file. @throws ModelFault in one clear line */
export function unpackModel(bytes: Uint8Array, kind: string): PackedModel {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, MAGIC.length).toString('latin1') !== MAGIC)
    throw new ModelFault(
      'this is no Huiyin model file (its first bytes are others); train one with `huiyin train`',
    );
  const rest = file.subarray(MAGIC.length + HASH_BYTES);
  const hash = file.subarray(MAGIC.length, MAGIC.length + HASH_BYTES);
  if (!createHash('sha256').update(rest).digest().equals(hash))
    throw new ModelFault('the model file is cut short or was changed; copy it again, or train it anew');
  const end = 4 + rest.readUInt32LE(0);
  const head = Head.safeParse(JSON.parse(rest.subarray(4, end).toString('utf8')));
  if (!head.success)
    throw new ModelFault('the model file is of another version of Huiyin; train it anew with this one');
  if (head.data.kind !== kind)
    throw new ModelFault(`the file holds a model of kind "${head.data.kind}"; a "${kind}" is wanted here`);
  return {
    kind,
    about: head.data.about,
    parts: partsOf(inflateRawSync(rest.subarray(end)), head.data.parts),
  };
}

function partsOf(body: Buffer, parts: z.infer<typeof Part>[]): Record<string, Numbers> {
  const found: Record<string, Numbers> = {};
  let at = 0;
  for (const { name, type, length } of parts) {
    const bytes = length * TYPES[type].BYTES_PER_ELEMENT;
    const slice = new Uint8Array(bytes);
    slice.set(body.subarray(at, at + bytes));
    found[name] = new TYPES[type](slice.buffer);
    at += bytes;
  }
  return found;
}
