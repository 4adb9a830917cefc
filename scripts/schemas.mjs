import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './lib/paths.mjs';

/** Writes config/schemas/*.json from the built product (`npm run build` first); a unit test says when they are old. */
const { editorSchemas } = await import(join(ROOT, 'dist', 'config', 'schemas.js'));
const folder = join(ROOT, 'config', 'schemas');
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(editorSchemas())) {
  const file = join(folder, `${name}.json`);
  const style = await resolveConfig(file);
  await writeFile(file, await format(JSON.stringify(schema), { ...style, parser: 'json' }));
}
