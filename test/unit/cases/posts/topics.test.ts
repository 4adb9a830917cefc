import type { Case } from '../../../../src/cases/case.js';
import { findTopics, TOPIC_TERMS, topicCases } from '../../../../src/cases/posts/topics.js';
import { sampleCase } from '../../../support/case-samples.js';

let number = 0;
const matter = (
  village: string,
  category: Case['category'],
  text: string,
  over: Partial<Case> = {},
): Case => {
  number += 1;
  const petitioner = { id: `v${number}`, name: '张大发' };
  return sampleCase(number, {
    place: `店门镇/${village}`,
    category,
    text,
    title: text.slice(0, 14),
    petitioner,
    ...over,
  });
};
const topics = (cases: Case[], names: string[] = []) => findTopics(topicCases(cases, []), names, TOPIC_TERMS);

describe('每月一题', () => {
  const lamps = ['一村', '二村', '三村'].map((village) => matter(village, 'utility', '路灯坏了好几天了'));

  it('names what several villages share, with its numbers', () => {
    const also = {
      coPetitioners: [
        { id: 'x', name: '' },
        { id: 'y', name: '' },
      ],
    };
    const cases = [
      ...lamps,
      matter('一村', 'utility', '桥头路灯又不亮', also),
      matter('二村', 'road', '桥栏杆断了'),
    ];
    expect(topics(cases)).toEqual([{ word: '路灯', category: 'utility', cases: 4, villages: 3, people: 6 }]);
  });

  it('takes the longer word where it says the same', () => {
    const water = ['一村', '二村', '三村'].map((village) => matter(village, 'utility', '自来水黄得很'));
    expect(topics(water)[0]?.word).toMatch(/自来水/u);
  });

  it('two villages are no topic, however many cases', () => {
    expect(
      topics(['一村', '一村', '二村', '二村'].map((village) => matter(village, 'utility', '路灯坏了'))),
    ).toEqual([]);
  });

  it('a word of every kind of matter, or the name of a place, is none', () => {
    const everywhere = (['utility', 'road', 'farming'] as const).flatMap((category) =>
      ['一村', '二村', '三村'].map((village) => matter(village, category, '枫坳这边')),
    );
    expect(topics(everywhere)).toEqual([]);
    const named = ['一村', '二村', '三村'].map((village) => matter(village, 'utility', '石门那边停电'));
    expect(topics(named, ['店门镇/石门社区']).map(({ word }) => word)).toEqual(['停电']);
  });

  it('nothing sealed, discreet, void or merged stands in one, and no number of anybody', () => {
    for (const over of [{ sealed: true }, { state: 'void' as const }, { state: 'merged' as const }])
      expect(topics(lamps.map((c) => ({ ...c, ...over })))).toEqual([]);
    expect(topics(lamps.map((c) => ({ ...c, category: 'welfare' as const })))).toEqual([]);
    expect(findTopics(topicCases(lamps, ['utility']), [], TOPIC_TERMS)).toEqual([]);
    const numbers = ['一村', '二村', '三村'].map((v) =>
      matter(v, 'utility', '电话幺三八幺二三四五六七八路灯'),
    );
    expect(JSON.stringify(topics(numbers))).not.toContain('幺三八');
  });
});
