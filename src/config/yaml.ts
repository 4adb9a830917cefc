import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Fault } from './fault.js';

export type YamlPath = readonly (string | number)[];

/** A YAML file read whole: its value, and the line of every part of it. */
export interface YamlFile {
  file: string;
  /** undefined when the file is empty or holds comments alone. */
  value: unknown;
  /** The line of the key or list entry at this path, or of the nearest part around it that exists. */
  line(path: YamlPath): number;
  /** The same faults as the checks find them, with file and line filled in. */
  fault(path: YamlPath, what: string, mend: string): Fault;
}

export type YamlResult = { ok: true; yaml: YamlFile } | { ok: false; fault: Fault };

/** Reads YAML 1.2. Text that is not YAML gives one fault, with the line where reading failed. */
export function readYaml(file: string, text: string): YamlResult {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const broken = doc.errors[0] ?? doc.warnings[0];
  if (broken) return malformed(file, lines.linePos(broken.pos[0]).line, broken.message);
  try {
    return { ok: true, yaml: yamlFile(file, doc, lines, (doc.toJS() as unknown) ?? undefined) };
  } catch (error) {
    // Aliases that multiply themselves: yaml refuses to unfold them.
    return malformed(file, 1, error instanceof Error ? error.message : String(error));
  }
}

/** `people[2].role`, for people who read faults. */
export function formatPath(path: YamlPath): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

function malformed(file: string, line: number, message: string): YamlResult {
  const what = `not readable as YAML (${message.split('\n')[0] ?? ''})`;
  const mend = 'mend this line: indent with spaces, close quotes and brackets, put a space after ":" and "-"';
  return { ok: false, fault: { file, line, path: '', what, mend } };
}

function yamlFile(file: string, doc: Document.Parsed, lines: LineCounter, value: unknown): YamlFile {
  const line = (path: YamlPath): number => lines.linePos(offsetOf(doc.contents, path)).line;
  return {
    file,
    value,
    line,
    fault: (path, what, mend) => ({ file, line: line(path), path: formatPath(path), what, mend }),
  };
}

/** Walks down as far as the file goes; a key's own place counts, not its value's. */
function offsetOf(root: Node | null, path: YamlPath): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const part of path) {
    const step: { at: unknown; node: unknown } | null = stepInto(node, part);
    if (step === null) break;
    if (isNode(step.at) && step.at.range) offset = step.at.range[0];
    node = step.node;
  }
  return offset;
}

function stepInto(node: unknown, part: string | number): { at: unknown; node: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(part),
    );
    return pair ? { at: pair.key, node: pair.value } : null;
  }
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? null : { at: item, node: item };
  }
  return null;
}
