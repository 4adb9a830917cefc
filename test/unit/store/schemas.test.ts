import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { Action } from '../../../src/cases/action.js';
import type { Case } from '../../../src/cases/case.js';
import { caseSchema } from '../../../src/cases/case-schema.js';
import type { Command } from '../../../src/cases/command.js';
import type { commandSchema } from '../../../src/cases/command-schema.js';
import type { CaseEvent } from '../../../src/cases/event.js';
import type { actionSchema } from '../../../src/cases/event-schema.js';
import { caseEventSchema } from '../../../src/cases/event-schema.js';
import type { Incoming } from '../../../src/cases/message.js';
import { incomingSchema, intakeItemSchema, outboxRowSchema } from '../../../src/cases/message-schema.js';
import type { OutboxRow } from '../../../src/cases/outcome.js';
import type { IntakeItem } from '../../../src/cases/ports.js';
import { opening, sampleCase, sampleItem, sampleMessage, sampleRow } from '../../support/case-samples.js';

/** A value of the type is a value of the schema: `satisfies` checks the other way round only. */
type Covers<T, S extends z.ZodType> = [T] extends [z.output<S>] ? true : never;
const covers: [
  Covers<Case, typeof caseSchema>,
  Covers<CaseEvent, typeof caseEventSchema>,
  Covers<Action, typeof actionSchema>,
  Covers<Command, typeof commandSchema>,
  Covers<Incoming, typeof incomingSchema>,
  Covers<IntakeItem, typeof intakeItemSchema>,
  Covers<OutboxRow, typeof outboxRowSchema>,
] = [true, true, true, true, true, true, true];

/** What cases of before do not have: read as nothing. */
const SINCE = ['alsoRaised', 'asked', 'lead', 'coHandlers', 'declining'];

describe('what the store reads back', () => {
  it('is every value of its type', () => {
    expect(covers).toHaveLength(7);
  });

  it('is the same as was written, field by field', () => {
    const person = { id: 'wxid_tan', name: '谭嫂子' };
    const full = sampleCase(1, {
      registrar: person, coPetitioners: [person], supervised: { by: '欧清和', at: 5, note: '限期' }, rating: 'fairly', ratedAt: 9,
      handler: { name: '李望秋', role: 'township_leader', place: '店门镇', contacts: ['wxid_li'] }, mergedInto: 'x#2',
      materials: [{ messageId: 'm', type: 'image', text: '', by: person, at: 3 }], recognised: { model: 'v1', confidence: 0.9 },
    }); // prettier-ignore
    expect(caseSchema.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
    const [opened] = opening(1).cases;
    expect(caseEventSchema.parse(opened?.events[0])).toEqual(opened?.events[0]);
    const message = sampleMessage('m', {
      quote: { name: 'a', text: 'b' }, recalls: 'x', location: { latitude: 1, longitude: 2, name: 'n', address: 'a' },
    }); // prettier-ignore
    expect(incomingSchema.parse(message)).toEqual(message);
    const item: IntakeItem = {
      ...sampleItem('m'),
      command: { verb: 'merge', ref: { kind: 'number', number: 5, place: null }, into: { kind: 'none' } },
      decision: { action: 'open', intent: 'petition', category: '', urgency: '', sealed: false, matter: 'm', confidence: 1, ask: false },
    }; // prettier-ignore
    expect(intakeItemSchema.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
    const row = sampleRow('r', {
      orElse: { chat: { id: 'g', room: true }, text: 't', mentions: ['a'] },
      merge: { part: 'p', tail: 't' },
    });
    expect(outboxRowSchema.parse(row)).toEqual(row);
  });

  it('is refused when a field is missing or of another kind', () => {
    // Cases of older releases lack what came later.
    const since = new Set(['waiting', 'waits']);
    for (const field of Object.keys(sampleCase(1)).filter((one) => !since.has(one))) {
      const { [field]: _, ...without } = sampleCase(1) as unknown as Record<string, unknown>;
      expect([field, caseSchema.safeParse(without).success]).toEqual([field, SINCE.includes(field)]);
    }
    expect(caseSchema.safeParse({ ...sampleCase(1), state: 'lost' }).success).toBe(false);
  });
});
