import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SmallProject } from './small-project.mjs';

let project;
beforeAll(() => {
  project = new SmallProject();
});
afterAll(() => project.close());

/** Runs `npm start`'s script until the product speaks, then ends it. */
async function startAndStop(signal = 'SIGTERM', env = {}) {
  const running = project.start('scripts/start.mjs', { env });
  await running.line('running');
  running.child.kill(signal);
  return { code: await running.ended, output: running.output };
}

const inDist = (path) => join(project.folder, 'dist', path);

// In order: each start finds what the one before left.
describe('npm start', () => {
  it('builds what is missing, takes along what is not TypeScript, and hands over the exit code', async () => {
    const { code, output } = await startAndStop('SIGTERM');
    expect(output).toMatch(/^Building .*\nrunning \/.*(redis|valkey)-server\n$/);
    expect(code).toBe(7);
    expect(readFileSync(inDist('store/save.lua'), 'utf8')).toBe('return 1\n');
  });

  it('goes straight to the product the second time', async () => {
    const { code, output } = await startAndStop('SIGINT');
    expect(output).toMatch(/^running \S+\n$/);
    expect(code).toBe(8);
  });

  it('lets a repeated signal not cut the ending short', async () => {
    const running = project.start('scripts/start.mjs');
    await running.line('running');
    running.child.kill('SIGINT');
    running.child.kill('SIGINT');
    setTimeout(() => running.child.kill('SIGINT'), 60);
    expect(await running.ended).toBe(8);
  });

  it('builds anew after a change, and drops what a removed source had given', async () => {
    project.write('src/main.ts', `process.stdout.write('running anew\\n');\n`);
    project.remove('src/store');
    const running = project.start('scripts/start.mjs');
    expect(await running.ended).toBe(0);
    expect(running.output).toMatch(/^Building .*\nrunning anew\n$/);
    expect(existsSync(inDist('store/keys.js'))).toBe(false);
    expect(existsSync(inDist('store/save.lua'))).toBe(false);
  });

  it('shows a fault of the sources, ends with 1, and tries again the next time', async () => {
    project.write('src/wrong.ts', `export const a: number = 'text';\n`);
    for (let time = 0; time < 2; time += 1) {
      const running = project.start('scripts/start.mjs');
      expect(await running.ended).toBe(1);
      expect(running.output).toContain('src/wrong.ts(1,14)');
      expect(running.output).toContain('The build failed.');
    }
    project.remove('src/wrong.ts');
  });

  it('says in one line what is wrong with HUIYIN_REDIS_SERVER, before any other work', async () => {
    const running = project.start('scripts/start.mjs', { env: { HUIYIN_REDIS_SERVER: '/nowhere/redis' } });
    expect(await running.ended).toBe(2);
    expect(running.output).toBe(
      'HUIYIN_REDIS_SERVER names /nowhere/redis, which is no program that can be run.\n',
    );
  });

  it('asks for no Redis on this machine when REDIS_URL is set', async () => {
    const env = { HUIYIN_REDIS_SERVER: '/nowhere/redis', REDIS_URL: 'redis://127.0.0.1:1' };
    const running = project.start('scripts/start.mjs', { env });
    expect(await running.ended).toBe(0);
    expect(running.output).toContain('running anew');
  });
});

describe('the huiyin command', () => {
  it('builds itself without a word on stdout, and hands on its arguments', async () => {
    project.remove('dist');
    const running = project.start('bin/huiyin.mjs', { args: ['classify', '--help'] });
    expect(await running.ended).toBe(0);
    expect(running.stdout).toBe('classify+--help');
  });
});

describe('two set-ups at once', () => {
  it('do the work once, one after the other', async () => {
    project.remove('dist');
    const both = [project.start('scripts/build.mjs'), project.start('scripts/build.mjs')];
    expect(await Promise.all(both.map((running) => running.ended))).toEqual([0, 0]);
    const outputs = both.map((running) => running.output).join('');
    expect(outputs.match(/Building/g)).toHaveLength(1);
    expect(existsSync(join(project.folder, '.setup.lock'))).toBe(false);
  });

  it('pass over a lock that a killed one left', async () => {
    project.remove('dist');
    writeFileSync(join(project.folder, '.setup.lock'), '999999999');
    const running = project.start('scripts/build.mjs');
    expect(await running.ended).toBe(0);
  });
});
