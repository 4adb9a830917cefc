import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus, readHeldOut } from '../../../src/cli-corpus.js';
import { shortcuts } from '../../../src/recognise/train/shortcuts.js';
import { parseLabelled, type LabelledLine } from '../../../src/recognise/transcript.js';
import { PETITION_KINDS } from '../../../src/cases/words.js';

const CORPUS = join(import.meta.dirname, '../../../corpus');
const FOLDER = join(CORPUS, 'groups');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));

function groups(): [string, LabelledLine[]][] {
  return files.map((name) => [name, parseLabelled(readFileSync(join(FOLDER, name), 'utf8'), name)]);
}

describe('the corpus', () => {
  it.each(groups())('%s: numbers and times rise, each matter opens once, labels fit together', (_, lines) => {
    expect(lines.map((line) => line.seq)).toEqual(lines.map((__, i) => i + 1));
    expect(new Set(lines.map((line) => line.group)).size).toBe(1);
    const times = lines.map((line) => Date.parse(line.t));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const openings = lines.filter((line) => line.case);
    expect(new Set(openings.map((line) => line.matter)).size).toBe(openings.length);
    const opened = new Set(openings.map((line) => line.matter));
    for (const line of lines) {
      if (line.matter !== '') expect(opened.has(line.matter)).toBe(true);
      expect([line.seq, line.case]).toEqual([line.seq, line.category !== '']);
      expect([line.seq, line.case]).toEqual([line.seq, line.urgency !== '']);
      if (line.case) expect(PETITION_KINDS as readonly string[]).toContain(line.intent);
      if (line.intent === 'discipline') expect([line.seq, line.sealed]).toEqual([line.seq, true]);
    }
  });

  it('no group’s topic and no longer text stands twice', () => {
    const all = groups();
    const topics = all.map(([, lines]) => lines[0]?.group);
    expect(new Set(topics).size).toBe(topics.length);
    const texts = [...all.flatMap(([, lines]) => lines), ...readCorpus(CORPUS).singles]
      .map((line) => line.text)
      .filter((text) => [...text].length > 14);
    const seen = new Set<string>();
    expect(texts.filter((text) => seen.has(text) || !seen.add(text))).toEqual([]);
  });

  it('is as large and as dense as it should be', () => {
    const lines = groups().flatMap(([, group]) => group);
    const openings = lines.filter((line) => line.case);
    expect(files.length).toBeGreaterThanOrEqual(80);
    expect(lines.length).toBeGreaterThanOrEqual(10_000);
    expect(openings.length).toBeGreaterThanOrEqual(1_200);
    expect(openings.length / lines.length).toBeLessThanOrEqual(0.15);
    const middle = openings.map((line) => [...line.text].length).sort((a, b) => a - b)[openings.length >> 1];
    expect(middle).toBeLessThanOrEqual(24);
  });

  it('keeps fifteen groups that nothing is trained on', () => {
    const heldOut = readHeldOut(CORPUS);
    expect(heldOut).toHaveLength(15);
    const trained = new Set(readCorpus(CORPUS).groups.map((group) => group[0]?.group));
    for (const group of heldOut) expect(trained.has(group[0]?.group ?? '')).toBe(false);
    expect(trained.size + heldOut.length).toBe(files.length);
  });

  it('gives nothing away by length, punctuation, role or hour alone', () => {
    const found = shortcuts(readCorpus(CORPUS).groups.flat(), readHeldOut(CORPUS).flat());
    expect(found.map(({ trait }) => trait)).toEqual(['length', 'punctuation', 'question', 'role', 'hour']);
    for (const { trait, f1 } of found) expect([trait, f1 < 0.3]).toEqual([trait, true]);
  });
});
