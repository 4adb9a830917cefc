import { Together } from '../../../src/store/together.js';

describe('Together', () => {
  it('takes what comes in one turn in one call, in order, and what comes later in the next', async () => {
    const calls: number[][] = [];
    const together = new Together<number>((items) => Promise.resolve(void calls.push(items)));
    await Promise.all([together.add(1), together.add(2), together.add(3)]);
    await together.add(4);
    expect(calls).toEqual([[1, 2, 3], [4]]);
  });

  it('fails all of a call, and only those', async () => {
    let tries = 0;
    const together = new Together<number>(() =>
      ++tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve(),
    );
    const first = await Promise.allSettled([together.add(1), together.add(2)]);
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(together.add(3)).resolves.toBeUndefined();
  });
});
