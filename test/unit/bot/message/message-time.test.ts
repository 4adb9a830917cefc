import { messageAt, stampMillis } from '../../../../src/bot/message/message-time.js';

const NOW = Date.UTC(2031, 4, 2, 2, 0, 0);
const MINUTE = 60_000;

describe('stampMillis', () => {
  it('takes seconds and milliseconds', () => {
    expect(stampMillis(1_777_000_000)).toBe(1_777_000_000_000);
    expect(stampMillis(1_777_000_000_123)).toBe(1_777_000_000_123);
  });
  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])('knows that %p is no time', (stamp) => {
    expect(stampMillis(stamp)).toBeNull();
  });
});

describe('messageAt', () => {
  const machine = NOW + 1234;

  it('is the time of sending when product and machine agree', () => {
    expect(messageAt(NOW - 3 * MINUTE, NOW, NOW)).toBe(NOW - 3 * MINUTE);
  });
  it('takes seconds', () => {
    expect(messageAt((NOW - 3 * MINUTE) / 1000, NOW, NOW)).toBe(NOW - 3 * MINUTE);
  });
  it('keeps the age when the product stands at another date than the machine', () => {
    const product = Date.UTC(2026, 0, 1);
    expect(messageAt(machine - 7 * MINUTE, product, machine)).toBe(product - 7 * MINUTE);
  });
  it('goes by the product when the gateway does (a clock run ahead)', () => {
    const product = machine + 24 * 60 * MINUTE;
    expect(messageAt(product - 2 * MINUTE, product, machine)).toBe(product - 2 * MINUTE);
  });
  it('never lies after now: a clock a little ahead is now', () => {
    expect(messageAt(NOW + 4 * MINUTE, NOW, NOW)).toBe(NOW);
  });
  it('says now for what is from the far future of both clocks, and for no time at all', () => {
    expect(messageAt(NOW + 60 * MINUTE, NOW, NOW)).toBe(NOW);
    expect(messageAt(0, NOW, NOW)).toBe(NOW);
    expect(messageAt(Number.NaN, NOW, NOW)).toBe(NOW);
  });
  it('keeps a message from before an outage old', () => {
    expect(messageAt(NOW - 26 * 60 * MINUTE, NOW, NOW)).toBe(NOW - 26 * 60 * MINUTE);
  });
});
