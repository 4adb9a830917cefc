import type { Case } from '../../src/cases/case.js';
import type { CaseEvent, EventBody } from '../../src/cases/event.js';
import type { Incoming } from '../../src/cases/message.js';
import type { OutboxRow } from '../../src/cases/outcome.js';
import type { Change, IntakeItem } from '../../src/cases/ports.js';

/** Plain valid values for tests of the store; a test states only what it is about. */

export const T0 = Date.UTC(2026, 4, 2, 1, 0, 0);
export const PLACE = '店门镇/石门社区';

export function sampleCase(number: number, over: Partial<Case> = {}): Case {
  const place = over.place ?? PLACE;
  return {
    id: `${place}#${number}`, place, number, kind: 'petition', category: 'utility', urgency: 'normal', sealed: false,
    state: 'received', title: '路灯不亮', text: '中院子路灯不亮', petitioner: { id: 'wxid_he', name: '老贺' },
    registrar: null, chat: { id: 'r1@chatroom', room: true }, messageId: `m${number}`, openedAt: T0 + number,
    coPetitioners: [], handler: null, alsoRaised: [], asked: null, lead: null, coHandlers: [], declining: null, answerBy: T0 + 1000,
    resolveBy: T0 + 2000, extendedOnce: false, waiting: null, waits: 0, answeredAt: null,
    resolvedAt: null, closedAt: null, resolution: '', rating: null, ratedAt: null, supervised: null, published: false,
    mergedInto: null, hops: 0, materials: [], spoken: 0, recognised: null, version: 1, head: 'h1', ...over,
  }; // prettier-ignore
}

export function sampleEvent(seq: number, body: EventBody): CaseEvent {
  return {
    seq, at: T0 + seq, by: { id: 'wxid_he', name: '老贺' }, messageId: `m${seq}`, body, salt: 's', digests: {}, spoke: 0, hash: `h${seq}`,
  }; // prettier-ignore
}

export function openEvent(one: Case): CaseEvent {
  const { id, place, number, chat, title, answerBy, resolveBy } = one;
  const { kind, category, urgency, sealed, text, petitioner, registrar, materials, recognised } = one;
  return sampleEvent(1, {
    type: 'open', id, place, number, chat, title, answerBy, resolveBy,
    kind, category, urgency, sealed, text, petitioner, registrar, materials, recognised,
  }); // prettier-ignore
}

/** Opens case #number of a place. */
export function opening(number: number, over: Partial<Case> = {}, change: Partial<Change> = {}): Change {
  const one = sampleCase(number, over);
  return {
    place: one.place,
    opId: `op-open-${one.id}`,
    expectCounter: number - 1,
    cases: [{ case: one, expectVersion: 0, events: [openEvent(one)] }],
    rows: [],
    links: { [one.messageId]: one.id },
    ...change,
  };
}

/** The case one step on. */
export function step(from: Case, body: EventBody, over: Partial<Case>, change: Partial<Change> = {}): Change {
  const next: Case = { ...from, ...over, version: from.version + 1, head: `h${from.version + 1}` };
  return {
    place: from.place,
    opId: `op-${from.id}-${next.version}-${body.type}`,
    expectCounter: null,
    cases: [{ case: next, expectVersion: from.version, events: [sampleEvent(next.version, body)] }],
    rows: [],
    links: {},
    ...change,
  };
}

export function sampleRow(id: string, over: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id, place: PLACE, caseId: null, chat: { id: 'r1@chatroom', room: true }, orElse: null, text: '已收到 #1', mentions: [],
    priority: 'receipt', createdAt: T0, prompt: false, merge: null, ...over,
  }; // prettier-ignore
}

export function sampleMessage(id: string, over: Partial<Incoming> = {}): Incoming {
  return {
    id, chat: { id: 'r1@chatroom', room: true }, who: 'wxid_he', name: '老贺', at: T0, type: 'text', text: '路灯不亮',
    reply: '路灯不亮', quote: null, mentions: [], mentionsBot: false, ...over,
  }; // prettier-ignore
}

export function sampleItem(id: string, over: Partial<Incoming> = {}): IntakeItem {
  return {
    account: 'main',
    message: sampleMessage(id, over),
    decision: null,
    command: { verb: 'help' },
    malformed: null,
  };
}
