import { alternate } from '../../../bench/lib/rounds.mjs';

describe('rounds of a comparison', () => {
  it('takes the sides in turn, the order turned over, and throws the warm-up away', async () => {
    const order = [];
    const side = (name) => (round) => {
      order.push(`${name}${round}`);
      return round;
    };
    const results = await alternate({ a: side('a'), b: side('b') }, 2, 1);
    expect(order).toEqual(['b-1', 'a-1', 'a0', 'b0', 'b1', 'a1']);
    expect(results).toEqual({ a: [0, 1], b: [0, 1] });
  });
});
