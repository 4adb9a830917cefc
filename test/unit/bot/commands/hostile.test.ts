import fc from 'fast-check';
import { formatCommand } from '../../../support/format-command.js';
import { typed } from '../../../../src/bot/commands/text.js';
import { is, n, none, quoted, said, villager, wrong } from './fixtures.js';
import { cpuMs } from '../../../support/cpu.js';

describe('hidden characters', () => {
  const resolve = is({ verb: 'resolve', ref: n(3), done: '换了灯泡' });
  it.each([
    ['zero width space', '办\u200B结 #3 换了灯泡'],
    ['joiner', '办\u200D结 #3 换了灯泡'],
    ['byte order mark', '\uFEFF办结 #3 换了灯泡'],
    ['right to left override', '\u202E办结 #3 换了灯泡\u202C'],
    ['isolates', '\u2067办\u2069结 #\u20683 换了灯泡'],
    ['soft hyphen', '办\u00AD结 #3 换了灯泡'],
    ['combining', '办\u0301结\u0336 #\u03013 换了灯泡'],
    ['keycap', '办结 #3\uFE0F\u20E3 换了灯泡'],
    ['lone surrogate', '办\uD800结 #3 换了灯泡\uDC00'],
    ['word joiner', '办\u2060结 \u2060#3 换了灯泡'],
    ['tag characters', '办\u{E0061}结 #3 换了灯泡'],
    ['control characters', '办\u0000结 #3\u0007 换了灯泡'],
    ['no-break spaces', '办结\u00A0#3\u3000换了灯泡'],
  ])('%s', (_name, text) => {
    expect(said(text)).toEqual(resolve);
  });

  it('a reversed text stays reversed in nothing that is kept', () => {
    expect(said('进展 #3 \u202E道路已通\u202C')).toEqual(
      is({ verb: 'progress', ref: n(3), note: '道路已通' }),
    );
  });
  it('pictures of several parts keep their parts', () => {
    expect(typed('谢谢👨\u200D👩\u200D👧❤\uFE0F').raw).toBe('谢谢👨\u200D👩\u200D👧❤\uFE0F');
  });
  it('flat and raw keep step', () => {
    fc.assert(fc.property(hostile, (text) => typed(text).raw.length === typed(text).flat.length));
  });
});

describe('numbers that are none', () => {
  it.each(['#0', '#-1', '#99999999999', '#1e3', '#3.5', '#00', '#+3', '#3-4'])('%s', (number) => {
    expect(said(`办结 ${number} 换了灯泡`)).toEqual(wrong('resolve'));
    expect(villager(`办结 ${number} 换了灯泡`)).toEqual(none);
    expect(villager(`查 ${number}`)).toEqual(none);
  });
});

describe('words of other machines are words', () => {
  it.each([
    "'; DROP TABLE cases; --",
    '<script>alert(1)</script>',
    '`id` $(id)',
    '{{at}} @所有人',
    '%00%0a',
    'x/../../etc/passwd',
  ])('%s', (text) => {
    expect(said(`进展 #3 ${text}`)).toMatchObject({ command: { verb: 'progress', note: text } });
    expect(said(text)).toEqual(none);
  });
});

/** Characters that commands are made of, among those that break parsers. */
const alphabet = fc.oneof(
  fc.constantFrom(
    '办结', '交办', '满意', '不满意', '查', '登记', '不是', '并入', '诉求', '：', '绑定', '@', '回音', '\u2005', '李望秋', '3天', '本周五', '三', '十', '百', '#', '＃', '3', '0', '９', '号', '第', '件', '社区', '/', '，', ' ', '\n', '\u3000', '[', ']', '-', '.', '1e3', 'M7K2QX',
    '\u200B', '\u202E', '\u0301', '\uFE0F', '\u20E3', '\uD800', '\uDC00', '👍', '③', '、', '和', '了', '的',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
); // prettier-ignore
const hostile = fc.array(alphabet, { maxLength: 30 }).map((parts) => parts.join(''));
const scene = fc.record({
  official: fc.boolean(),
  privateChat: fc.boolean(),
  openQuestion: fc.boolean(),
  openList: fc.boolean(),
  mentionsBot: fc.boolean(),
  quote: fc.option(fc.record({ name: fc.constant('回音'), text: hostile }), { nil: null }),
});

describe('whatever is typed', () => {
  it('never throws, always answers the same', () => {
    fc.assert(
      fc.property(hostile, scene, (text, more) => {
        expect(said(text, more)).toEqual(said(text, more));
      }),
      { numRuns: 3000 },
    );
  });

  it('yields numbers, days and words within their limits', () => {
    fc.assert(
      fc.property(hostile, scene, (text, more) => {
        const parsed = said(text, more);
        if (parsed.kind !== 'command') return;
        const { command } = parsed;
        if ('ref' in command && command.ref.kind === 'number') {
          expect(command.ref.number).toBeGreaterThanOrEqual(1);
          expect(command.ref.number).toBeLessThanOrEqual(9_999_999);
          expect(Number.isInteger(command.ref.number)).toBe(true);
        }
        if ('days' in command && command.days !== null) expect(command.days).toBeGreaterThanOrEqual(1);
        if ('days' in command && command.days !== null) expect(command.days).toBeLessThanOrEqual(365);
        expect(JSON.stringify(command)).not.toMatch(/[\u202A-\u202E\u200B\uFEFF]|\\ud[89a-f]/u);
      }),
      { numRuns: 3000 },
    );
  });

  it('a villager never holds an official verb', () => {
    const open = ['show', 'rate', 'withdraw', 'join', 'help', 'raise', 'enrol', 'yes', 'no'];
    fc.assert(
      fc.property(hostile, scene, (text, more) => {
        const parsed = villager(text, { ...more, official: false });
        if (parsed.kind === 'command') expect(open).toContain(parsed.command.verb);
        else expect([`none`, more.privateChat ? 'malformed' : 'none']).toContain(parsed.kind);
      }),
      { numRuns: 3000 },
    );
  });

  it('what is read, written out and read again is the same command', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, openList) => {
        const parsed = said(text, { openList });
        if (parsed.kind !== 'command' || !('ref' in parsed.command) || parsed.command.ref.kind === 'none')
          return;
        if ('note' in parsed.command || 'done' in parsed.command || 'reason' in parsed.command) return;
        expect(said(formatCommand(parsed.command), { openList })).toEqual(parsed);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('20,000 characters', () => {
  const size = 20_000;
  it.each([
    ['one character', '满'.repeat(size)],
    ['separators', `满意${'，'.repeat(size)}x`],
    ['numerals', `登记 ${'一'.repeat(size)}`],
    ['numbers', `登记 ${'1 '.repeat(size / 2)}x`],
    ['sharps', `办结 ${'#'.repeat(size)}`],
    ['slashes', `查 ${'村/'.repeat(size / 2)}#3`],
    ['marks', `办${'\u0301'.repeat(size)}结`],
    ['joiners', '👍\u200D'.repeat(size / 3)],
    ['mentions', '@回音 '.repeat(size / 4)],
    ['thanks', `@回音 ${'谢谢'.repeat(size / 2)}`],
    ['blanks', `办结${' '.repeat(size)}`],
    ['stops', `不满意 #3 ${'。a'.repeat(size / 2)}`],
    ['lines', '办结 #3 x\n'.repeat(size / 9)],
  ])('of %s are read in a moment', (_name, text) => {
    const took = cpuMs(() => {
      said(text, { openList: true, openQuestion: true, mentionsBot: true, quote: { name: '回音', text } });
      villager(text, { privateChat: true });
    });
    expect(took).toBeLessThan(2_000);
  });
  it('and are no command', () => {
    expect(said('办结 #3 '.repeat(3000))).toEqual(none);
    expect(said('x'.repeat(size), { quote: quoted })).toEqual(none);
  });
});
