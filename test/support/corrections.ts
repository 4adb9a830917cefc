import { correctionId, type Correction, type CorrectionLine } from '../../src/cases/correction.js';

const AT = Date.parse('2026-05-02T09:00:00+08:00');

function line(over: Partial<CorrectionLine>): CorrectionLine {
  return {
    at: AT, who: 'v1', role: 'villager', type: 'text', text: '早上好', context: true, case: false, intent: 'chatter', category: '',
    urgency: '', matter: '', ...over,
  }; // prettier-ignore
}

/** A confirmed suggestion with one line before it. */
export function sampleCorrection(messageId: string, over: Partial<Correction> = {}): Correction {
  const own = { at: AT + 60_000, who: 'v2', text: '又没水了', context: false, case: true } as const;
  return {
    id: correctionId(messageId),
    at: AT + 3_600_000,
    kind: 'picked',
    group: 'group-abc123',
    caseId: '店门镇/石门社区#1',
    model: 'rules-1',
    confidence: 0.6,
    lines: [
      line({}),
      line({ ...own, intent: 'petition', category: 'utility', urgency: 'urgent', matter: 'm1' }),
    ],
    ...over,
  };
}
