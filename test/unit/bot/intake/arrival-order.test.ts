import fc from 'fast-check';
import { ArrivalOrder } from '../../../../src/bot/intake/arrival-order.js';

function orderOf(...ids: string[]): ArrivalOrder<string> {
  const order = new ArrivalOrder<string>();
  for (const id of ids) order.add(id);
  return order;
}

describe('ArrivalOrder', () => {
  it('holds back what came later until all before it is there', () => {
    const order = orderOf('a', 'b', 'c');
    expect(order.ready('c', 'C')).toEqual([]);
    expect(order.ready('b', 'B')).toEqual([]);
    expect(order.head).toBe('a');
    expect(order.ready('a', 'A')).toEqual(['A', 'B', 'C']);
    expect(order.size).toBe(0);
    expect(order.head).toBeNull();
  });

  it('lets the others go when one is passed over, and that one when it comes', () => {
    const order = orderOf('a', 'b', 'c');
    expect(order.ready('b', 'B')).toEqual([]);
    expect(order.passOver('a')).toEqual(['B']);
    expect(order.head).toBe('c');
    expect(order.has('a')).toBe(true);
    expect(order.ready('a', 'A')).toEqual(['A']);
    expect(order.ready('c', 'C')).toEqual(['C']);
    expect(order.has('a')).toBe(false);
  });

  it('frees what stood behind one that will never be read, early or late', () => {
    const order = orderOf('a', 'b', 'c');
    order.ready('b', 'B');
    expect(order.drop('a')).toEqual(['B']);
    order.passOver('c');
    expect(order.drop('c')).toEqual([]);
    expect(order.size).toBe(0);
  });

  it('takes no id twice, and knows nothing of strangers', () => {
    const order = orderOf('a', 'a');
    expect(order.ready('x', 'X')).toEqual([]);
    expect(order.drop('x')).toEqual([]);
    expect(order.passOver('x')).toEqual([]);
    expect(order.ready('a', 'A')).toEqual(['A']);
    expect(order.ready('a', 'A')).toEqual([]);
  });

  it('gives every value once, in order among those that were not passed over', () => {
    const step = fc.record({
      pick: fc.nat(),
      what: fc.constantFrom('ready' as const, 'ready' as const, 'pass' as const, 'drop' as const),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(step, { maxLength: 120 }), (n, steps) => {
        const order = new ArrivalOrder<number>();
        for (let i = 0; i < n; i += 1) order.add(String(i));
        const open = new Set(Array.from({ length: n }, (_, i) => i));
        const passed = new Set<number>();
        const dropped = new Set<number>();
        const out: number[] = [];
        const finish = (i: number): void => {
          open.delete(i);
          out.push(...order.ready(String(i), i));
        };
        for (const { pick, what } of steps) {
          const i = [...open][pick % Math.max(1, open.size)];
          if (i === undefined) break;
          if (what === 'ready') finish(i);
          if (what === 'pass') out.push(...order.passOver(String(i)));
          if (what === 'pass') passed.add(i);
          if (what === 'drop') {
            out.push(...order.drop(String(i)));
            dropped.add(i);
            open.delete(i);
          }
        }
        for (const i of [...open].reverse()) finish(i);
        const strict = out.filter((i) => !passed.has(i));
        expect(strict).toEqual([...strict].sort((a, b) => a - b));
        expect([...out].sort((a, b) => a - b)).toEqual(
          Array.from({ length: n }, (_, i) => i).filter((i) => !dropped.has(i)),
        );
        expect(order.size).toBe(0);
      }),
    );
  });

  it('stays small over many messages', () => {
    const order = new ArrivalOrder<number>();
    for (let i = 0; i < 10_000; i += 1) {
      order.add(String(i));
      expect(order.ready(String(i), i)).toEqual([i]);
    }
    expect(order.size).toBe(0);
  });
});
