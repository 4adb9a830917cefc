import { emptyFigures, noDetails, type Figures } from '../../../src/recognise/evaluate.js';
import { Random } from '../../../src/recognise/learn/random.js';
import { confusionTable, report, reportTable, worstMistakes } from '../../../src/recognise/report.js';
import type { LabelledLine } from '../../../src/recognise/transcript.js';

const group = (right: number, of: number): Figures => ({
  ...emptyFigures(),
  messages: 100,
  matters: of,
  openPrecision: { right, of },
  leaks: 0,
});

describe('the report', () => {
  const groups = [group(10, 10), group(9, 10), group(10, 10), group(8, 10)];

  it('sums over groups, holds each figure against its goal, and spreads by whole groups', () => {
    const rows = report(groups, new Random(1), 400);
    const precision = rows.find(({ name }) => name === 'precision of opened cases');
    expect(precision).toMatchObject({ value: 37 / 40, goal: 0.95, met: false });
    expect(precision?.from).toBeLessThan(37 / 40);
    expect(precision?.from).toBeGreaterThanOrEqual(0.8);
    expect(precision?.to).toBeLessThanOrEqual(1);
    expect(rows.find(({ name }) => name === 'accusations leaked')).toMatchObject({ value: 0, met: true });
    expect(report(groups, new Random(1), 400)).toEqual(rows);
  });

  it('prints a line a figure', () => {
    const table = reportTable(report(groups, new Random(1), 50)).split('\n');
    expect(table[1]).toMatch(
      /^precision of opened cases +0\.925 {2}0\.\d{3} to [01]\.\d{3} +0\.950 {2}missed$/u,
    );
    expect(table).toHaveLength(17);
  });

  it('tells what was taken for what, the most frequent first', () => {
    const counts = new Map([
      ['road road', 8],
      ['road utility', 1],
      ['road housing', 2],
      ['utility utility', 3],
    ]);
    expect(
      confusionTable('category', counts)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'category: right of all, and what the others were taken for',
      'road                     8/11  housing 2, utility 1',
      'utility                   3/3',
    ]);
  });

  it('shows the surest wrong openings and the matters least seen', () => {
    const line = (text: string): LabelledLine => ({
      group: '石门村群', seq: 7, t: '2026-03-02T08:00:00+08:00', who: 'v1', name: '老贺', role: 'villager', type: 'text', text,
      case: false, intent: 'chatter', category: '', urgency: '', sealed: false, matter: '',
    }); // prettier-ignore
    const details = noDetails();
    details.mistakes.push({ kind: 'opened wrongly', confidence: 0.8, line: line('股票塌方') });
    details.mistakes.push({ kind: 'opened wrongly', confidence: 0.9, line: line('测试测试 路灯坏了') });
    details.mistakes.push({ kind: 'missed', confidence: 0.02, line: line('黑哒') });
    expect(
      worstMistakes(details, 1)
        .split('\n')
        .map((one) => one.trim()),
    ).toEqual([
      'opened wrongly 0.90  石门村群 #7: 测试测试 路灯坏了',
      'missed         0.02  石门村群 #7: 黑哒',
    ]);
  });
});
