import {
  chinaTime,
  correctionId,
  correctionSchema,
  groupPseudonym,
  transcriptOf,
  type Correction,
} from '../../../src/cases/correction.js';
import { parseLabelled } from '../../../src/recognise/transcript.js';
import { sampleCorrection } from '../../support/corrections.js';

describe('a correction', () => {
  it('becomes a transcript that the corpus’s reader takes, with what led to the label', () => {
    const lines = transcriptOf(sampleCorrection('m1'));
    const read = parseLabelled(lines.map((line) => JSON.stringify(line)).join('\n'), 'x');
    expect(read.map(({ seq, who, text, case: opens, matter }) => [seq, who, text, opens, matter])).toEqual([
      [1, 'v1', '早上好', false, ''],
      [2, 'v2', '又没水了', true, 'm1'],
    ]);
    expect(lines[0]).not.toHaveProperty('correction');
    expect(lines[1]).toMatchObject({
      t: '2026-05-02T09:01:00+08:00',
      name: 'v2',
      context: false,
      correction: { kind: 'picked', model: 'rules-1', confidence: 0.6 },
    });
  });

  it('is named by a hash, its room by a stand-in; private chats share none', () => {
    expect(correctionId('m1')).toMatch(/^[0-9a-f]{16}$/u);
    const room = { id: 'r@chatroom', room: true };
    expect(groupPseudonym(room, 'a')).toBe(groupPseudonym(room, 'b'));
    const chat = { id: 'wxid_he', room: false };
    expect(groupPseudonym(chat, 'a')).not.toBe(groupPseudonym(chat, 'b'));
    expect(groupPseudonym(room, 'a')).not.toContain('r@');
  });

  it('is refused when it is damaged', () => {
    const damaged = { ...sampleCorrection('m1'), lines: [{ at: 1 }] } as unknown as Correction;
    expect(correctionSchema.safeParse(damaged).success).toBe(false);
    expect(chinaTime(0)).toBe('1970-01-01T08:00:00+08:00');
  });
});
