import { readFileSync } from 'node:fs';
import { render, type Texts } from '../../../src/cases/messages.js';
import type { Notice } from '../../../src/cases/outcome.js';
import { formatFault } from '../../../src/config/fault.js';
import { readMessages } from '../../../src/config/messages.js';
import {
  ACCUSATION, LAMP, Story, WORK_CHAT, handler, laohe, li, ou, power, zhou,
} from '../../support/case-world.js'; // prettier-ignore

/** The texts that come with the product, and what people read in the end. */

const FILE = 'config/messages.zh-CN.yaml';

function texts(): Texts {
  const read = readMessages(FILE, readFileSync(FILE, 'utf8'));
  if (!read.ok) throw new Error(read.faults.map(formatFault).join('\n'));
  return read.texts;
}

const said = texts();
const lines = (notices: Notice[]): string[] =>
  notices.map(({ key, values }) => render(said, key, values).replaceAll('\u2005', ' '));

describe('the texts that come with the product', () => {
  it('are calm: no exclamation marks, links, emoji or forms of address', () => {
    for (const text of Object.values(said)) {
      expect(text).not.toMatch(/[!！]|https?:|\p{Extended_Pictographic}|感谢您|请问有什么/u);
    }
  });

  it('about a case are one short line', () => {
    for (const [key, text] of Object.entries(said)) {
      if (!/^(?:receipt|accepted|assigned|progress|resolved|closed|reopened|declined|refuse|confirm|sealed)/u.test(key)) continue;
      expect(text).not.toContain('\n');
      expect({ key, short: [...text].length <= 70 }).toEqual({ key, short: true });
    }
  });

  it('tell a plain case as people read it', () => {
    const story = new Story({ text: '中院子路灯不亮' });
    expect(lines(story.notices)).toEqual(['@老贺 已收到 #12 中院子路灯不亮。周小满今天12点前回话。']);
    story.do({ type: 'assign', to: handler(power), dueBy: null }, zhou);
    expect(lines(story.notices)).toEqual([
      '@老贺 #12 已交办电力所，明天上午办好。',
      '石门社区#12 中院子路灯不亮 交给您办，明天上午办好。办好了回“办结 石门社区#12 做了什么”，不归您管回“退回 石门社区#12 理由”。',
    ]);
    story.do({ type: 'resolve', done: '换了灯泡和控制器（有图）。' }, power, { chat: WORK_CHAT });
    expect(lines(story.notices)).toEqual([
      '@老贺 #12 已办结：换了灯泡和控制器（有图）。好了吗？回“满意”“基本满意”或“不满意+原因”。',
      '记下了，石门社区#12 已办结。',
    ]);
    story.do({ type: 'rate', rating: 'unsatisfied', reason: '又灭了' }, laohe);
    expect(lines(story.notices).slice(0, 2)).toEqual([
      '@老贺 #12 重新办理，电力所接着办。',
      '石门社区#12 中院子路灯不亮 村民不满意：又灭了。重新办理，明天上午办好。办好了回“办结 石门社区#12 做了什么”。',
    ]);
  });

  it('tell an emergency and an accusation', () => {
    const wire = new Story({ ...LAMP, urgency: 'emergency', text: '电线掉在路上' });
    expect(lines(wire.notices)[0]).toBe('@老贺 已收到 #12 电线掉在路上，紧急。@周小满 @李望秋 已通知。有危险先撤人，119、110、120。');
    expect(lines(new Story(ACCUSATION).notices)).toEqual([
      '有一件检举控告，代号 J-7K2M，明天上午回话。私下回“查 J-7K2M”看内容，不要转到群里。',
      '收到了，只有纪检干部看得到。代号 J-7K2M，想知道进度就私下回“查 J-7K2M”，也可以打 12388。',
    ]);
  });

  it('fit every decline reason together with an official’s own words', () => {
    const story = () => new Story({ text: '邻居占道' });
    for (const reason of ['court', 'police', 'out_of_area', 'private', 'duplicate', 'no_basis', 'other'] as const) {
      const [line] = lines(story().do({ type: 'decline', reason, note: '两家的界没定。' }, zhou).notices);
      expect(line).toMatch(/^@老贺 #12 不予受理[，。].*两家的界没定。/u);
      expect(line).not.toMatch(/。。|，。/u);
    }
  });

  it('tell officials of watch, lateness and hand-backs', () => {
    const story = new Story({ text: '中院子路灯不亮' }).do({ type: 'assign', to: handler(power), dueBy: null }, li);
    expect(lines(story.do({ type: 'supervise', note: '' }, ou).notices)[0]).toBe(
      '石门社区#12 中院子路灯不亮 督办。电力所，明天上午办好。',
    );
    expect(lines(story.do({ type: 'hand_back', reason: '是电信的杆子' }, power).notices)[0]).toBe(
      '石门社区#12 中院子路灯不亮 电力所退回：是电信的杆子。时间照算，请另派：“交办 石门社区#12 @某人”。',
    );
  });
});
