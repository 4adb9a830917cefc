import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findProgram, findRedis } from '../../../scripts/lib/find.mjs';
import { nodeFault } from '../../../scripts/lib/dependencies.mjs';

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-find-'));
  for (const name of ['first/valkey-server', 'second/redis-server', 'second/chromium', 'second/plain']) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
    if (!name.endsWith('plain')) chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = () => ({ PATH: `${folder}/first:${folder}/second` });

describe('finding a program', () => {
  it('prefers the name over the folder', () => {
    expect(findRedis(path(), [])).toBe(`${folder}/second/redis-server`);
    expect(findRedis({ PATH: `${folder}/first` }, [])).toBe(`${folder}/first/valkey-server`);
  });

  it('looks where system packages put servers after the PATH', () => {
    expect(findRedis({ PATH: '/nowhere' }, [`${folder}/second`])).toBe(`${folder}/second/redis-server`);
    expect(findRedis({ PATH: '' }, [])).toBeNull();
    expect(findRedis({}, [])).toBeNull();
  });

  it('takes no folder and no file that cannot be run', () => {
    expect(findProgram(['second'], { PATH: folder }, [])).toBeNull();
    expect(findProgram(['plain'], path(), [])).toBeNull();
  });

  it('obeys the variable that names one, and falls back to nothing else', () => {
    expect(findRedis({ ...path(), HUIYIN_REDIS_SERVER: `${folder}/first/valkey-server` }, [])).toBe(
      `${folder}/first/valkey-server`,
    );
    expect(findRedis({ ...path(), HUIYIN_REDIS_SERVER: '/nowhere/redis' }, [])).toBeNull();
    expect(findChromium({ ...path(), HUIYIN_CHROMIUM: '/nowhere/chromium' }, [])).toBeNull();
    expect(findChromium(path(), [])).toBe(`${folder}/second/chromium`);
  });
});

describe('the version of Node', () => {
  it.each(['20.0.0', '20.20.2', '22.1.0', '26.0.0'])('%s will do', (version) => {
    expect(nodeFault(version)).toBeNull();
  });

  it.each(['18.19.0', '19.9.0', '8.0.0'])('%s is refused in one line that names both', (version) => {
    expect(nodeFault(version)).toMatch(/^Huiyin needs Node\.js 20 or newer, this is .*$/);
    expect(nodeFault(version)).toContain(version);
  });
});
