import { Random } from '../../../../src/recognise/learn/random.js';
import { retimed } from '../../../../src/recognise/train/times.js';
import type { LabelledLine } from '../../../../src/recognise/transcript.js';

const START = Date.parse('2026-05-02T08:00:00+08:00');
const MINUTE = 60_000;

function talk(minutes: readonly number[]): LabelledLine[] {
  return minutes.map((minute, i) => ({
    group: 'g', seq: i + 1, t: new Date(START + minute * MINUTE).toISOString(), who: 'v1', name: '', role: 'villager',
    type: 'text', text: '水停了', case: false, intent: 'chatter', category: '', urgency: '', sealed: false, matter: '',
  })); // prettier-ignore
}

const times = (lines: readonly LabelledLine[]): number[] => lines.map((line) => Date.parse(line.t) - START);

describe('talk told at other times', () => {
  const group = talk([0, 0, 1, 5, 5, 60, 600]);
  const told = Array.from({ length: 200 }, (_, seed) => retimed(group, new Random(seed * 7919 + 1)));

  it('keeps every line and its order', () => {
    for (const lines of told) {
      expect(lines.map(({ t: _, ...rest }) => rest)).toEqual(group.map(({ t: _, ...rest }) => rest));
      expect(times(lines)).toEqual([...times(lines)].sort((a, b) => a - b));
    }
  });

  it('is mostly as long as it was, and sometimes without a breath', () => {
    const lengths = told.map((lines) => times(lines).at(-1) ?? 0);
    const plain = lengths.filter((ms) => ms >= 600 * MINUTE && ms <= 601 * MINUTE).length;
    expect(plain).toBeGreaterThan(100);
    expect(plain).toBeLessThan(180);
    expect(lengths.filter((ms) => ms === 0).length).toBeGreaterThan(5);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(601 * MINUTE);
  });

  it('gives whole minutes their seconds', () => {
    const seconds = told.flatMap(times).filter((ms) => ms % MINUTE !== 0);
    expect(seconds.length).toBeGreaterThan(200);
  });

  it('is the same for the same seed', () => {
    expect(retimed(group, new Random(5))).toEqual(retimed(group, new Random(5)));
  });
});
