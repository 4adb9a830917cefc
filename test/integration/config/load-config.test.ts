import { mkdirSync } from "node:fs";
import { join } from 'node:path';
import { formatFault, formatFaults } from '../../../src/config/fault.js';
import { loadConfig } from '../../../src/config/load.js';
import { PACKAGED, configFolder } from '../../support/config-folder.js';

const GATEWAY = { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_s3cr3t', WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788' };
const COUNTY = 'county: 青溪县\ngroups:\n  - { topic: 甲村群, kind: village, place: 乙镇/甲村 }\n';

let folder: ReturnType<typeof configFolder> = configFolder({});
afterEach(() => folder.remove());

function load(files: Record<string, string | Uint8Array>, env: Record<string, string> = {}) {
  folder = configFolder(files);
  return loadConfig({ HUIYIN_CONFIG: folder.dir, ...env }, PACKAGED);
}

function faults(files: Record<string, string | Uint8Array>, env: Record<string, string> = {}): string[] {
  const loaded = load(files, env);
  return loaded.ok ? [] : loaded.faults.map(formatFault);
}

describe('the packaged configuration', () => {
  it('is sound, and is the simulated village', () => {
    const loaded = loadConfig({}, PACKAGED);
    expect(loaded.ok ? loaded.config.directory.county : formatFaults(loaded.faults)).toBe('衡岭县');
    if (!loaded.ok) return;
    expect(loaded.config.gateway).toBeNull();
    expect(loaded.config.configDir).toBe(PACKAGED);
    expect(loaded.config.directory.groups).toHaveLength(4);
    expect(new Set(loaded.config.directory.people.map((person) => person.role)).size).toBe(9);
    expect(loaded.config.taxonomy.categories.utility).toMatchObject({ name: '水电气网', private: false });
  });

  it('says in settings.yaml the same figures as an empty file means', () => {
    const packaged = loadConfig({}, PACKAGED);
    const empty = load({ 'settings.yaml': '' });
    if (!packaged.ok || !empty.ok) throw new Error('both must load');
    expect(empty.config.settings).toEqual(packaged.config.settings);
  });
});

describe('keys of the county’s own servers', () => {
  const reader = (more: string): string => `reader: { url: http://10.1.2.3/v1, model: q${more} }\n`;
  const keyOf = (files: Record<string, string>, env: Record<string, string> = {}): string | null | undefined => {
    const loaded = load(files, env);
    return loaded.ok ? loaded.config.keys.reader : undefined;
  };

  it('come from the environment or a file beside settings.yaml, or are none', () => {
    expect(keyOf({ 'settings.yaml': reader('') })).toBeNull();
    expect(keyOf({ 'settings.yaml': reader('') }, { HUIYIN_READER_KEY: ' sk-1 ' })).toBe('sk-1');
    expect(keyOf({ 'settings.yaml': reader(', key_env: MY_KEY') }, { MY_KEY: 'sk-2' })).toBe('sk-2');
    expect(keyOf({ 'settings.yaml': reader(', key_file: r.key'), 'r.key': 'sk-3\n' })).toBe('sk-3');
    expect(keyOf({ 'settings.yaml': '' }, { HUIYIN_READER_KEY: 'sk-1' })).toBeNull();
  });

  it('that cannot be had are a fault, and never repeated', () => {
    expect(faults({ 'settings.yaml': reader(', key_file: gone.key') })[0]).toMatch(
      /settings\.yaml reader: .*gone\.key cannot be read; make sure that it is a file/u,
    );
    const told = faults({ 'settings.yaml': reader('') }, { HUIYIN_READER_KEY: '秘密 secret' });
    expect(told[0]).toMatch(/HUIYIN_READER_KEY does not hold a key; put nothing but the key there/u);
    expect(told.join('')).not.toMatch(/秘密|secret/u);
  });
});

describe('a folder of the operator’s own', () => {
  it('takes what it lacks from the packaged one', () => {
    const loaded = load({ 'directory.yaml': COUNTY, 'settings.yaml': 'mode: trial\n' }, GATEWAY);
    if (!loaded.ok) throw new Error(formatFaults(loaded.faults));
    expect(loaded.config.directory).toMatchObject({ county: '青溪县', groups: [{ mode: 'trial' }], people: [] });
    expect(loaded.config.settings).toMatchObject({ mode: 'trial', dailyAt: 1080 });
    expect(loaded.config.gateway?.token).toBe('insecure_s3cr3t');
  });

  it.each([{}, { 'directory.yaml': '# later\n' }])('without a directory runs the simulated village: %j', (files) => {
    const loaded = load(files);
    expect(loaded.ok && loaded.config.directory.county).toBe('衡岭县');
  });

  it.each([
    [{}, 'missing'],
    [{ 'directory.yaml': '' }, 'empty'],
  ])('without a directory is a fault when a gateway is configured: %j', (files, what) => {
    expect(faults(files, GATEWAY)).toEqual([
      expect.stringMatching(new RegExp(`directory.yaml: ${what}, yet a gateway is configured; write "county: <name>", "groups:"`)),
    ]);
  });

  it('must exist', () => {
    const loaded = loadConfig({ HUIYIN_CONFIG: '/no/such/folder', PORT: 'x' }, PACKAGED);
    expect(loaded.ok ? [] : loaded.faults.map(formatFault)).toEqual([
      expect.stringContaining('environment PORT: not a port'),
      'environment HUIYIN_CONFIG: not a folder; make the folder and put your directory.yaml into it, or unset the variable',
    ]);
  });

  it('tells the faults of all files and variables at once, with exact places', () => {
    const found = faults(
      { 'directory.yaml': `${COUNTY}people:\n  - { name: 甲, role: admin, place: 丙镇 }\n`, 'settings.yaml': '\nmode: [', 'categories.yaml': 'x: 1' },
      { PORT: 'x' },
    );
    expect(found.map((fault) => fault.replace(folder.dir, '').split(': ')[0])).toEqual([
      'environment PORT',
      '/directory.yaml:5 people[0].place',
      '/settings.yaml:2',
      '/categories.yaml:1 x',
    ]);
  });

  it('says so when a file has nearly the right name, which nobody would read', () => {
    expect(faults({ 'directory.yml': COUNTY, 'setting.yaml': '', 'notes.yaml': 'x' }).sort()).toEqual([
      expect.stringMatching(/directory.yml: no file of this name is read; rename it to directory.yaml$/),
      expect.stringMatching(/setting.yaml: no file of this name is read; rename it to settings.yaml$/),
    ]);
  });

  it('says so when a file was saved in another encoding', () => {
    const gbk = Uint8Array.from([0x63, 0x3a, 0x20, 0xba, 0xe2, 0xc1, 0xeb]);
    expect(faults({ 'directory.yaml': gbk })).toEqual([
      expect.stringMatching(/directory.yaml: not UTF-8 text; save it again with the encoding UTF-8$/),
    ]);
  });

  it('reads a file that begins with a byte order mark, as editors on Windows write it', () => {
    expect(faults({ 'directory.yaml': `\ufeff${COUNTY}`, 'settings.yaml': '\ufeffmode: live\r\npacing: off\r\n' })).toEqual([]);
  });

  it('says so when a file cannot be read', () => {
    folder = configFolder({ 'directory.yaml': COUNTY });
    mkdirSync(join(folder.dir, 'settings.yaml'));
    const loaded = loadConfig({ HUIYIN_CONFIG: folder.dir }, PACKAGED);
    expect(loaded.ok ? [] : loaded.faults.map(formatFault)).toEqual([
      expect.stringMatching(/settings.yaml: cannot be read \(EISDIR\); make sure that it is a file/),
    ]);
  });
});

describe('texts of the operator’s own', () => {
  it('may be only those that are worded differently; new ones of an upgrade come from the product', () => {
    const loaded = load({ 'messages.zh-CN.yaml': "closed: '{at}{case} 归了档，已归档。'\n" });
    if (!loaded.ok) throw new Error(formatFaults(loaded.faults));
    const packaged = loadConfig({}, PACKAGED);
    expect(loaded.config.messages.closed).toBe('{at}{case} 归了档，已归档。');
    expect(packaged.ok && { ...packaged.config.messages, closed: '' }).toEqual({ ...loaded.config.messages, closed: '' });
    expect(faults({ 'messages.zh-CN.yaml': '' })).toEqual([]);
  });

  it('are refused with file and line when a placeholder is unknown', () => {
    const found = faults({ 'messages.zh-CN.yaml': "# ours\nclosed: '{at}{case} {wohin} 已归档。'\nclosd: x\n" });
    expect(found).toEqual([
      expect.stringMatching(/messages.zh-CN.yaml:2 closed: unknown placeholder {wohin}/),
      expect.stringMatching(/messages.zh-CN.yaml:3 closd: .*did you mean "closed"/),
    ]);
  });

  it.each(['- a list', 'only words', 'closed: [', '{'])('are refused when they are %j', (text) => {
    expect(faults({ 'messages.zh-CN.yaml': text })).toHaveLength(1);
  });
});

describe('the data folder', () => {
  it('may not exist yet, but may be no file', () => {
    folder = configFolder({ data: 'x' });
    expect(loadConfig({ HUIYIN_DATA: join(folder.dir, 'later') }, PACKAGED).ok).toBe(true);
    const loaded = loadConfig({ HUIYIN_DATA: join(folder.dir, 'data') }, PACKAGED);
    expect(loaded.ok ? [] : loaded.faults.map(formatFault)).toEqual([
      'environment HUIYIN_DATA: a file stands where the folder should be; name a folder, or take the file away',
    ]);
  });
});

it('never shows the token, whatever else is wrong', () => {
  const loaded = load({ 'directory.yaml': '[', 'settings.yaml': 'mode: x' }, { ...GATEWAY, WECHATY_PUPPET_SERVICE_ENDPOINT: 'insecure_s3cr3t' });
  expect(loaded.ok ? '' : formatFaults(loaded.faults)).toMatch(/^3 faults(?![^]*s3cr3t)/);
});
