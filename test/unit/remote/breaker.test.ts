import { Breaker, type BreakerState } from '../../../src/remote/breaker.js';
import { Budget } from '../../../src/remote/budget.js';
import { Places } from '../../../src/remote/places.js';

const MINUTE = 60_000;

describe('the breaker', () => {
  const clock = { at: 0, now: () => clock.at };
  const told: BreakerState[] = [];
  let breaker: Breaker;
  beforeEach(() => {
    clock.at = 1_000_000;
    told.length = 0;
    breaker = new Breaker(clock, (state) => told.push(state));
    for (let i = 0; i < 3; i++) breaker.bad();
  });

  it('opens after three failures in a row, not before', () => {
    const other = new Breaker(clock, () => undefined);
    other.bad();
    other.bad();
    other.good();
    other.bad();
    other.bad();
    expect([other.state, breaker.state, breaker.may()]).toEqual(['closed', 'open', false]);
  });

  it('lets one try after a minute of the product’s clock, and closes when it is good', () => {
    clock.at += MINUTE - 1;
    expect(breaker.may()).toBe(false);
    clock.at += 1;
    expect([breaker.may(), breaker.may(), breaker.state]).toEqual([true, false, 'trying']);
    breaker.good();
    expect([breaker.state, breaker.may()]).toEqual(['closed', true]);
    expect(told).toEqual(['open', 'closed']);
  });

  it('rests twice as long after each failed try, at most fifteen minutes', () => {
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      clock.at += minutes * MINUTE - 1;
      expect(breaker.may()).toBe(false);
      clock.at += 1;
      expect(breaker.may()).toBe(true);
      breaker.bad();
    }
  });

  it('late failures of calls that were under way change nothing; a try that learnt nothing is given back', () => {
    breaker.bad();
    expect(told).toEqual(['open']);
    clock.at += MINUTE;
    expect(breaker.may()).toBe(true);
    breaker.giveBack();
    expect(breaker.may()).toBe(true);
  });
});

describe('the budget', () => {
  it('is so many in any one hour', () => {
    const clock = { at: 0, now: () => clock.at };
    const budget = new Budget(2, clock);
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
    clock.at = 60 * MINUTE - 1;
    expect(budget.left).toBe(false);
    clock.at += 1;
    expect(budget.take()).toBe(true);
  });
});

describe('the places', () => {
  it('are so many, and a short row', async () => {
    const places = new Places(1, 1);
    const wait = new AbortController();
    expect(await places.take(wait.signal)).toBe(true);
    const second = places.take(wait.signal);
    expect(await places.take(wait.signal)).toBe(false);
    places.give();
    expect(await second).toBe(true);
  });

  it('whoever waits too long goes, and leaves the row whole', async () => {
    const places = new Places(1, 2);
    const [short, long] = [new AbortController(), new AbortController()];
    await places.take(long.signal);
    const [gone, stays] = [places.take(short.signal), places.take(long.signal)];
    short.abort();
    expect(await gone).toBe(false);
    places.give();
    expect(await stays).toBe(true);
    places.give();
    expect(await places.take(long.signal)).toBe(true);
  });
});
