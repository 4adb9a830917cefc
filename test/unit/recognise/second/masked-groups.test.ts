import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSecondReader } from '../../../../src/recognise/second/recogniser.js';
import { shippedRecogniser } from '../../../support/recogniser.js';
import { parseLabelled, roomMessage, type LabelledLine } from '../../../../src/recognise/transcript.js';

const folder = join(import.meta.dirname, '../../../../corpus/groups');
// Eleven groups from as many provinces: enough to show it, little enough to be quick.
const files = readdirSync(folder).filter((name) => name.startsWith('z-'));
const groups = files.map((file) => ({ file, lines: parseLabelled(readFileSync(join(folder, file), 'utf8'), file) })); // prettier-ignore

/** Every question that would leave for one group, as it would leave. */
function questionsOf(lines: LabelledLine[]): { line: LabelledLine; text: string }[] {
  const second = withSecondReader(shippedRecogniser(), { officials: () => [], hidden: () => false });
  const room = second.room([]);
  return lines.flatMap((line) => {
    const message = roomMessage(line);
    const asked = room.ask(message, room.read(message));
    return asked ? [{ line, text: JSON.stringify(asked.question) }] : [];
  });
}

describe.each(groups)('over the transcripts of $file', ({ lines }) => {
  const questions = questionsOf(lines);

  it('something is asked', () => {
    expect(questions.length).toBeGreaterThan(3);
  });

  it('no nickname and no long number leaves', () => {
    const names = [...new Set(lines.map(({ name }) => name))].filter((name) => [...name].length > 1);
    for (const { text } of questions) {
      expect(names.filter((name) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(/\d{7}/u);
    }
  });

  it('no accusation leaves, neither asked about nor beside another line', () => {
    const accusations = lines.filter(({ intent, text }) => intent === 'discipline' && text.length > 3);
    for (const { line, text } of questions) {
      expect(line.intent).not.toBe('discipline');
      for (const one of accusations) expect(text).not.toContain(one.text.slice(0, 8));
    }
  });
});
