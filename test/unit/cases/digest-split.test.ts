import fc from 'fast-check';
import { splitLines } from '../../../src/cases/digest-split.js';

describe('splitting by line', () => {
  it('leaves alone what fits', () => {
    expect(splitLines(['一', '二'], 10)).toEqual(['一\n二']);
    expect(splitLines([], 10)).toEqual([]);
  });

  it('begins every later message with what day and place it is about', () => {
    expect(splitLines(['头一二三', '一二三四五', '六七八九十'], 10, '接上')).toEqual([
      '头一二三\n一二三四五',
      '接上\n六七八九十',
    ]);
  });

  it('keeps a heading with the line after it', () => {
    expect(splitLines(['一二三', '办理中：', '#1', '#2'], 10)).toEqual(['一二三', '办理中：\n#1\n#2']);
    expect(splitLines(['头', '办理中：'], 10)).toEqual(['头\n办理中：']);
  });

  it('does not cut a line that is longer than a message', () => {
    expect(splitLines(['一', '二二二二二二', '三'], 5)).toEqual(['一', '二二二二二二', '三']);
  });

  it('loses, doubles and cuts nothing, and keeps to the length', () => {
    const line = fc.string({
      minLength: 1,
      maxLength: 30,
      unit: fc.constantFrom('甲', '乙', '#', '1', '，', '𠮷'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.integer({ min: 40, max: 200 }), (lines, max) => {
        const messages = splitLines(lines, max, '接上文');
        expect(messages.flatMap((text) => text.split('\n')).filter((text) => text !== '接上文')).toEqual(
          lines,
        );
        for (const message of messages) expect([...message].length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
