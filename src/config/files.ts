import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { didYouMean, envFault, type Fault } from './fault.js';

export const CONFIG_FILES = [
  'directory.yaml',
  'settings.yaml',
  'categories.yaml',
  'messages.zh-CN.yaml',
] as const;
export type ConfigFileName = (typeof CONFIG_FILES)[number];

/** The operator's folder, and the one that came with the product. */
export interface Folders {
  own: string;
  packaged: string;
}

export interface ConfigText {
  /** As a fault names it: relative to the working folder when it lies below it. */
  file: string;
  text: string;
  /** True when the operator's folder has none, and this is the one that came with the product. */
  packaged: boolean;
}

/** The operator's folder, checked: it must exist and hold no file whose name is nearly that of a known one. */
export function checkFolder({ own, packaged }: Folders): Fault[] {
  if (isFolder(own)) return own === packaged ? [] : readdirSync(own).flatMap((name) => misnamed(own, name));
  const mend = 'make the folder and put your directory.yaml into it, or unset the variable';
  return [envFault('HUIYIN_CONFIG', 'not a folder', mend)];
}

/** The data folder may not exist yet, but nothing else may stand in its place. */
export function checkDataDir(dir: string): Fault[] {
  if (!exists(dir) || isFolder(dir)) return [];
  return [
    envFault(
      'HUIYIN_DATA',
      'a file stands where the folder should be',
      'name a folder, or take the file away',
    ),
  ];
}

function misnamed(dir: string, name: string): Fault[] {
  const known: readonly string[] = CONFIG_FILES;
  if (known.includes(name) || !/\.ya?ml$/i.test(name)) return [];
  const near = didYouMean(name, known);
  if (near === null) return [];
  return [
    {
      file: shortName(join(dir, name)),
      line: null,
      path: '',
      what: 'no file of this name is read',
      mend: `rename it to ${near}`,
    },
  ];
}

/** Reads a file from the operator's folder, else from the packaged one. */
export function readConfigText(folders: Folders, name: ConfigFileName): ConfigText | { fault: Fault } {
  const own = join(folders.own, name);
  const packaged = !exists(own);
  const path = packaged ? join(folders.packaged, name) : own;
  const file = shortName(path);
  try {
    // Fatal: a file saved as GBK or UTF-16 must not become a village of question marks.
    return { file, packaged, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    return { fault: unreadable(file, error) };
  }
}

function unreadable(file: string, error: unknown): Fault {
  const fault = { file, line: null, path: '' };
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return { ...fault, what: 'not UTF-8 text', mend: 'save it again with the encoding UTF-8' };
  }
  const mend = 'make sure that it is a file, and that the user of this process may read it';
  return { ...fault, what: `cannot be read (${code})`, mend };
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function shortName(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}
