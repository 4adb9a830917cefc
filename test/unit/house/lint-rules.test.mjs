import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = new URL('../../..', import.meta.url).pathname;

/** For each rule that the house counts on: a file that breaks it. */
const OFFENCES = {
  '@typescript-eslint/no-floating-promises': [
    'src/a1.ts',
    'export function a(): void { Promise.resolve(1); }',
  ],
  '@typescript-eslint/no-misused-promises': ['src/a2.ts', 'export const a = [1].filter(async () => true);'],
  '@typescript-eslint/await-thenable': ['src/a3.ts', 'export async function a(): Promise<void> { await 1; }'],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'src/a4.ts',
    "export function a(k: 'x' | 'y'): void { switch (k) { case 'x': break; } }",
  ],
  '@typescript-eslint/consistent-type-imports': [
    'src/a5.ts',
    "import { Stats } from 'node:fs';\nexport type A = Stats;",
  ],
  '@typescript-eslint/no-explicit-any': ['src/a6.ts', 'export const a = (b: any): unknown => [b];'],
  '@typescript-eslint/no-unsafe-return': ['src/a7.ts', "export const a = (): string => JSON.parse('1');"],
  '@typescript-eslint/no-unused-vars': ['src/a8.ts', 'const a = 1;\nexport {};'],
  '@typescript-eslint/ban-ts-comment': ['src/a9.ts', `// @ts-${'ignore'}\nexport const a = 1;`],
  'max-lines': ['src/a10.ts', 'export {};\n'.repeat(251)],
  'max-lines-per-function': ['src/a11.ts', `export function a(): void {\n${'  a();\n'.repeat(61)}}`],
  'no-console': ['src/a12.ts', "console.log('a');"],
  'no-restricted-syntax': ['src/a13.ts', 'export default 1;'],
  'no-warning-comments': ['src/a14.ts', `// ${['TO', 'DO'].join('')} later\nexport {};`],
  eqeqeq: ['src/a15.ts', 'export const a = (b: number): boolean => b == 1;'],
};

/** What the pure rooms must not touch, each once. */
const IMPURE = ['Date.now()', 'new Date()', 'Math.random()', 'process.pid', "fetch('x')", 'setTimeout(a, 1)'];

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
}

/** Lints these files in a project of their own under the house's configuration: `file rule` of each finding. */
function lint(files) {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-lint-'));
  try {
    for (const name of ['eslint.config.mjs', 'tsconfig.json']) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    write(folder, 'package.json', '{"type":"module"}');
    for (const [path, text] of files) write(folder, path, text);
    const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
    const run = spawnSync(process.execPath, [eslint, '--format', 'json', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (run.stdout === '') throw new Error(run.stderr);
    return JSON.parse(run.stdout).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${filePath.slice(filePath.indexOf('/src/') + 1)} ${ruleId}`),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the lint rules', () => {
  let found = [];
  beforeAll(() => {
    const impure = IMPURE.map((call, i) => [
      `src/cases/b${i}.ts`,
      `export const a = (): unknown => ${call};`,
    ]);
    const disabled = ['src/c.ts', `/* eslint-${'disable'} no-console */\nconsole.log('a');`];
    found = lint([...Object.values(OFFENCES), ...impure, disabled, ['src/clean.ts', 'export const a = 1;']]);
  });

  it.each(Object.entries(OFFENCES))('%s fires', (rule, [file]) => {
    expect(found).toContain(`${file} ${rule}`);
  });

  it.each(IMPURE.map((call, i) => [call, i]))('%s is refused in the domain', (_, i) => {
    expect(found.filter((line) => line.startsWith(`src/cases/b${i}.ts no-restricted`))).toHaveLength(1);
  });

  it('cannot be switched off by a comment', () => {
    expect(found).toContain('src/c.ts no-console');
  });

  it('say nothing about a file that keeps them', () => {
    expect(found.filter((line) => line.startsWith('src/clean.ts'))).toEqual([]);
  });
});
