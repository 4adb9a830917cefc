import { STATE_TEXTS } from '../../../src/cases/message-keys-case.js';
import { MESSAGE_KEYS } from '../../../src/cases/message-keys.js';
import { formatFault } from '../../../src/config/fault.js';
import { readMessages } from '../../../src/config/messages.js';

/** The lines of a sound file, by key. */
function soundLines(): Map<string, string> {
  const line = (key: string, names: readonly string[]): string => {
    const word = (STATE_TEXTS as Record<string, string>)[key] ?? '说';
    return `${key}: '${word}${names.map((name) => `{${name}}`).join('')}'`;
  };
  return new Map(Object.entries(MESSAGE_KEYS).map(([key, names]) => [key, line(key, names)]));
}

/** The faults of the file with some lines changed (null: left out), and its lines. */
function read(change: Record<string, string | null>): { lines: string[]; faults: string[] } {
  const all = soundLines();
  for (const [key, line] of Object.entries(change)) {
    if (line === null) all.delete(key);
    else all.set(key, line);
  }
  const lines = ['# comment', ...all.values()];
  const result = readMessages('config/messages.zh-CN.yaml', lines.join('\n'));
  return { lines, faults: result.ok ? [] : result.faults.map(formatFault) };
}

describe('messages.zh-CN.yaml', () => {
  it('is read when sound', () => {
    const result = readMessages('m.yaml', [...soundLines().values()].join('\n'));
    expect(result).toMatchObject({ ok: true, texts: { closed: '已归档{at}{case}' } });
  });

  it('names file, line and what would be right', () => {
    const { lines, faults } = read({ closed: "closed: '{at}{case} 已归档，{whom}'" });
    const line = lines.findIndex((text) => text.startsWith('closed:')) + 1;
    expect(faults).toEqual([
      `config/messages.zh-CN.yaml:${line} closed: unknown placeholder {whom}; this text knows {at} {case}`,
    ]);
  });

  it('guesses what a misspelt key means', () => {
    const { lines, faults } = read({ closed: null, clossed: "clossed: '{at}{case} 已归档'" });
    expect(faults).toContain(
      `config/messages.zh-CN.yaml:${lines.length} clossed: no message has this key; did you mean "closed"? Else take the line out`,
    );
    expect(faults.some((fault) => fault.includes(' closed: this text is missing'))).toBe(true);
    expect(faults).toHaveLength(2);
  });

  it('tells a doubled key, and text that is no YAML, with the line', () => {
    const doubled = [...soundLines().values(), "closed: 'x'"];
    const result = readMessages('m.yaml', doubled.join('\n'));
    expect(result).toMatchObject({ ok: false, faults: [{ line: doubled.length }] });
    expect(readMessages('m.yaml', "closed: 'x'\nreceipt: '")).toMatchObject({ ok: false, faults: [{ file: 'm.yaml' }] });
    expect(readMessages('m.yaml', '')).toMatchObject({ ok: false, faults: [{ what: 'no texts in it' }] });
  });
});
