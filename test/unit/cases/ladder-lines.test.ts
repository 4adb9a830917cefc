import { DAY, HOUR } from '../../../src/cases/calendar.js';
import { highestOnly, sayAlarm, sayLine, stillTrue } from '../../../src/cases/ladder-lines.js';
import { MAIL_KINDS, type MailKind, type MailLine } from '../../../src/cases/mail-line.js';
import {
  ACCUSATION,
  admin,
  handler,
  li,
  MORNING,
  ou,
  power,
  STAFF,
  Story,
  zhou,
} from '../../support/case-world.js';
import { say } from '../../support/packaged-texts.js';

const ctx = { now: MORNING + 2 * DAY + 3 * HOUR, placeName: '石门社区', staff: STAFF };
const give = { type: 'assign', to: handler(power), dueBy: null } as const;
const c = new Story({ text: '中院子路灯不亮' }).do(give, zhou).case;
const line = (kind: MailKind, more: Partial<MailLine> = {}): MailLine => ({
  id: kind, caseId: c.id, kind, due: c.resolveBy, at: 0, to: { name: '电力所', contacts: ['wxid_dl'], place: '店门镇' }, ...more,
}); // prettier-ignore

describe('what the ladder says', () => {
  it('of a plain case, alone and among others', () => {
    const yellow = sayLine(c, 'yellow', ctx);
    expect(say(yellow.alone, yellow.values)).toBe(
      '石门社区#12 中院子路灯不亮 超期1天，黄牌，在电力所手里。办好了回“办结 石门社区#12 做了什么”。',
    );
    expect(say(yellow.among, yellow.values)).toBe('石门社区#12 中院子路灯不亮，电力所，超期1天，黄牌');
    const idle = sayLine(new Story().case, 'half', ctx);
    expect(say(idle.alone, idle.values)).toContain('还没交办');
    const silent = sayLine(new Story().case, 'unanswered', {
      ...ctx,
      now: new Story().case.answerBy + 2 * HOUR,
    });
    expect(say(silent.alone, silent.values)).toBe(
      '石门社区#12 中院子路灯不亮，晚上看不见 该回话了，晚了2小时。先回一句“受理 石门社区#12”或“进展 石门社区#12 情况”。',
    );
  });

  it('of a sealed case nothing but its code, in every kind', () => {
    const sealed = new Story(ACCUSATION).case;
    for (const kind of MAIL_KINDS) {
      const said = sayLine(sealed, kind, ctx);
      expect(said.alone).toMatch(/^sealed_/u);
      const text = say(said.alone, said.values);
      expect(text).toContain('J-7K2M');
      expect(text).not.toMatch(/主任|回扣|石门/u);
    }
    expect(sayAlarm(sealed, 5, ctx)).toEqual({
      alone: 'sealed_alarm',
      values: { case: 'J-7K2M', minutes: 5 },
    });
  });

  it('of illness and poverty the number alone', () => {
    const poor = new Story({ category: 'welfare', text: '低保没发' }).case;
    for (const kind of MAIL_KINDS) {
      const said = sayLine(poor, kind, ctx);
      expect(say(said.alone, said.values)).not.toContain('低保');
    }
  });
});

describe('a line that waited', () => {
  it('is dropped when the case ended, got another deadline, or went to somebody else', () => {
    expect(stillTrue(line('yellow'), c)).toBe(true);
    expect(stillTrue(line('yellow'), { ...c, state: 'resolved' })).toBe(false);
    expect(stillTrue(line('yellow'), { ...c, resolveBy: c.resolveBy + DAY })).toBe(false);
    expect(stillTrue(line('half'), c)).toBe(true);
    expect(stillTrue(line('half', { to: { name: '交通局', contacts: [], place: '' } }), c)).toBe(false);
  });

  it('of a watch stands while the watch and its day stand, also when the case is solved', () => {
    const watched = {
      ...c,
      state: 'resolved' as const,
      supervised: { by: '欧清和', at: 0, note: '', until: 9 },
    };
    expect(stillTrue(line('watch', { due: 9 }), watched)).toBe(true);
    expect(stillTrue(line('watch', { due: 8 }), watched)).toBe(false);
    expect(stillTrue(line('watch', { due: 9 }), { ...watched, supervised: null })).toBe(false);
  });

  it('gives way to a higher rung of the same case', () => {
    const kinds = (lines: MailLine[]): string[] => highestOnly(lines).map((one) => one.kind);
    expect(kinds([line('half'), line('yellow'), line('watch')])).toEqual(['yellow', 'watch']);
    expect(kinds([line('half'), line('yellow', { caseId: 'x#1' })])).toEqual(['half', 'yellow']);
  });
});

describe('督办', () => {
  it('one case has one watch: a leader’s stands against another leader, not against an inspector, and keeps its number', () => {
    const story = new Story().do(
      { type: 'supervise', note: '抓紧', number: '督办〔2026〕3号', until: 9 },
      ou,
    );
    expect(story.case.supervised).toMatchObject({ by: '欧清和', number: '督办〔2026〕3号', until: 9 });
    expect(story.notices.map((one) => one.values['order'])).toContain('（督办〔2026〕3号）');
    expect(story.refusal({ type: 'supervise', note: '' }, li)).toBe('refuse_supervised');
    story.do({ type: 'supervise', note: '再抓紧' }, ou);
    const other = new Story().do({ type: 'supervise', note: '' }, admin);
    expect(other.refusal({ type: 'supervise', note: '' }, li)).toBe('refuse_supervised');
    expect(other.do({ type: 'supervise', note: '' }, ou).case.supervised?.by).toBe('欧清和');
    story.do({ type: 'lift', note: '好了' }, ou);
    expect(story.notices[0]).toMatchObject({ key: 'supervision_lifted_note', values: { note: '好了' } });
  });
});
