import { stringify } from 'yaml';
import type { z } from 'zod';
import type { DirectoryEntries } from '../cases/directory-entries.js';
import type { RoutingRule } from '../cases/routing.js';
import type { Texts } from '../cases/messages.js';
import { categoriesSchema, toTaxonomy, type Taxonomy } from './categories.js';
import { checkCategories } from './categories-checks.js';
import { checkDirectory } from './directory-checks.js';
import { directorySchema, type DirectoryFile } from './directory.js';
import type { Fault } from './fault.js';
import { readConfigText, type ConfigText, type Folders } from './files.js';
import { faultsOf } from './issues.js';
import { readMessages } from './messages.js';
import { checkRouting } from './routing-checks.js';
import { settingsSchema, toSettings, type Settings } from './settings.js';
import { checkSettings } from './settings-checks.js';
import { readYaml, type YamlFile } from './yaml.js';

/** What came of one file: its value, or everything that is wrong with it. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; faults: Fault[] };

export function readSettings(folders: Folders): Read<Settings> {
  const read = parseConfig(readConfigText(folders, 'settings.yaml'), settingsSchema, checkSettings);
  return read.ok ? { ok: true, value: toSettings(read.value) } : read;
}

export function readTaxonomy(folders: Folders): Read<Taxonomy> {
  const read = parseConfig(readConfigText(folders, 'categories.yaml'), categoriesSchema, checkCategories);
  return read.ok ? { ok: true, value: toTaxonomy(read.value) } : read;
}

/** What is wrong with the rules of routing, held against the directory. */
export function readRoutingFaults(folders: Folders, rules: RoutingRule[], entries: DirectoryEntries): Fault[] {
  const text = readConfigText(folders, 'categories.yaml');
  const read = 'fault' in text ? null : readYaml(text.file, text.text);
  return read?.ok ? checkRouting(read.yaml, rules, entries) : [];
}

/**
 * directory.yaml. The packaged one describes the simulated village, so it stands in for a missing or empty one only
 * when no gateway is configured: a real account must not wait for chats that do not exist.
 */
export function readDirectory(folders: Folders, hasGateway: boolean): Read<DirectoryFile> {
  const text = readConfigText(folders, 'directory.yaml');
  if ('fault' in text || (!text.packaged && !isEmpty(text)))
    return parseConfig(text, directorySchema, checkDirectory);
  if (hasGateway) return { ok: false, faults: [directoryMissing(text, folders)] };
  const packaged = readConfigText({ own: folders.packaged, packaged: folders.packaged }, 'directory.yaml');
  return parseConfig(packaged, directorySchema, checkDirectory);
}

/** messages.zh-CN.yaml. The operator's own may hold only the texts that are worded differently there. */
export function readTexts(folders: Folders): Read<Texts> {
  const own = readConfigText(folders, 'messages.zh-CN.yaml');
  const packaged = readConfigText(
    { own: folders.packaged, packaged: folders.packaged },
    'messages.zh-CN.yaml',
  );
  if ('fault' in own) return { ok: false, faults: [own.fault] };
  if ('fault' in packaged) return { ok: false, faults: [packaged.fault] };
  const read = readMessages(own.file, completed(own, packaged));
  return read.ok ? { ok: true, value: read.texts } : read;
}

/** The operator's texts with those they lack behind them, so that lines keep their numbers in faults. */
function completed(own: ConfigText, packaged: ConfigText): string {
  const mine = readYaml(own.file, own.text);
  const all = readYaml(packaged.file, packaged.text);
  if (!mine.ok || !all.ok || !isBlock(all.yaml.value)) return own.text;
  const written = mine.yaml.value ?? {};
  if (!isBlock(written)) return own.text;
  const lacking = Object.entries(all.yaml.value).filter(([key]) => !Object.hasOwn(written, key));
  return lacking.length === 0 ? own.text : `${own.text}\n${stringify(Object.fromEntries(lacking))}`;
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function directoryMissing(text: ConfigText, folders: Folders): Fault {
  const mend =
    'write "county: <name>", "groups:" with a line like { topic: <chat>, kind: village, place: <township>/<village> } ' +
    'for each chat, and "people:" with the officials; the README shows the format';
  const what = text.packaged ? 'missing, yet a gateway is configured' : 'empty, yet a gateway is configured';
  return {
    file: text.packaged ? `${folders.own}/directory.yaml` : text.file,
    line: null,
    path: '',
    what,
    mend,
  };
}

function isEmpty(text: ConfigText): boolean {
  const read = readYaml(text.file, text.text);
  return read.ok && read.yaml.value === undefined;
}

/** One file against its schema and the checks that look across its lines; an empty file is all defaults. */
export function parseConfig<Schema extends z.ZodType>(
  text: ConfigText | { fault: Fault },
  schema: Schema,
  check: (yaml: YamlFile) => Fault[],
): Read<z.output<Schema>> {
  if ('fault' in text) return { ok: false, faults: [text.fault] };
  const read = readYaml(text.file, text.text);
  if (!read.ok) return { ok: false, faults: [read.fault] };
  const parsed = schema.safeParse(read.yaml.value ?? {});
  const shape = parsed.success ? [] : faultsOf(read.yaml, parsed.error);
  const faults = [...shape, ...check(read.yaml)];
  if (parsed.success && faults.length === 0) return { ok: true, value: parsed.data };
  return { ok: false, faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
