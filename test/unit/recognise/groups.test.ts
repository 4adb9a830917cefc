import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, share } from '../../../src/recognise/evaluate.js';
import { shippedRecogniser } from '../../support/recogniser.js';
import { parseLabelled, type LabelledLine } from '../../../src/recognise/transcript.js';

const folder = join(import.meta.dirname, 'groups');
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const groups = files.map((name) => parseLabelled(readFileSync(join(folder, name), 'utf8'), name));

describe('the invented groups', () => {
  it.each(groups.map((lines) => [lines[0]?.group ?? '', lines] as [string, LabelledLine[]]))(
    '%s is labelled in order',
    (_, lines) => {
      expect(lines.length).toBeGreaterThanOrEqual(50);
      const opened = lines.filter((line) => line.case).map((line) => line.matter);
      expect(new Set(opened).size).toBe(opened.length);
      for (const [i, line] of lines.entries()) {
        expect(line.seq).toBe(i + 1);
        expect(line.case).toBe(line.category !== '');
        expect(Date.parse(line.t)).toBeGreaterThanOrEqual(Date.parse(lines[i - 1]?.t ?? line.t));
      }
    },
  );

  // The rules have seen these groups: floors against regressions, not a measure of what they reach elsewhere.
  it('are understood no worse than when the rules were written', () => {
    const figures = evaluate(groups.flat(), shippedRecogniser());
    expect(share(figures.openPrecision)).toBeGreaterThanOrEqual(0.93);
    expect(share(figures.openRecall)).toBeGreaterThanOrEqual(0.88);
    expect(share(figures.foundRecall)).toBeGreaterThanOrEqual(0.93);
    expect(figures.suggestions / figures.messages).toBeLessThanOrEqual(0.09);
    expect(figures.emergencies.right).toBe(figures.emergencies.of);
    expect(figures.leaks).toBe(0);
    expect(share(figures.accusations)).toBeGreaterThanOrEqual(0.9);
    expect(share(figures.linkRecall)).toBeGreaterThanOrEqual(0.83);
    expect(share(figures.linkPrecision)).toBeGreaterThanOrEqual(0.9);
    expect(share(figures.answerPrecision)).toBeGreaterThanOrEqual(0.97);
    expect(share(figures.answerRecall)).toBeGreaterThanOrEqual(0.9);
  });
});
