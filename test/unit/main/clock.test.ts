import { ProductClock } from '../../../src/main/clock.js';

const MAY = Date.parse('2026-05-02T09:00:00+08:00');

describe('the product’s clock', () => {
  it('stands still but for being set, and tells its listeners before it answers', async () => {
    const clock = new ProductClock('manual');
    const heard: number[] = [];
    clock.onMove(() => {
      heard.push(clock.now());
      return Promise.resolve();
    });
    await clock.set(MAY);
    expect(clock.now()).toBe(MAY);
    await clock.advance(60_000);
    expect(heard).toEqual([MAY, MAY + 60_000]);
  });

  it('goes on where it stood after a restart', async () => {
    const clock = new ProductClock('manual');
    await clock.set(MAY);
    const next = new ProductClock('manual');
    next.restore(JSON.parse(clock.save() ?? '') as { standing: number; offset: number });
    expect(next.now()).toBe(MAY);
  });

  it('a village’s clock runs ahead, never back, over restarts', async () => {
    const clock = new ProductClock('ahead');
    const before = clock.now();
    await clock.advance(86_400_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    const next = new ProductClock('ahead');
    next.restore({ standing: null, offset: -5_000 });
    expect(next.now()).toBeLessThan(clock.now());
    next.restore(JSON.parse(clock.save() ?? '') as { standing: null; offset: number });
    expect(Math.abs(next.now() - clock.now())).toBeLessThan(1_000);
  });

  it('a real account’s clock cannot be pushed and keeps nothing', async () => {
    const clock = new ProductClock('system');
    await expect(clock.advance(1)).rejects.toThrow('cannot be pushed');
    await expect(clock.set(MAY)).rejects.toThrow('HUIYIN_CLOCK=manual');
    expect(clock.save()).toBeNull();
  });
});
