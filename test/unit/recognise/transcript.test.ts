import { faultsOf, parseLabelled, roomMessage, TranscriptLine } from '../../../src/recognise/transcript.js';

const line = {
  group: 'g',
  seq: 3,
  t: '2026-03-02T08:15:20+08:00',
  who: 'v1',
  name: '老贺',
  role: 'villager',
  type: 'text',
  text: '好',
};

describe('a transcript line', () => {
  it('becomes a message with its number as id', () => {
    expect(roomMessage(TranscriptLine.parse({ ...line, extra: 1 }))).toEqual({
      id: '3', at: Date.parse('2026-03-02T00:15:20Z'), who: 'v1', name: '老贺', speaker: 'villager', type: 'text', text: '好',
    }); // prettier-ignore
  });

  it('takes a time without a zone as China time', () => {
    expect(roomMessage(TranscriptLine.parse({ ...line, t: '2026-03-02T08:15:20' })).at).toBe(
      Date.parse(line.t),
    );
  });

  it('says which fields are wrong', () => {
    const parsed = TranscriptLine.safeParse({ ...line, t: 'yesterday', role: 'king' });
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(faultsOf(parsed.error)).toMatch(/t: not an ISO 8601 time.*; role: /);
  });

  it('names file and line of a label that is wrong', () => {
    expect(() => parseLabelled(`${JSON.stringify(line)}\n`, 'x.jsonl')).toThrow('x.jsonl:1: case:');
  });
});
