import { z } from 'zod';
import { didYouMean, type Fault } from './fault.js';
import type { YamlFile, YamlPath } from './yaml.js';

/** Own checks write their message as `what; what to do`. */
const SEPARATOR = '; ';

/** A strict object that tells its known keys along with the unknown ones, so that the fault can name the nearest. */
export function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(',');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
}

/** Every fault that zod found in a file, each with its line. */
export function faultsOf(yaml: YamlFile, error: z.core.$ZodError, root: YamlPath = []): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(yaml, issue, [...root, ...issue.path.map(asKey)]));
}

function faultsOfIssue(yaml: YamlFile, issue: z.core.$ZodIssue, path: YamlPath): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(yaml, key, issue.message, path));
  // A record with a closed list of keys reports a bad key as its own code.
  if (issue.code === 'invalid_key') {
    return [unknownKey(yaml, String(path.at(-1)), knownKeys(issue.issues), path.slice(0, -1))];
  }
  const value = valueAt(yaml.value, path);
  const { what, mend } = describe(issue, value);
  return [yaml.fault(path, what, mend)];
}

function unknownKey(yaml: YamlFile, key: string, known: string, path: YamlPath): Fault {
  const names = known.split(',').filter((name) => name !== '');
  const near = didYouMean(key, names);
  const mend =
    near === null
      ? `known here: ${names.join(', ')}`
      : `did you mean "${near}"? Known here: ${names.join(', ')}`;
  return yaml.fault([...path, key], `unknown key "${shown(key)}"`, mend);
}

function knownKeys(issues: z.core.$ZodIssue[]): string {
  return issues
    .flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []))
    .join(',');
}

function describe(issue: z.core.$ZodIssue, value: unknown): { what: string; mend: string } {
  if (value === undefined) return { what: 'missing', mend: `write ${expected(issue)} here` };
  if (value === null) return { what: 'empty', mend: `write ${expected(issue)} here, or take the line out` };
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String), value);
  if (issue.code === 'invalid_type') return wrongType(issue, value);
  if (issue.code === 'too_small' || issue.code === 'too_big') return outOfRange(issue, value);
  const cut = issue.message.indexOf(SEPARATOR);
  if (cut < 0)
    return {
      what: `"${shown(value)}" is not right (${issue.message})`,
      mend: 'see the comments of the file',
    };
  return { what: issue.message.slice(0, cut), mend: issue.message.slice(cut + SEPARATOR.length) };
}

function oneOf(values: string[], value: unknown): { what: string; mend: string } {
  const near = didYouMean(shown(value), values);
  const hint = near === null ? '' : `did you mean "${near}"? `;
  return { what: `"${shown(value)}" is not known here`, mend: `${hint}write one of: ${values.join(', ')}` };
}

function wrongType(issue: z.core.$ZodIssueInvalidType, value: unknown): { what: string; mend: string } {
  const isText = issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  const mend = isText ? `put it between quotes: "${shown(value)}"` : `write ${expected(issue)} here`;
  return { what: `this is ${typeName(value)}, not ${expected(issue)}`, mend };
}

function outOfRange(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
): { what: string; mend: string } {
  const [word, bound] =
    issue.code === 'too_small' ? ['more than', issue.minimum] : ['less than', issue.maximum];
  const limit = issue.inclusive ? (issue.code === 'too_small' ? 'at least' : 'at most') : word;
  const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
  const what =
    value === '' ? 'empty' : issue.code === 'too_small' ? 'too small or too short' : 'too large or too long';
  return { what, mend: `write ${limit} ${bound}${unit}` };
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of "key: value" lines',
  record: 'a block of "key: value" lines',
};

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of: ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
  return 'a value';
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return TYPE_NAMES[typeof value] ?? typeof value;
}

/** A value as a fault may quote it: one short line without control characters. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '?');
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}

export function valueAt(value: unknown, path: YamlPath): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[part];
  }
  return at;
}

function asKey(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}
