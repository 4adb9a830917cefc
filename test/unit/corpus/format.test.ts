import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLabelled, type LabelledLine } from '../../../src/recognise/transcript.js';
import { PETITION_KINDS } from '../../../src/cases/words.js';

const FOLDER = join(import.meta.dirname, '../../../corpus/groups');
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
    const texts = all.flatMap(([, lines]) => lines.map((line) => line.text)).filter((text) => [...text].length > 14);
    const twice = texts.filter((text, i) => texts.indexOf(text) !== i);
    expect(twice).toEqual([]);
  });

  it('says at most 15 % of its lines as openings, and half of those in a handful of characters', () => {
    const lines = groups().flatMap(([, group]) => group);
    const openings = lines.filter((line) => line.case);
    expect(openings.length / lines.length).toBeLessThanOrEqual(0.15);
    const short = openings.filter((line) => [...line.text].length <= 14);
    expect(short.length / openings.length).toBeGreaterThanOrEqual(0.5);
  });
});
