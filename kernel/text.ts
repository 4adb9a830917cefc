/**
 * The inner loops of reading a line, compiled to WebAssembly for its 128-bit lanes (`npm run kernel`): from the codes and
 * sounds of a text to the sums of its features' weights. The same features, hashes and sums as src/recognise/text/grams.ts
 * and a plain loop over the rows give; a test compares them. AssemblyScript; memory as laid out in
 * src/recognise/learn/kernel.ts, which is the only caller and checks every length.
 */

const CHARS: usize = 0;
const SOUNDS: usize = 2048;
const OWN: usize = 4096;
const FOUND: usize = 8192;
const SUMS: usize = 40960;
const TABLE: usize = 41216;
const ROWS: usize = TABLE + ((1 << 16) << 3);

const TYPE_BYTES: usize = 8;
const LABEL_BYTES: usize = 24;

const ONE: u32 = 1;
const TWO: u32 = 2;
const THREE: u32 = 3;
const SOUND_TWO: u32 = 12;
const START: u32 = 1;
const END: u32 = 2;
const HASH_SHIFT: u32 = 32 - 21;
/** So many signed bytes can be added up in 16 bits. */
const BLOCK: u32 = 255;

/** Rows found for the text read last. */
let found: u32 = 0;
/** Rows in all: the labels' weights lie behind the types'. */
let rows: u32 = 0;

export function begin(count: u32): void {
  rows = count;
}

function hashed(space: u32, a: u32, b: u32, c: u32): u32 {
  let h: u32 = (space * 0x9e3779b1) ^ ((a + 1) * 0x85ebca6b);
  h = (h ^ (h >>> 15)) * 0x27d4eb2f + (b + 1) * 0x165667b1;
  h = (h ^ (h >>> 13)) * 0xc2b2ae35 + (c + 1) * 0x5bd1e995;
  h = (h ^ (h >>> 16)) * 0x9e3779b1;
  return (h ^ (h >>> 15)) >>> HASH_SHIFT;
}

/** Notes the row of a feature, if it has one. */
function look(id: u32): void {
  const at: usize = TABLE + ((id >>> 5) << 3);
  const word = load<u32>(at);
  const bit: u32 = id & 31;
  if (((word >>> bit) & 1) === 0) return;
  const row = load<u32>(at, 4) + <u32>popcnt(word & ((1 << bit) - 1));
  store<u32>(FOUND + (found << 2), row);
  found++;
}

/** Reads `n` characters (and their sounds) and `own` features hashed by the caller; the number of features. */
export function read(n: u32, own: u32): u32 {
  found = 0;
  let a: u32 = 0;
  let b: u32 = START;
  let before: u32 = 0;
  let features: u32 = 1 + own;
  look(hashed(ONE, START, 0, 0));
  for (let i: u32 = 0; i <= n; i++) {
    const last = i === n;
    const code: u32 = last ? END : load<u16>(CHARS + (i << 1));
    const c: u32 = code - 0x30 < 10 ? 0x30 : code;
    look(hashed(ONE, c, 0, 0));
    look(hashed(TWO, b, c, 0));
    features += 2;
    if (a !== 0) {
      look(hashed(THREE, a, b, c));
      features++;
    }
    const sound: u32 = last ? 0 : load<u16>(SOUNDS + (i << 1));
    if (sound !== 0 && before !== 0) {
      look(hashed(SOUND_TWO, before, sound, 0));
      features++;
    }
    before = sound;
    a = b;
    b = c;
  }
  for (let i: u32 = 0; i < own; i++) look(load<u32>(OWN + (i << 2)));
  return features;
}

/** Rows found by the last `read`. */
export function rowsFound(): u32 {
  return found;
}

/** Sums the eight columns of the line's types over all rows found into SUMS. */
export function sumTypes(): void {
  for (let start: u32 = 0; ;) {
    let sum = i16x8.splat(0);
    const end = min(found, start + BLOCK);
    for (let i = start; i < end; i++) sum = i16x8.add(sum, v128.load_ext<i8>(ROWS + rowAt(i) * TYPE_BYTES));
    put(SUMS, sum, start === 0);
    start = end;
    if (start === found) return;
  }
}

/** Sums the twenty-four columns of its labels. */
export function sumLabels(): void {
  const from: usize = ROWS + <usize>rows * TYPE_BYTES;
  for (let start: u32 = 0; ;) {
    let one = i16x8.splat(0);
    let two = i16x8.splat(0);
    let three = i16x8.splat(0);
    const end = min(found, start + BLOCK);
    for (let i = start; i < end; i++) {
      const at = from + rowAt(i) * LABEL_BYTES;
      one = i16x8.add(one, v128.load_ext<i8>(at));
      two = i16x8.add(two, v128.load_ext<i8>(at, 8));
      three = i16x8.add(three, v128.load_ext<i8>(at, 16));
    }
    put(SUMS, one, start === 0);
    put(SUMS + 32, two, start === 0);
    put(SUMS + 64, three, start === 0);
    start = end;
    if (start === found) return;
  }
}

function rowAt(i: u32): usize {
  return <usize>load<u32>(FOUND + (i << 2));
}

/** Eight sums of a block of rows: the first block's as they are, the next ones' added. */
function put(to: usize, sum: v128, first: bool): void {
  const low = i32x4.extend_low_i16x8_s(sum);
  const high = i32x4.extend_high_i16x8_s(sum);
  v128.store(to, first ? low : i32x4.add(v128.load(to), low));
  v128.store(to, first ? high : i32x4.add(v128.load(to, 16), high), 16);
}
