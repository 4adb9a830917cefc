/**
 * The inner loops of the choosing network (src/recognise/choose/net.ts, the only caller), compiled to WebAssembly for its
 * 128-bit lanes (`npm run kernel`). AssemblyScript. Sizes and the places of weights, inputs, hidden values and scores
 * stand as words at the memory's beginning, in the order of `Word`.
 */

const enum Word {
  LINE = 0,
  LINK = 4,
  MISSED = 8,
  HIDDEN = 12,
  LINE_IN = 16,
  LINE_OUT = 20,
  LINE_PLAIN = 24,
  LINK_LINE = 28,
  LINK_IN = 32,
  LINK_OUT = 36,
  LINK_PLAIN = 40,
  MISSED_LINE = 44,
  MISSED_IN = 48,
  MISSED_OUT = 52,
  MISSED_PLAIN = 56,
  X_LINE = 60,
  X_LINKS = 64,
  X_MISSED = 68,
  H_LINE = 72,
  H_BASE = 76,
  H_LINKS = 80,
  H_MISSED = 84,
  SCORES = 88,
}

const F32: usize = 4;
const LANES: usize = 16;

function word(at: usize): usize {
  return <usize>load<u32>(at);
}

/** Scores "nothing", "begins", then `links` and `missed` options whose inputs stand in their places. */
export function choose(links: u32, missed: u32): void {
  const bytes = word(Word.HIDDEN) * F32;
  const n = word(Word.LINE);
  const x = word(Word.X_LINE);
  const h = word(Word.H_LINE);
  const scores = word(Word.SCORES);
  memory.fill(h, 0, bytes);
  layer(word(Word.LINE_IN), x, n, h, bytes);
  for (let q: usize = 0; q < 2; q++) {
    const score = positive(word(Word.LINE_OUT) + q * bytes, h, bytes);
    store<f32>(scores + q * F32, score + dot(word(Word.LINE_PLAIN) + q * n * F32, x, n));
  }
  side(Word.LINK, Word.LINK_LINE, Word.X_LINKS, Word.H_LINKS, links, scores + 2 * F32);
  side(
    Word.MISSED,
    Word.MISSED_LINE,
    Word.X_MISSED,
    Word.H_MISSED,
    missed,
    scores + (2 + <usize>links) * F32,
  );
}

/** The options of one kind: what the line adds is the same for all of them. `parts`: its four matrices, in a row. */
function side(size: usize, parts: usize, inputs: usize, hiddens: usize, count: u32, scores: usize): void {
  if (count === 0) return;
  const bytes = word(Word.HIDDEN) * F32;
  const n = word(size);
  const base = word(Word.H_BASE);
  memory.fill(base, 0, bytes);
  layer(word(parts), word(Word.X_LINE), word(Word.LINE), base, bytes);
  for (let i: usize = 0; i < <usize>count; i++) {
    const x = word(inputs) + i * n * F32;
    const h = word(hiddens) + i * bytes;
    memory.copy(h, base, bytes);
    layer(word(parts + 4), x, n, h, bytes);
    store<f32>(scores + i * F32, positive(word(parts + 8), h, bytes) + dot(word(parts + 12), x, n));
  }
}

/** Adds input × matrix to `out`. Half of the inputs are flags that are down: they cost nothing. */
function layer(matrix: usize, x: usize, n: usize, out: usize, bytes: usize): void {
  const whole = bytes & ~(LANES - 1);
  for (let k: usize = 0; k < n; k++) {
    const value = load<f32>(x + k * F32);
    if (value === 0) continue;
    const from = matrix + k * bytes;
    const all = f32x4.splat(value);
    let j: usize = 0;
    for (; j < whole; j += LANES)
      v128.store(out + j, f32x4.add(v128.load(out + j), f32x4.mul(all, v128.load(from + j))));
    for (; j < bytes; j += F32) store<f32>(out + j, load<f32>(out + j) + value * load<f32>(from + j));
  }
}

/** The weighted sum of a hidden layer's positive parts. */
function positive(weights: usize, h: usize, bytes: usize): f32 {
  const whole = bytes & ~(LANES - 1);
  const zero = f32x4.splat(0);
  let sums = f32x4.splat(0);
  let j: usize = 0;
  for (; j < whole; j += LANES)
    sums = f32x4.add(sums, f32x4.mul(v128.load(weights + j), f32x4.max(v128.load(h + j), zero)));
  let sum = together(sums);
  for (; j < bytes; j += F32) sum += load<f32>(weights + j) * max<f32>(load<f32>(h + j), 0);
  return sum;
}

function dot(weights: usize, x: usize, n: usize): f32 {
  const bytes = n * F32;
  const whole = bytes & ~(LANES - 1);
  let sums = f32x4.splat(0);
  let j: usize = 0;
  for (; j < whole; j += LANES) sums = f32x4.add(sums, f32x4.mul(v128.load(weights + j), v128.load(x + j)));
  let sum = together(sums);
  for (; j < bytes; j += F32) sum += load<f32>(weights + j) * load<f32>(x + j);
  return sum;
}

function together(sums: v128): f32 {
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3))
  );
}
