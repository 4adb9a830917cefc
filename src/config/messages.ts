import { readTexts, type TextFault, type Texts } from '../cases/messages.js';
import { MESSAGE_KEYS } from '../cases/message-keys.js';
import { didYouMean, type Fault } from './fault.js';
import { readYaml, type YamlFile } from './yaml.js';

export type MessagesResult = { ok: true; texts: Texts } | { ok: false; faults: Fault[] };

/** Reads messages.zh-CN.yaml from its text; `file` is its name as the operator knows it, for the faults' lines. */
export function readMessages(file: string, text: string): MessagesResult {
  const read = readYaml(file, text);
  if (!read.ok) return { ok: false, faults: [read.fault] };
  const result = readTexts(read.yaml.value);
  return result.ok ? result : { ok: false, faults: result.faults.map((fault) => located(read.yaml, fault)) };
}

function located(yaml: YamlFile, { key, what, mend }: TextFault): Fault {
  if (key === '') return yaml.fault([], what, mend);
  const near = Object.hasOwn(MESSAGE_KEYS, key) ? null : didYouMean(key, Object.keys(MESSAGE_KEYS));
  return yaml.fault([key], what, near === null ? mend : `did you mean "${near}"? Else take the line out`);
}
