import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
};

/** Beside this module, in src as in dist. */
const FOLDER = fileURLToPath(new URL('./page', import.meta.url));

/** The page's files by the path under which they are served; nothing else of the disk can be asked for. */
export function pageFiles(): (path: string) => { type: string; body: Buffer } | null {
  const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = new Map(names.map((file) => [relative(FOLDER, file).replaceAll('\\', '/'), file]));
  files.set('vendor/preact.mjs', preact());
  return (path) => {
    const file = files.get(path);
    const type = file && TYPES[extname(file)];
    return file && type ? { type, body: readFileSync(file) } : null;
  };
}

/** Preact with hooks and htm in one module, as the htm package ships it. */
function preact(): string {
  const entry = createRequire(import.meta.url).resolve('htm/preact');
  return join(dirname(entry), 'standalone.mjs');
}
