import fc from 'fast-check';
import { didYouMean, editDistance, formatFault, formatFaults } from '../../../src/config/fault.js';

const fault = { file: 'config/settings.yaml', line: 3, path: 'mode', what: 'wrong', mend: 'mend it' };

describe('fault texts', () => {
  it('names file, line and path, then what is wrong and what to do', () => {
    expect(formatFault(fault)).toBe('config/settings.yaml:3 mode: wrong; mend it');
  });

  it('leaves out what cannot be named', () => {
    expect(formatFault({ ...fault, line: null, path: '' })).toBe('config/settings.yaml: wrong; mend it');
  });

  it('counts the faults in a heading', () => {
    expect(formatFaults([fault])).toMatch(/^1 fault in the configuration:\n {2}config/);
    expect(formatFaults([fault, fault]).split('\n')).toHaveLength(3);
  });
});

describe('did you mean', () => {
  const known = ['quiet_hours', 'pacing', 'daily_at', 'close_after_days'];
  it.each([
    ['quiet_hour', 'quiet_hours'],
    ['quite_hours', 'quiet_hours'],
    ['Pacing', 'pacing'],
    ['close_after_day', 'close_after_days'],
  ])('%s → %s', (word, meant) => {
    expect(didYouMean(word, known)).toBe(meant);
  });

  it('keeps silent when nothing is near', () => {
    expect(didYouMean('webhook', known)).toBeNull();
    expect(didYouMean('', known)).toBeNull();
  });

  it('measures as a distance does: zero only between equals, the same both ways', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      }),
    );
  });

  it('counts a swap of neighbours as one', () => {
    expect(editDistance('moed', 'mode')).toBe(1);
  });
});
