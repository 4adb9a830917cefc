import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST } from '../../scripts/lib/paths.mjs';

/** A module of the built product: what is measured is what runs. (Asked for at run time: a fresh clone has none yet.) */
export const dist = (path) => import(pathToFileURL(join(DIST, path)).href);
