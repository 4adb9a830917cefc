import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The configuration that comes with the product. */
export const PACKAGED = resolve('config');

/** A folder of the operator's own with these files; `remove` takes it away again. */
export function configFolder(files: Record<string, string | Uint8Array>): {
  dir: string;
  remove: () => void;
} {
  const dir = mkdtempSync(join(tmpdir(), 'huiyin-config-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
