import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from './fault.js';
import type { Folders } from './files.js';
import type { Server } from './servers.js';
import type { Settings } from './settings.js';

/** Keys of the county's own servers. Secrets: in no log and no fault. */
export interface Keys {
  reader: string | null;
  voice: string | null;
}

type Env = Record<string, string | undefined>;

/** Reads the keys that settings.yaml points to; a file that cannot be read is a fault, an unset variable is no key. */
export function readKeys(settings: Settings, env: Env, folders: Folders): { keys: Keys; faults: Fault[] } {
  const reader = readKey('reader', settings.reader, env, folders);
  const voice = readKey('voice', settings.voice, env, folders);
  return { keys: { reader: reader.key, voice: voice.key }, faults: [...reader.faults, ...voice.faults] };
}

interface Read {
  key: string | null;
  faults: Fault[];
}

function readKey(section: string, server: Server | null, env: Env, folders: Folders): Read {
  if (!server) return { key: null, faults: [] };
  if (server.keyFile === null) return checked(section, env[server.keyEnv]?.trim() ?? '', server.keyEnv, folders);
  const path = resolve(folders.own, server.keyFile);
  try {
    return checked(section, readFileSync(path, 'utf8').trim(), path, folders);
  } catch {
    const mend = 'make sure that it is a file that the user of this process may read, or take the line out';
    return { key: null, faults: [fault(section, `${path} cannot be read`, mend, folders)] };
  }
}

/** What goes into an HTTP header is one line of plain characters. */
function checked(section: string, key: string, where: string, folders: Folders): Read {
  if (/^[\x21-\x7e]*$/u.test(key)) return { key: key === '' ? null : key, faults: [] };
  const mend = 'put nothing but the key there: one line, letters and figures';
  return { key: null, faults: [fault(section, `${where} does not hold a key`, mend, folders)] };
}

function fault(section: string, what: string, mend: string, folders: Folders): Fault {
  return { file: join(folders.own, 'settings.yaml'), line: null, path: section, what, mend };
}
