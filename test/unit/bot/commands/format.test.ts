import fc from 'fast-check';
import { formatCommand, refText } from '../../../support/format-command.js';
import { CATEGORIES, RATINGS } from '../../../../src/cases/words.js';
import type { CaseRef, Command } from '../../../../src/cases/command.js';
import { is, n, said } from './fixtures.js';

describe('the canonical writing', () => {
  it.each([
    [{ verb: 'assign', ref: n(3), to: '李望秋', days: 3 }, '交办 #3 @李望秋 3天'],
    [{ verb: 'assign', ref: n(3, '石门社区'), to: '李望秋', days: null }, '交办 石门社区#3 @李望秋'],
    [{ verb: 'extend', ref: n(3), days: 3, reason: '等材料' }, '延期 #3 3天 等材料'],
    [{ verb: 'ask', ref: n(3), question: '是哪一盏灯' }, '待补充 #3 是哪一盏灯'],
    [{ verb: 'merge', ref: n(5), into: n(3) }, '合并 #5 #3'],
    [{ verb: 'recategorise', ref: n(3), category: 'sanitation' }, '改类 #3 环境卫生'],
    [
      { verb: 'rate', ref: { kind: 'none' }, rating: 'unsatisfied', reason: '灯还是不亮' },
      '不满意 灯还是不亮',
    ],
    [{ verb: 'pick', lines: [1, 2] }, '登记 1 2'],
    [{ verb: 'pick_into', lines: [3], ref: n(4) }, '并入 3 #4'],
    [{ verb: 'show', ref: { kind: 'code', code: 'M7K2QX' } }, '查 M7K2QX'],
    [{ verb: 'raise', text: '三组停水' }, '诉求：三组停水'],
  ] as [Command, string][])('%j is %s', (command, text) => expect(formatCommand(command)).toBe(text));

  it('a case as people read it', () => expect(refText({ kind: 'none' })).toBe(''));
});

const han = fc.constantFrom(...'修换灯泡路面水管井盖电工明早到材料桥栏杆'.split(''));
const words = fc.array(han, { minLength: 2, maxLength: 20 }).map((chars) => chars.join(''));
const person = fc.constantFrom(
  '李望秋',
  '周小满',
  '交通局',
  '县办',
  '欧清和',
  '店门镇',
  '供电所',
  '周一凡',
  '何老师傅',
);
const place = fc.constantFrom(null, '石门社区', '店门镇/石门社区', '茶岭坳村');
const numbered: fc.Arbitrary<CaseRef> = fc.record({
  kind: fc.constant('number' as const),
  number: fc.integer({ min: 1, max: 9_999_999 }),
  place,
});
const coded: fc.Arbitrary<CaseRef> = fc
  .stringMatching(/^[A-HJ-NP-Z2-9]{5}[A-HJ-NP-Z]$/u)
  .map((code) => ({ kind: 'code', code }));
const ref = fc.oneof({ arbitrary: numbered, weight: 4 }, coded);
const lines = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 });
const days = fc.integer({ min: 1, max: 365 });
const verb = <const V extends string>(name: V) => fc.constant(name);

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ verb: fc.constantFrom('accept', 'lift', 'publish', 'show', 'void', 'withdraw', 'join'), ref }),
  fc.record({ verb: verb('assign'), ref, to: person, days: fc.option(days, { nil: null }) }),
  fc.record({ verb: verb('transfer'), ref, to: person }),
  fc.record({ verb: verb('hand_back'), ref, reason: words }),
  fc.record({ verb: verb('progress'), ref, note: words }),
  fc.record({ verb: verb('resolve'), ref, done: fc.oneof(words, fc.constant('')) }),
  fc.record({ verb: verb('extend'), ref, days, reason: words }),
  fc.record({ verb: verb('ask'), ref, question: words }),
  fc.record({ verb: verb('decline'), ref, reason: words }),
  fc.record({ verb: verb('supervise'), ref, note: fc.oneof(words, fc.constant('')) }),
  fc.record({ verb: verb('supervise'), ref, note: words, until: fc.record({ days }) }),
  fc.record({ verb: verb('supervise'), ref, note: words, until: fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }) }), // prettier-ignore
  fc.record({ verb: verb('lift'), ref, note: words }),
  fc.record({ verb: verb('recategorise'), ref, category: fc.constantFrom(...CATEGORIES) }),
  fc.record({
    verb: verb('rate'),
    ref,
    rating: fc.constantFrom(...RATINGS),
    reason: fc.oneof(words, fc.constant('')),
  }),
  fc.record({ verb: verb('register'), text: words }),
  fc.record({ verb: verb('raise'), text: words }),
  fc.record({ verb: fc.constantFrom('pick', 'drop'), lines }),
  fc.record({ verb: verb('pick_into'), lines, ref: numbered }),
  fc.record({
    verb: fc.constantFrom(
      'todo',
      'overdue',
      'watched',
      'duty',
      'daily',
      'undo',
      'silence',
      'resume',
      'help',
      'yes',
    ),
  }),
);

describe('written out and read again', () => {
  it('is the same command', () => {
    fc.assert(
      fc.property(commands, (command) => {
        const speaker = { openList: true, openQuestion: command.verb === 'yes' };
        expect(said(formatCommand(command), speaker)).toEqual(is(command));
      }),
      { numRuns: 3000 },
    );
  });

  it('also without blanks behind the case, in full width, and with the bot in front', () => {
    fc.assert(
      fc.property(commands, (command) => {
        const speaker = { openList: true, openQuestion: command.verb === 'yes' };
        const text = formatCommand(command).replace(/#/gu, '＃').replace(/ /gu, '\u3000');
        expect(said(`@回音\u2005${text}`, speaker)).toEqual(is(command));
      }),
      { numRuns: 2000 },
    );
  });

  it('merging names two cases', () => {
    fc.assert(
      fc.property(numbered, numbered, (one, into) => {
        fc.pre(refText(one) !== refText(into));
        const command: Command = { verb: 'merge', ref: one, into };
        expect(said(formatCommand(command))).toEqual(is(command));
      }),
    );
  });

  it('in private: 绑定 and 发码', () => {
    const code: Command = { verb: 'enrol', code: '012345' };
    const name: Command = { verb: 'code', name: '周小满' };
    for (const command of [code, name])
      expect(said(formatCommand(command), { privateChat: true })).toEqual(is(command));
  });
});
