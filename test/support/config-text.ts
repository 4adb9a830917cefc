import type { z } from 'zod';
import { formatFault, type Fault } from '../../src/config/fault.js';
import { parseConfig } from '../../src/config/read.js';
import type { YamlFile } from '../../src/config/yaml.js';

/** What a file of this text says; throws its faults. */
export function valueOf<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  const read = parseConfig({ file: 'x.yaml', text, packaged: false }, schema, () => []);
  if (!read.ok) throw new Error(read.faults.map(formatFault).join('\n'));
  return read.value;
}

/** The faults of a file of this text, as the operator reads them. */
export function faultsIn(
  text: string,
  schema: z.ZodType,
  check: (yaml: YamlFile) => Fault[] = () => [],
): string[] {
  const read = parseConfig({ file: 'x.yaml', text, packaged: false }, schema, check);
  return read.ok ? [] : read.faults.map(formatFault);
}
