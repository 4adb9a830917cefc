import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, eraseEvent, seal, verifyChain } from '../../../src/cases/chain.js';
import type { CaseEvent } from '../../../src/cases/event.js';
import { caseEventSchema } from '../../../src/cases/event-schema.js';
import { fold } from '../../../src/cases/fold.js';
import { Story, handler, laohe, power, tansaozi, zhou } from '../../support/case-world.js';

const picture = {
  messageId: 'p1',
  type: 'image',
  text: '灯',
  by: { id: laohe.id, name: '老贺' },
  at: 5,
} as const;

function history(): CaseEvent[] {
  return new Story({ text: '我家13812345678门口路灯不亮' }, { home: { id: 'wxid_he', room: false } })
    .do({ type: 'join' }, tansaozi)
    .do({ type: 'add', material: picture }, laohe)
    .do({ type: 'assign', to: handler(power), dueBy: null }, zhou)
    .do({ type: 'progress', note: '老贺家在修' }, power)
    .do({ type: 'resolve', done: '老贺家灯泡换了' }, power)
    .do({ type: 'rate', rating: 'unsatisfied', reason: '又灭了' }, laohe).events;
}

/** Every leaf of a value, as paths. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

function tampered<Value>(value: Value, path: string[]): Value {
  const copy = structuredClone(value);
  let at = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const old = at[last];
  at[last] = typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${String(old)}x`;
  return copy;
}

describe('hash chain', () => {
  it('holds over a whole history', () => {
    const events = history();
    expect(verifyChain(events, events.at(-1)?.hash)).toEqual({ ok: true });
  });

  it('shows any changed value of any event', () => {
    const events = history();
    for (const path of leaves(events)) {
      const broken = tampered(events, path);
      const seq = Number(path[0]) + 1;
      const result = verifyChain(broken);
      expect({ path, ok: result.ok }).toEqual({ path, ok: false });
      if (!result.ok) expect(result.seq).toBe(seq);
    }
  });

  it('shows an event taken out, moved, doubled or cut off', () => {
    const events = history();
    const [a, b, c, ...rest] = events as [CaseEvent, CaseEvent, CaseEvent, ...CaseEvent[]];
    expect(verifyChain([a, c, ...rest])).toEqual({ ok: false, seq: 2 });
    expect(verifyChain([a, { ...c, seq: 2 }, ...rest])).toEqual({ ok: false, seq: 2 });
    expect(verifyChain([a, c, b, ...rest])).toEqual({ ok: false, seq: 2 });
    expect(verifyChain([a, b, b, c, ...rest])).toEqual({ ok: false, seq: 3 });
    expect(verifyChain(events.slice(0, -1), events.at(-1)?.hash)).toEqual({ ok: false, seq: 7 });
    expect(verifyChain(events.slice(1))).toEqual({ ok: false, seq: 1 });
  });

  it('shows an event put in the place of another, and a gap in the count', () => {
    const [a, b, c] = history() as [CaseEvent, CaseEvent, CaseEvent, ...CaseEvent[]];
    const other = seal({ ...b, messageId: 'forged' }, a.hash);
    expect(verifyChain([a, other])).toEqual({ ok: true });
    expect(verifyChain([a, other, c])).toEqual({ ok: false, seq: 3 });
    expect(verifyChain([a, seal({ ...b, seq: 3 }, a.hash)])).toEqual({ ok: false, seq: 2 });
  });

  it('gives equal words different digests under different salts', () => {
    const digest = (salt: string) => new Story({}, { salt }).events[0]?.digests['text'];
    expect(digest('a')).not.toBe(digest('b'));
    expect(digest('a')).toBe(digest('a'));
  });
});

describe('erasing', () => {
  const PERSONAL = [
    '老贺',
    '谭嫂子',
    '周小满',
    '电力所',
    '13812345678',
    '路灯',
    '灯泡',
    '又灭了',
    'wxid_',
    'salt-',
    'p1',
  ];

  it('leaves nothing personal, and the chain whole', () => {
    const erased = history().map(eraseEvent);
    const text = JSON.stringify(erased);
    for (const word of PERSONAL) expect({ word, found: text.includes(word) }).toEqual({ word, found: false });
    expect(verifyChain(erased, erased.at(-1)?.hash)).toEqual({ ok: true });
  });

  it('can take some events and leave others', () => {
    const events = history();
    for (const chosen of [0, 2, 5]) {
      const mixed = events.map((event, i) => (i === chosen ? eraseEvent(event) : event));
      expect(verifyChain(mixed)).toEqual({ ok: true });
    }
  });

  it('twice is once, and the case still folds: times, states, offices stay', () => {
    const events = history();
    const erased = events.map(eraseEvent);
    expect(erased.map(eraseEvent)).toEqual(erased);
    const [before, after] = [fold(events), fold(erased)];
    expect(after).toMatchObject({
      id: before.id,
      state: 'reopened',
      openedAt: before.openedAt,
      answeredAt: before.answeredAt,
      rating: 'unsatisfied',
      handler: { name: '', role: 'department', place: '店门镇', contacts: [] },
      petitioner: { id: '', name: '' },
      text: '',
    });
  });

  it('cannot be used to put other words in', () => {
    const events = history().map(eraseEvent);
    for (const path of leaves(events)) {
      if (path[1] === 'salt') continue;
      expect({ path, ok: verifyChain(tampered(events, path)).ok }).toEqual({ path, ok: false });
    }
  });

  it('keeps a room, which is no person', () => {
    const [opening] = new Story().events.map(eraseEvent);
    expect(opening?.body).toMatchObject({ chat: { id: 'shimen@chatroom', room: true } });
  });
});

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and reads back the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const parsed: unknown = JSON.parse(text);
        expect(parsed).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(parsed)).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe(canonicalJson({ a: { c: 3, d: 2 }, b: 1 }));
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});

describe('an event from before a field was there', () => {
  const sha = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
  const by = { id: 'wxid_ou', name: '欧清和' };
  const draft = { seq: 1, at: 5, messageId: 'm', spoke: 0, salt: 's', by };

  it.each([
    [{ type: 'lift' } as const, { by: sha(['s', 'by', by]) }],
    [
      { type: 'supervise', note: '抓紧' } as const,
      { by: sha(['s', 'by', by]), note: sha(['s', 'note', '抓紧']) },
    ],
  ])('%j keeps the hash that it was sealed with', (body, digests) => {
    const blank = body.type === 'lift' ? body : { ...body, note: '' };
    const hash = sha({ seq: 1, at: 5, messageId: 'm', spoke: 0, body: blank, digests, before: '' });
    const read = caseEventSchema.parse({ ...draft, body, digests, hash });
    expect(seal({ ...draft, body: read.body }, '').hash).toBe(hash);
    expect(verifyChain([read])).toEqual({ ok: true });
    expect(verifyChain([eraseEvent(read)])).toEqual({ ok: true });
  });

  it('with its new fields is covered whole', () => {
    const body = { type: 'supervise', note: '抓紧', number: '督办〔2026〕1号', until: 9 } as const;
    const event = seal({ ...draft, body }, '');
    expect(verifyChain([{ ...event, body: { ...body, until: 10 } }]).ok).toBe(false);
    const lift = seal({ ...draft, body: { type: 'lift', note: '好了' } }, '');
    expect(eraseEvent(lift).body).toEqual({ type: 'lift', note: '' });
    expect(verifyChain([eraseEvent(lift)])).toEqual({ ok: true });
  });
});
