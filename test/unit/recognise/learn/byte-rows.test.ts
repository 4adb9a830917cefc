import fc from 'fast-check';
import { ByteRows } from '../../../../src/recognise/learn/byte-rows.js';

const byte = fc.integer({ min: -128, max: 127 });

/** Column by column, as one would write it. */
function plainSums(weights: Int8Array, columns: number, found: number[]): number[] {
  return Array.from({ length: columns }, (_, k) =>
    found.reduce((sum, row) => sum + (weights[row * columns + k] ?? 0), 0),
  );
}

describe('rows of packed bytes', () => {
  it.each([8, 30, 1, 33])('sum exactly as plain bytes do, with %i columns', (columns) => {
    const rows = fc.array(fc.array(byte, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(), { maxLength: 700 }), (table, picks) => {
        const weights = Int8Array.from(table.flat());
        const found = picks.map((pick) => pick % table.length);
        const out = new Float32Array(columns);
        new ByteRows(weights, columns).sum(Int32Array.from(found), found.length, out);
        expect([...out]).toEqual(plainSums(weights, columns, found));
      }),
      { numRuns: 60 },
    );
  }); // prettier-ignore

  it('bear the heaviest rows, however many', () => {
    for (const weight of [127, -128]) {
      const rows = new ByteRows(new Int8Array(8).fill(weight), 8);
      const out = new Float32Array(8);
      rows.sum(new Int32Array(10_000), 10_000, out);
      expect([...out]).toEqual(Array<number>(8).fill(weight * 10_000));
    }
  });
});
