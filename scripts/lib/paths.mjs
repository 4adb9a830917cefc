import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder of the project, whatever folder the command was typed in. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DIST = join(ROOT, 'dist');
export const SOURCES = join(ROOT, 'src');
export const MODULES = join(ROOT, 'node_modules');

/** The path of a program that a package of ours brings, run as `node <path>`: works without a shell and without links. */
export const program = (packageFile) => join(MODULES, packageFile);
