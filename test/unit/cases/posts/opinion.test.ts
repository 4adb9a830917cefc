import { DAY } from '../../../../src/cases/calendar.js';
import { periodFigures } from '../../../../src/cases/posts/figures.js';
import { opinionPaper } from '../../../../src/cases/posts/opinion.js';
import { monthNamed } from '../../../../src/cases/posts/period.js';
import { CATEGORIES, type Category } from '../../../../src/cases/words.js';
import { opinionDocument } from '../../../../src/papers/opinion-document.js';
import { sampleCase, T0 } from '../../../support/case-samples.js';
import { wordsOfDocx } from '../../../support/docx.js';
import { say } from '../../../support/packaged-texts.js';

const period = monthNamed('2026-05') ?? { kind: 'month' as const, from: 0, to: 0 };
const categoryNames = Object.fromEntries(CATEGORIES.map((one) => [one, `类${one}`])) as Record<
  Category,
  string
>;
const view = { place: '', county: '衡岭县', period, say, categoryNames };

describe('社情民意信息', () => {
  const cases = [1, 2, 3].map((n) =>
    sampleCase(n, { category: 'utility', answeredAt: T0 + n, openedAt: T0 }),
  );
  const figures = periodFigures(cases, period, T0 + DAY);
  const topic = { word: '路灯', category: 'utility' as const, cases: 9, villages: 6, people: 12 };

  it('tells numbers and topics, and leaves the advice to the members', () => {
    const paper = opinionPaper({ figures, units: [], late: cases, topics: [topic] }, view);
    expect(paper.title).toBe('关于衡岭县群众集中反映“路灯”等问题的社情民意信息');
    const words = paper.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
    expect(words).toEqual([
      '一、基本情况',
      '2026年5月，衡岭县收到群众诉求3件，其中回复3件；当期办结0件。满意度暂无评价。另有0件没人评价，不算满意。',
      '反映最多的是：类utility3件。',
      '二、集中反映的问题',
      '1. “路灯”（类utility）：6个村9件，涉及12人。',
      '三、办理中的难点',
      '眼下没办完的3件，其中超期3件；群众不满意、重新办理的0件；不予受理的0件。',
      '四、意见建议',
      '（请委员走访后填写：原因在哪里，建议由哪个部门、什么时候、怎么办。）',
    ]);
    expect(JSON.stringify(paper)).not.toContain('老贺');
  });

  it('says so when nothing came back in several villages', () => {
    const paper = opinionPaper({ figures, units: [], late: [], topics: [] }, view);
    expect(paper.title).toBe('衡岭县2026年5月社情民意信息');
    expect(JSON.stringify(paper)).toContain('没有三个以上的村共同反映');
  });

  it('is a Word document with those words', async () => {
    const paper = opinionPaper({ figures, units: [], late: [], topics: [topic] }, view);
    const words = wordsOfDocx(Buffer.from(await opinionDocument(paper)));
    for (const { heading, paragraphs } of paper.sections)
      for (const word of [paper.title, heading, ...paragraphs, paper.foot]) expect(words).toContain(word);
  });
});
