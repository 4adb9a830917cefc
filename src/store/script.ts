import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A Lua script beside the code that calls it; Redis runs it whole or not at all. */
export interface Script {
  name: string;
  lua: string;
  sha: string;
}

const loaded = new Map<string, Script>();

/** Reads `<name>.lua` of this folder once per process. */
export function script(name: string): Script {
  const known = loaded.get(name);
  if (known) return known;
  const lua = readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8');
  const made = { name, lua, sha: createHash('sha1').update(lua).digest('hex') };
  loaded.set(name, made);
  return made;
}
