import { resolve } from 'node:path';
import { toEntries } from './directory.js';
import { readEnv, type EnvConfig } from './env.js';
import type { Fault } from './fault.js';
import { checkDataDir, checkFolder, isFolder, type Folders } from './files.js';
import { readKeys } from './keys.js';
import { readDirectory, readRoutingFaults, readSettings, readTaxonomy, readTexts } from './read.js';
import type { Config } from './shape.js';

export type Loaded = { ok: true; config: Config } | { ok: false; faults: Fault[] };

/**
 * The one reading of the environment and the configuration folder. Every fault of all of them is returned at once;
 * main prints them (`formatFaults`) and ends with exit code 2. `packageConfigDir` is the folder that came with the
 * product: what the operator's folder (`HUIYIN_CONFIG`) lacks is taken from there.
 */
export function loadConfig(env: Record<string, string | undefined>, packageConfigDir: string): Loaded {
  const packaged = resolve(packageConfigDir);
  const read = readEnv(env, packaged);
  const folders = { own: read.env.configDir, packaged };
  const faults = [...read.faults, ...checkFolder(folders), ...checkDataDir(read.env.dataDir)];
  // Without the operator's folder every file in it would be a fault of its own.
  if (!isFolder(folders.own)) return { ok: false, faults };
  return assemble(read.env, env, folders, faults);
}

function assemble(
  env: EnvConfig,
  variables: Record<string, string | undefined>,
  folders: Folders,
  before: Fault[],
): Loaded {
  const settings = readSettings(folders);
  const taxonomy = readTaxonomy(folders);
  const directory = readDirectory(folders, env.gateway !== null);
  const messages = readTexts(folders);
  const files = [directory, settings, taxonomy, messages];
  const faults = [...before, ...files.flatMap((file) => (file.ok ? [] : file.faults))];
  // What the rules mean depends on who there is.
  if (directory.ok && taxonomy.ok)
    faults.push(...readRoutingFaults(folders, taxonomy.value.routing, toEntries(directory.value, 'live')));
  const { keys, faults: keyFaults } = settings.ok
    ? readKeys(settings.value, variables, folders)
    : { keys: { reader: null, voice: null }, faults: [] };
  faults.push(...keyFaults);
  const whole = settings.ok && taxonomy.ok && directory.ok && messages.ok;
  if (!whole || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    config: {
      ...env,
      settings: settings.value,
      keys,
      taxonomy: taxonomy.value,
      messages: messages.value,
      directory: toEntries(directory.value, settings.value.mode),
    },
  };
}
