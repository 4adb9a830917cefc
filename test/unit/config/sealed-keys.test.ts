import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault } from '../../../src/config/fault.js';
import { readSealedKeys } from '../../../src/config/sealed-keys.js';
import { testKey } from '../../support/vault.js';

const base64 = (name: string): string => Buffer.from(testKey(name)).toString('base64');
const hex = (name: string): string => Buffer.from(testKey(name)).toString('hex');

describe('keys of sealed cases', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'hy-key-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = (env: Record<string, string>) => readSealedKeys(env, folder);
  const keysOf = (env: Record<string, string>) => read(env).value.keys.map((key) => Buffer.from(key).toString('hex'));

  it('are none at first, and have a place to be made in', () => {
    expect(read({})).toEqual({ value: { keys: [], file: join(folder, 'sealed.key') }, faults: [] });
  });

  it('come as hex, base64 or its URL form', () => {
    const url = Buffer.from(testKey('a')).toString('base64url');
    for (const text of [hex('a'), hex('a').toUpperCase(), base64('a'), url])
      expect(keysOf({ HUIYIN_SEALED_KEY: text })).toEqual([hex('a')]);
  });

  it('are those of the variable, the named file and the own file, in this order, each once', () => {
    const named = join(folder, 'named');
    writeFileSync(named, `# the county's\n${base64('b')}\n${base64('a')}\n`);
    writeFileSync(join(folder, 'sealed.key'), `${base64('c')}\n`);
    expect(keysOf({ HUIYIN_SEALED_KEY: base64('a'), HUIYIN_SEALED_KEY_FILE: named })).toEqual(['a', 'b', 'c'].map(hex));
  });

  it('that are none are a fault that shows nothing of them', () => {
    const short = base64('a').slice(0, 20);
    const told = read({ HUIYIN_SEALED_KEY: short }).faults.map(formatFault).join();
    expect(told).toMatch(/HUIYIN_SEALED_KEY.*32 bytes.*openssl rand -base64 32/u);
    expect(told).not.toContain(short);
  });

  it('in a file that is missing or empty are a fault', () => {
    const named = join(folder, 'named');
    expect(read({ HUIYIN_SEALED_KEY_FILE: named }).faults).toHaveLength(1);
    writeFileSync(named, '# nothing yet\n');
    expect(read({ HUIYIN_SEALED_KEY_FILE: named }).faults).toHaveLength(1);
  });

  it('in an own file that is damaged are a fault: a new one would seal what the old cannot open', () => {
    writeFileSync(join(folder, 'sealed.key'), 'junk');
    expect(read({}).faults).toHaveLength(1);
  });
});
