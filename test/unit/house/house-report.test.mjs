import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { functionSizes } from '../../../scripts/lib/function-sizes.mjs';
import { houseReport } from '../../../scripts/lib/house-report.mjs';

/** The report on a project of these files. */
function reportOn(files) {
  const root = mkdtempSync(join(tmpdir(), 'huiyin-report-'));
  try {
    mkdirSync(join(root, 'src'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return houseReport(root, ['src']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const lines = (n) => 'export const a = 1;\n'.repeat(n);
// In pieces, or this file would be an offender itself.
const word = ['TO', 'DO'].join('');
const cast = ['a', 's any'].join('');
const disable = ['eslint', 'disable'].join('-');

describe('the house report', () => {
  it('says how large files and functions are', () => {
    const { figures, faults } = reportOn({
      'src/a.ts': lines(10),
      'src/b.ts': lines(30),
      'src/c.ts': lines(201),
    });
    expect(figures).toEqual([
      'src: 3 files, median 30 lines, 1 over 200, largest 201; 0 functions, median 0, 0 over 40',
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['a file that is too long', { 'src/a.ts': lines(251) }, /^src\/a\.ts: 251 lines, at most 250$/],
    ['a barrel', { 'src/cases/index.ts': lines(1) }, /index\.ts: no barrel files/],
    ['a name in capitals', { 'src/CaseStore.ts': lines(1) }, /CaseStore\.ts: file names/],
    [
      'a giant function',
      { 'src/a.ts': `export function a() {\n${'  a();\n'.repeat(90)}}\n` },
      /function of 92 lines/,
    ],
    ['a debt', { 'src/a.ts': `// ${word}: later\n` }, /^src\/a\.ts:1: do it/],
    ['a cast to anything', { 'src/a.ts': `export const a = b ${cast};\n` }, /no `any`/],
    ['a checker switched off', { 'src/a.ts': `// ${disable}-next-line\n` }, /not the checker/],
    [
      'a lockfile of one machine',
      { 'package-lock.json': '{"packages":{"node_modules/a":{"resolved":"http://mirror.example/a.tgz"}}}' },
      /package-lock\.json: node_modules\/a/,
    ],
  ])('faults %s', (_, files, fault) => {
    const { faults } = reportOn(files);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });
});

describe('the sizes of functions', () => {
  it('counts arrows, methods and nested ones, but no describe block', () => {
    const text = [
      'const a = () => {',
      '  return function b() {',
      '    return 1;',
      '  };',
      '};',
      "(page ? describe : describe.skip)('x', () => {",
      "  it('y', () => undefined);",
      '});',
    ].join('\n');
    expect(functionSizes(text)).toEqual([5, 3, 1]);
  });
});
