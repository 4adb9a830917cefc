import { SmallProject } from './small-project.mjs';

let project;
beforeAll(() => {
  project = new SmallProject(['jest.config.mjs']);
  project.write(
    'test/unit/good.test.mjs',
    `it('is', () => expect(1).toBe(1));\nit.skip('waits', () => undefined);\n`,
  );
  project.write(
    'test/unit/bad.test.mjs',
    `it('is', () => expect(1).toBe(1));\nit('is not', () => expect(1).toBe(2));\n`,
  );
  project.write('test/integration/broken.test.mjs', `import './nowhere.mjs';\n`);
});
afterAll(() => project.close());

/** Runs `npm test -- <args>`; its exit code and the last line of stdout. */
async function npmTest(...args) {
  const running = project.start('scripts/test.mjs', { args, env: { HUIYIN_TEST_RUN: '' } });
  const code = await running.ended;
  return { code, last: running.stdout.trimEnd().split('\n').at(-1), output: running.output };
}

// In order: the first run builds.
describe('npm test', () => {
  it('counts what passed, failed and was skipped in its last line, and ends with 1', async () => {
    const { code, last } = await npmTest('unit');
    expect(last).toBe('2 passed, 1 failed, 1 skipped');
    expect(code).toBe(1);
  });

  it('ends with 0 when all is well, narrowed to a path', async () => {
    const { code, last } = await npmTest('test/unit/good.test.mjs');
    expect(last).toBe('1 passed, 0 failed, 1 skipped');
    expect(code).toBe(0);
  });

  it('counts a file that does not load, summed over kinds', async () => {
    const { code, last } = await npmTest('integration', 'unit');
    expect(last).toBe('2 passed, 2 failed, 1 skipped');
    expect(code).toBe(1);
  });

  it('is no success when nothing was found to test', async () => {
    const { code, last } = await npmTest('test/unit/none.test.mjs');
    expect(last).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });

  it('says in one line that there is no Chromium, and runs the rest', async () => {
    const running = project.start('scripts/test.mjs', {
      args: ['test/unit/good.test.mjs'],
      env: { HUIYIN_CHROMIUM: '/nowhere/chromium' },
    });
    expect(await running.ended).toBe(0);
    expect(running.output.split('\n').filter((line) => line.includes('Chromium'))).toHaveLength(1);
  });

  it('counts a build that fails, and still runs the tests', async () => {
    project.write('src/wrong.ts', `export const a: number = 'text';\n`);
    const { code, last, output } = await npmTest('test/unit/good.test.mjs');
    expect(output).toContain('The build failed.');
    expect(last).toBe('1 passed, 1 failed, 1 skipped');
    expect(code).toBe(1);
    project.remove('src/wrong.ts');
  });
});
