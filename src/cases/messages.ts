import { z } from 'zod';
import { STATE_TEXTS } from './message-keys-case.js';
import { MESSAGE_KEYS, isMessageKey, type MessageKey } from './message-keys.js';

/** Every text the bot says, checked: each key with its text. */
export type Texts = Readonly<Record<MessageKey, string>>;

/** One thing wrong with the texts, and how to mend it; `key` '' is the file as a whole. */
export interface TextFault {
  key: string;
  what: string;
  mend: string;
}

export type TextsResult = { ok: true; texts: Texts } | { ok: false; faults: TextFault[] };

const TEXT_MAX = 2000;
const PLACEHOLDER = /\{([^{}]*)\}/gu;

const fileSchema = z.record(z.string(), z.unknown());
const textSchema = z.string().trim().min(1).max(TEXT_MAX);

/** Reads the parsed messages file: every fault at once, not the first. */
export function readTexts(raw: unknown): TextsResult {
  const file = fileSchema.safeParse(raw);
  if (!file.success)
    return {
      ok: false,
      faults: [{ key: '', what: 'no texts in it', mend: 'write lines like  closed: "{case} 已归档。"' }],
    };
  const faults = [
    ...missingKeys(file.data),
    ...Object.entries(file.data).flatMap(([key, text]) => faultsOfText(key, text)),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, texts: file.data as Texts };
}

/**
 * The text of a key with its values put in. Values are put in once and never read for placeholders themselves. Throws
 * on a key or value that the code forgot: notices are made with typed keys, so that is a fault of the program.
 */
export function render(texts: Texts, key: string, values: Readonly<Record<string, string | number>>): string {
  if (!isMessageKey(key)) throw new Error(`no text has the key "${key}"`);
  return texts[key].replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`text "${key}" wants a value for {${name}}, and none was given`);
    return String(value);
  });
}

function missingKeys(file: Record<string, unknown>): TextFault[] {
  const missing = Object.keys(MESSAGE_KEYS).filter((key) => !Object.hasOwn(file, key));
  return missing.map((key) => ({ key, what: 'this text is missing', mend: `add it${allowed(key)}` }));
}

function faultsOfText(key: string, raw: unknown): TextFault[] {
  if (!isMessageKey(key))
    return [{ key, what: 'no message has this key', mend: 'take the line out, or mend its spelling' }];
  const text = textSchema.safeParse(raw);
  if (!text.success) {
    return [{ key, what: 'not a text', mend: `write a text of 1 to ${TEXT_MAX} characters between quotes` }];
  }
  return [
    ...unknownPlaceholders(key, text.data),
    ...brokenBraces(key, text.data),
    ...lostWords(key, text.data),
  ];
}

function unknownPlaceholders(key: MessageKey, text: string): TextFault[] {
  const known: readonly string[] = MESSAGE_KEYS[key];
  const used = [...text.matchAll(PLACEHOLDER)].map((hit) => hit[1] ?? '');
  return [...new Set(used)]
    .filter((name) => !known.includes(name))
    .map((name) => ({ key, what: `unknown placeholder {${name}}`, mend: `this text knows ${list(known)}` }));
}

function brokenBraces(key: string, text: string): TextFault[] {
  if (!/[{}]/u.test(text.replace(PLACEHOLDER, ''))) return [];
  return [
    {
      key,
      what: 'a brace without its other half',
      mend: 'write placeholders as {name}, nothing else in braces',
    },
  ];
}

/** Number, state word and mention are what people, digests and acceptance find a change by. */
function lostWords(key: MessageKey, text: string): TextFault[] {
  const word = (STATE_TEXTS as Partial<Record<MessageKey, string>>)[key];
  if (word === undefined) return [];
  const known: readonly string[] = MESSAGE_KEYS[key];
  const faults: TextFault[] = [];
  if (!text.includes(word))
    faults.push({ key, what: `the word ${word} is missing`, mend: `keep ${word} in this text` });
  if (!/\{(?:case|matter)\}/u.test(text))
    faults.push({ key, what: 'it does not say which case', mend: 'put {case} or {matter} in' });
  if (known.includes('at') && !text.includes('{at}')) {
    faults.push({ key, what: 'it mentions nobody', mend: 'put {at} in, best in front' });
  }
  return faults;
}

function allowed(key: string): string {
  return isMessageKey(key) ? `; it knows ${list(MESSAGE_KEYS[key])}` : '';
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'no placeholders' : names.map((name) => `{${name}}`).join(' ');
}
