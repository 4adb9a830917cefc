import type { Case, Millis } from '../case.js';
import {
  answered, begunIn, counted, declinedIn, isOverdue, isUnfinished, percent, satisfaction, satisfactionOf, solved, unrated, type Span,
} from '../rates.js'; // prettier-ignore
import type { Cell } from './rows.js';

export const RATE_COLUMNS = [
  '地方', '收到', '回复', '回复率', '办结', '办结率', '没办完', '其中超期', '满意', '基本满意', '不满意', '评价', '满意度', '未评价',
  '首次回复（小时，中位）', '办结（小时，中位）', '不予受理',
]; // prettier-ignore

/** The figures of one place, or of several together, as cases come by in any order: counts alone are kept, no case. */
export class Tally {
  private readonly n = {
    received: 0, answered: 0, solved: 0, open: 0, overdue: 0, satisfied: 0, fairly: 0, unsatisfied: 0, unrated: 0, declined: 0,
  }; // prettier-ignore
  private readonly answers: Millis[] = [];
  private readonly solutions: Millis[] = [];

  constructor(
    private readonly span: Span,
    private readonly now: Millis,
  ) {}

  /** What the figures mean stands in rates.ts; each of them adds up over parts. */
  add(cases: readonly Case[]): void {
    const all = counted(cases);
    const begun = begunIn(all, this.span);
    const words = satisfaction(all, this.span);
    this.n.received += begun.length;
    this.n.answered += answered(begun).count;
    this.n.solved += solved(begun).count;
    this.n.open += begun.filter(isUnfinished).length;
    this.n.overdue += begun.filter((c) => isOverdue(c, this.now)).length;
    this.n.satisfied += words.satisfied;
    this.n.fairly += words.fairly;
    this.n.unsatisfied += words.unsatisfied;
    this.n.unrated += unrated(all, this.span);
    this.n.declined += declinedIn(all, this.span).length;
    for (const c of begun) {
      if (c.answeredAt !== null) this.answers.push(c.answeredAt - c.openedAt);
      if (c.resolvedAt !== null) this.solutions.push(c.resolvedAt - c.openedAt);
    }
  }

  row(name: string): Cell[] {
    const { received, open, overdue, satisfied, fairly, unsatisfied } = this.n;
    const words = satisfactionOf(satisfied, fairly, unsatisfied);
    const share = (count: number, of: number): string => (of === 0 ? '' : percent(count / of));
    return [
      name, received, this.n.answered, share(this.n.answered, received), this.n.solved, share(this.n.solved, received),
      open, overdue, satisfied, fairly, unsatisfied, words.rated, words.value === null ? '' : percent(words.value), this.n.unrated,
      hours(this.answers), hours(this.solutions), this.n.declined,
    ]; // prettier-ignore
  }
}

/** The middle one in hours, one place after the point; '' when there are none. */
function hours(durations: Millis[]): Cell {
  const sorted = durations.sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return '';
  return Math.round((lower + upper) / 2 / 360_000) / 10;
}
