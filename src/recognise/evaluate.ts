import type { Decision } from '../cases/message.js';
import type { Recogniser } from './api.js';
import { roomMessage, type LabelledLine } from './transcript.js';

/** `right` of `of`: a rate with its denominator shown. */
export interface Rate {
  right: number;
  of: number;
}

/** What a recogniser reaches on labelled groups; every figure of the product's table. */
export interface Figures {
  messages: number;
  matters: number;
  /** Openings that are the first of a true matter / all openings. */
  openPrecision: Rate;
  openRecall: Rate;
  /** Matters opened or at least suggested. */
  foundRecall: Rate;
  suggestions: number;
  /** Second cases opened for one matter. */
  seconds: number;
  emergencies: Rate;
  accusations: Rate;
  /** Accusations opened for all to see. Must be 0. */
  leaks: number;
  category: Rate;
  urgency: Rate;
  linkRecall: Rate;
  linkPrecision: Rate;
  answerPrecision: Rate;
  answerRecall: Rate;
  /** Lines for which a second reader would be asked. */
  asked: number;
  /** Unsealed matters whose opening line is among them. */
  askRecall: Rate;
}

/** What stands beside the figures: what was taken for what, and what went wrong. */
export interface Details {
  /** How often a true label (first) was decided to be another (second), by head. */
  confusion: Record<'category' | 'urgency' | 'intent', Map<string, number>>;
  mistakes: Mistake[];
}

export interface Mistake {
  kind: 'opened wrongly' | 'opened twice' | 'missed' | 'leaked';
  /** Probability that the line opens a case, as decided. */
  confidence: number;
  line: LabelledLine;
}

export const noDetails = (): Details => ({
  confusion: { category: new Map(), urgency: new Map(), intent: new Map() },
  mistakes: [],
});

const rate = (): Rate => ({ right: 0, of: 0 });

export function emptyFigures(): Figures {
  return {
    messages: 0, matters: 0, suggestions: 0, seconds: 0, leaks: 0, asked: 0,
    openPrecision: rate(), openRecall: rate(), foundRecall: rate(), emergencies: rate(), accusations: rate(),
    category: rate(), urgency: rate(), linkRecall: rate(), linkPrecision: rate(), answerPrecision: rate(), answerRecall: rate(), askRecall: rate(),
  }; // prettier-ignore
}

const LINKED = new Set(['followup', 'answer', 'feedback']);

function count(into: Rate, right: boolean): void {
  into.of++;
  if (right) into.right++;
}

/** One group as labelled, and what was found in it so far. */
class Group {
  private readonly openings = new Map<string, LabelledLine>();
  private readonly opened = new Set<string>();
  private readonly found = new Set<string>();
  private readonly bySeq = new Map<number, LabelledLine>();
  private readonly confidence = new Map<number, number>();

  constructor(
    private readonly lines: LabelledLine[],
    private readonly figures: Figures,
    private readonly details: Details,
  ) {
    for (const line of lines) {
      this.bySeq.set(line.seq, line);
      if (line.case) this.openings.set(line.matter, line);
    }
  }

  run(recogniser: Recogniser): void {
    const reader = recogniser.room([]);
    for (const line of this.lines) this.judge(line, reader.read(roomMessage(line)));
    for (const [matter, line] of this.openings) this.settle(matter, line);
  }

  private judge(line: LabelledLine, decision: Decision): void {
    const { figures } = this;
    const meant = decision.matter === null ? '' : (this.bySeq.get(Number(decision.matter))?.matter ?? '');
    figures.messages++;
    this.confidence.set(line.seq, decision.confidence);
    confuse(this.details.confusion.intent, line.intent, decision.intent);
    if (decision.ask) figures.asked++;
    if (line.case && !line.sealed) count(figures.askRecall, decision.ask);
    if (decision.action === 'open') this.judgeOpening(decision, meant);
    if (decision.action === 'suggest') this.judgeSuggestion(line);
    if (LINKED.has(line.intent) && line.matter !== '') count(figures.linkRecall, meant === line.matter);
    if (LINKED.has(decision.intent) && decision.matter !== null)
      count(figures.linkPrecision, meant === line.matter);
    if (line.role !== 'official') return;
    if (line.intent === 'answer') count(figures.answerRecall, decision.intent === 'answer');
    if (decision.intent === 'answer') count(figures.answerPrecision, line.intent === 'answer');
  }

  private judgeOpening(decision: Decision, meant: string): void {
    const { figures } = this;
    const truth = this.openings.get(meant);
    const first = truth !== undefined && !this.opened.has(meant);
    const line = this.bySeq.get(Number(decision.matter));
    const mistake = (kind: Mistake['kind']): void => {
      if (line) this.details.mistakes.push({ kind, confidence: decision.confidence, line });
    };
    count(figures.openPrecision, first);
    if (truth === undefined) return mistake('opened wrongly');
    if (truth.sealed && !decision.sealed) {
      figures.leaks++;
      mistake('leaked');
    }
    if (!first) {
      figures.seconds++;
      return mistake('opened twice');
    }
    this.opened.add(meant);
    this.found.add(meant);
    confuse(this.details.confusion.category, truth.category, decision.category);
    confuse(this.details.confusion.urgency, truth.urgency, decision.urgency);
    count(figures.category, decision.category === truth.category);
    count(figures.urgency, decision.urgency === truth.urgency);
  }

  private judgeSuggestion(line: LabelledLine): void {
    this.figures.suggestions++;
    if (this.openings.has(line.matter)) this.found.add(line.matter);
  }

  private settle(matter: string, line: LabelledLine): void {
    const { figures } = this;
    figures.matters++;
    count(figures.openRecall, this.opened.has(matter));
    if (!this.opened.has(matter))
      this.details.mistakes.push({ kind: 'missed', confidence: this.confidence.get(line.seq) ?? 0, line });
    count(figures.foundRecall, this.found.has(matter));
    if (line.urgency === 'emergency') count(figures.emergencies, this.opened.has(matter));
    if (line.sealed) count(figures.accusations, this.found.has(matter));
  }
}

/** Runs a recogniser over labelled lines (any number of groups, each in time order) and counts. */
export function evaluate(
  lines: LabelledLine[],
  recogniser: Recogniser,
  details: Details = noDetails(),
): Figures {
  const groups = new Map<string, LabelledLine[]>();
  for (const line of lines) {
    const group = groups.get(line.group) ?? [];
    group.push(line);
    groups.set(line.group, group);
  }
  const figures = emptyFigures();
  for (const group of groups.values()) new Group(group, figures, details).run(recogniser);
  return figures;
}

function confuse(counts: Map<string, number>, truth: string, decided: string): void {
  const key = `${truth} ${decided}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The sum of several groups' figures. */
export function sumOf(all: Figures[]): Figures {
  const sum = emptyFigures();
  for (const figures of all)
    for (const [name, value] of Object.entries(figures) as [keyof Figures, number | Rate][]) {
      if (typeof value === 'number') (sum[name] as number) += value;
      else {
        (sum[name] as Rate).right += value.right;
        (sum[name] as Rate).of += value.of;
      }
    }
  return sum;
}

/** A rate between 0 and 1; 1 when there was nothing to get wrong. */
export const share = ({ right, of }: Rate): number => (of === 0 ? 1 : right / of);

/** The figures as a table for people, one a line. */
export function figuresTable(figures: Figures): string {
  const lines: [string, string][] = [
    ['messages', String(figures.messages)],
    ['matters', String(figures.matters)],
    ['suggestions per 100', ((100 * figures.suggestions) / Math.max(1, figures.messages)).toFixed(1)],
    ['asked per 100', ((100 * figures.asked) / Math.max(1, figures.messages)).toFixed(1)],
    ['second cases', String(figures.seconds)],
    ['accusations leaked', String(figures.leaks)],
  ];
  for (const [name, value] of Object.entries(figures) as [string, number | Rate][]) {
    if (typeof value !== 'number')
      lines.push([name, `${share(value).toFixed(3)} (${value.right}/${value.of})`]);
  }
  return lines.map(([name, value]) => `${name.padEnd(22)}${value}`).join('\n');
}
