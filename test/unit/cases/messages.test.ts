import { STATE_TEXTS } from '../../../src/cases/message-keys-case.js';
import { MESSAGE_KEYS, isMessageKey, type MessageKey } from '../../../src/cases/message-keys.js';
import { readTexts, render, type Texts } from '../../../src/cases/messages.js';
import { STATE_WORDS } from '../../../src/cases/state-words.js';

/** A file in which every text is all that it may hold. */
function sound(): Record<string, string> {
  const texts = Object.entries(MESSAGE_KEYS).map(([key, names]) => {
    const word = (STATE_TEXTS as Record<string, string>)[key] ?? '说';
    return [key, `${word}${names.map((name) => ` {${name}}`).join('')}`];
  });
  return Object.fromEntries(texts) as Record<string, string>;
}

function faults(change: Record<string, unknown>): string[] {
  const result = readTexts({ ...sound(), ...change });
  return result.ok ? [] : result.faults.map(({ key, what }) => `${key}: ${what}`);
}

function texts(): Texts {
  const result = readTexts(sound());
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.texts;
}

describe('the texts', () => {
  it('are taken when all are there and sound', () => {
    expect(faults({})).toEqual([]);
  });

  it('tell every fault at once', () => {
    expect(faults({ closed: '已归档 {at}{case} {who}', receipt: 7, reciept: 'x' })).toEqual([
      'receipt: not a text',
      'closed: unknown placeholder {who}',
      'reciept: no message has this key',
    ]);
  });

  it('miss none', () => {
    const { closed: _, ...rest } = sound();
    const result = readTexts(rest);
    expect(result).toEqual({
      ok: false,
      faults: [{ key: 'closed', what: 'this text is missing', mend: 'add it; it knows {at} {case}' }],
    });
  });

  it.each([undefined, null, [], 'text', 5])('are not %j', (raw) => {
    expect(readTexts(raw)).toMatchObject({ ok: false, faults: [{ key: '' }] });
  });

  it('say what a placeholder could be', () => {
    const result = readTexts({ ...sound(), registered: '{mater}' });
    expect(result).toMatchObject({
      faults: [{ what: 'unknown placeholder {mater}', mend: 'this text knows {matter} {due}' }],
    });
    expect(faults({ refuse_nothing_to_undo: '{case}' })).toEqual([
      'refuse_nothing_to_undo: unknown placeholder {case}',
    ]);
  });

  it('have whole braces, and something in them', () => {
    for (const text of ['{at', 'at}', '{{at}}', '{at}{'])
      expect(faults({ refuse_void: text }).length).toBeGreaterThan(0);
    expect(faults({ refuse_void: '{}' })).toEqual(['refuse_void: unknown placeholder {}']);
    expect(faults({ refuse_void: '   ' })).toEqual(['refuse_void: not a text']);
    expect(faults({ refuse_void: 'x'.repeat(2001) })).toEqual(['refuse_void: not a text']);
  });

  it('keep the number, the word of the state, and the mention', () => {
    expect(faults({ assigned: '好了' })).toEqual([
      'assigned: the word 已交办 is missing',
      'assigned: it does not say which case',
      'assigned: it mentions nobody',
    ]);
    expect(faults({ overdue: '超期 {matter}' })).toEqual([]);
  });

  it('hold each state’s own word where a change of state is told', () => {
    const words = new Set<string>(Object.values(STATE_TEXTS));
    for (const state of [
      'received',
      'accepted',
      'assigned',
      'in_progress',
      'resolved',
      'reopened',
      'closed',
      'declined',
      'withdrawn',
    ] as const)
      expect(words).toContain(STATE_WORDS[state]);
    for (const key of Object.keys(STATE_TEXTS)) expect(Object.keys(MESSAGE_KEYS)).toContain(key);
  });
});

describe('render', () => {
  it('puts the values in', () => {
    const said = { ...texts(), closed: '{at}{case} 已归档，{case}。' };
    expect(render(said, 'closed', { at: '@老贺\u2005', case: '#12' })).toBe('@老贺\u2005#12 已归档，#12。');
    expect(render(said, 'refuse_merge_self', { number: 5 })).toContain('5');
  });

  it('takes values for words, never for placeholders or patterns', () => {
    const said = { ...texts(), closed: '{at}{case}' };
    expect(render(said, 'closed', { at: '{case}', case: '$& $1 {at}' })).toBe('{case}$& $1 {at}');
  });

  it('fails loudly where the program forgot something', () => {
    expect(() => render(texts(), 'closed', { case: '#1' })).toThrow(/closed.*\{at\}/u);
    expect(() => render(texts(), 'nonsense', {})).toThrow(/nonsense/u);
    expect(() => render({ ...texts(), closed: '{constructor}' }, 'closed', {})).toThrow(/constructor/u);
  });

  it('knows its keys', () => {
    expect(isMessageKey('closed')).toBe(true);
    expect(isMessageKey('toString')).toBe(false);
    const keys: MessageKey[] = ['receipt', 'refuse_hops', 'muted'];
    expect(keys.every(isMessageKey)).toBe(true);
  });
});
