import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')));

const cruiseResult = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const PACKAGES = [
  'zod',
  'pino',
  'ioredis',
  'bullmq',
  'hono',
  'wechaty',
  'wechaty-puppet-mock',
  'commander',
  'yaml',
  'echarts',
  'docx',
  'subset-font',
  '@resvg/resvg-js',
  'yazl',
];

/** A tree that keeps every rule: each room's allowed imports, and everything reached from main. */
const CLEAN: Record<string, string> = {
  'src/cases/case.ts': `import { z } from 'zod';\nimport { createHash } from 'node:crypto';\nexport const caseOf = [z, createHash];\n`,
  'src/recognise/rules.ts': `import { caseOf } from '../cases/case.js';\nexport const rules = caseOf;\n`,
  'src/store/stores.ts': `import { Redis } from 'ioredis';\nimport type { Logger } from 'pino';\nimport '../cases/case.js';\nexport const store = (log: Logger) => [Redis, log];\n`,
  'src/bot/account.ts': `import 'wechaty';\nimport '../recognise/rules.js';\nexport const account = 1;\n`,
  'src/workers/jobs.ts': `import 'bullmq';\nimport '../cases/case.js';\nexport const jobs = 1;\n`,
  'src/village/puppet.ts': `import 'wechaty-puppet-mock';\nimport 'hono';\nexport const puppet = 1;\n`,
  'src/village/page/html.mjs': `export { html } from './vendor/preact.mjs';\n`,
  'src/web/health.ts': `import 'hono';\nexport const health = 1;\n`,
  'src/remote/guard.ts': `import { z } from 'zod';\nimport '../recognise/rules.js';\nexport const guard = z;\n`,
  'src/papers/picture.ts': `import 'echarts';\nimport 'docx';\nimport '../cases/case.js';\nexport const picture = 1;\n`,
  'src/exports/xlsx.ts': `import 'yazl';\nimport '../cases/case.js';\nexport const xlsx = 1;\n`,
  'src/config.ts': `import 'yaml';\nexport const config = 1;\n`,
  'src/main.ts': [
    'bot/account',
    'store/stores',
    'workers/jobs',
    'village/puppet',
    'web/health',
    'remote/guard',
    'papers/picture',
    'exports/xlsx',
    'config',
  ]
    .map((name) => `import './${name}.js';\n`)
    .join(''),
  'src/cli.ts': `import 'commander';\nimport './recognise/rules.js';\n`,
};

/** For each rule: a file that breaks it, and what it says. */
const BROKEN: Record<string, [path: string, text: string][]> = {
  'cases-rooms': [['src/cases/a1.ts', `import '../store/stores.js';`]],
  'cases-packages': [['src/cases/a2.ts', `import 'hono';`]],
  'cases-node': [['src/cases/a3.ts', `import 'node:fs';`]],
  'recognise-rooms': [['src/recognise/a4.ts', `import '../store/stores.js';`]],
  'recognise-packages': [['src/recognise/a5.ts', `import 'hono';`]],
  'recognise-node': [['src/recognise/a6.ts', `import 'node:net';`]],
  'store-rooms': [['src/store/a7.ts', `import '../bot/account.js';`]],
  'store-packages': [['src/store/a8.ts', `import 'bullmq';`]],
  'bot-rooms': [['src/bot/a9.ts', `import '../store/stores.js';`]],
  'bot-packages': [['src/bot/a10.ts', `import type { Redis } from 'ioredis';\nexport type R = Redis;`]],
  'exports-rooms': [['src/exports/a20.ts', `import '../store/stores.js';`]],
  'exports-packages': [['src/exports/a21.ts', `import 'hono';`]],
  'only-owner-imports-subset-font': [['src/cli-font.ts', `import 'subset-font';`]],
  'only-owner-imports-yazl': [['src/cli-zip.ts', `import 'yazl';`]],
  'workers-rooms': [['src/workers/a11.ts', `import '../bot/account.js';`]],
  'workers-packages': [['src/workers/a12.ts', `import 'wechaty';`]],
  'village-rooms': [['src/village/a13.ts', `import '../bot/account.js';`]],
  'village-packages': [['src/village/a14.ts', `import 'ioredis';`]],
  'remote-rooms': [['src/remote/a19.ts', `import '../store/stores.js';`]],
  'remote-packages': [['src/remote/a20.ts', `import 'hono';`]],
  'papers-rooms': [['src/papers/a21.ts', `import '../store/stores.js';`]],
  'papers-packages': [['src/papers/a22.ts', `import 'ioredis';`]],
  'web-rooms': [['src/web/a15.ts', `import '../config.js';`]],
  'web-packages': [['src/web/a16.ts', `import 'bullmq';`]],
  'only-owner-imports-ioredis': [['src/config-a.ts', `import 'ioredis';`]],
  'only-owner-imports-bullmq': [['src/config-b.ts', `import 'bullmq';`]],
  'only-owner-imports-wechaty': [['src/config-c.ts', `import 'wechaty';`]],
  'only-owner-imports-wechaty-puppet-mock': [['src/config-d.ts', `import 'wechaty-puppet-mock';`]],
  'only-owner-imports-commander': [['src/config-e.ts', `import 'commander';`]],
  'only-owner-imports-yaml': [['src/main-yaml.ts', `import 'yaml';`]],
  'only-owner-imports-echarts': [['src/main-charts.ts', `import 'echarts';`]],
  'only-owner-imports-@resvg/resvg-js': [['src/main-png.ts', `import '@resvg/resvg-js';`]],
  'only-owner-imports-docx': [['src/main-word.ts', `import 'docx';`]],
  'pino-types-only': [['src/bot/a17.ts', `import { pino } from 'pino';\nexport const log = pino;`]],
  'page-alone': [['src/village/page/app.mjs', `import '../puppet.js';`]],
  'nobody-imports-main': [['test/unit/a18.test.ts', `import '../../src/main.js';`]],
  'src-not-to-test': [
    ['src/config-f.ts', `import '../test/support/aid.js';`],
    ['test/support/aid.ts', `export const aid = 1;`],
  ],
  'src-not-to-dev-package': [['src/config-g.ts', `import 'jest';`]],
  'undeclared-package': [['src/config-h.ts', `import 'left-pad';`]],
  unresolvable: [['src/config-i.ts', `import './nowhere.js';`]],
  circle: [
    ['src/config-j.ts', `import type { K } from './config-k.js';\nexport type J = K;`],
    ['src/config-k.ts', `import type { J } from './config-j.js';\nexport type K = J;`],
  ],
  'dead-module': [['src/config-l.ts', `export const unused = 1;`]],
};

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A project of its own with packages that hold nothing, under the house's own rules. */
function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-house-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name));
  const declared = Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0']));
  const manifest = {
    name: 'house',
    type: 'module',
    dependencies: declared,
    devDependencies: { jest: '1.0.0' },
  };
  write(folder, { 'package.json': JSON.stringify(manifest) });
  for (const name of [...PACKAGES, 'jest', 'left-pad']) {
    const own = JSON.stringify({ name, version: '1.0.0', main: 'main.js' });
    write(folder, { [`node_modules/${name}/package.json`]: own, [`node_modules/${name}/main.js`]: '' });
  }
  write(folder, files);
  mkdirSync(join(folder, 'test'), { recursive: true });
  return folder;
}

/** The violations that the house's rules find in these files, as `file rule`. */
function violations(files: Record<string, string>): Set<string> {
  const folder = project(files);
  try {
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'test'];
    const run = spawnSync(process.execPath, [cruiser, ...args], { cwd: folder, encoding: 'utf8' });
    if (run.stdout === '') throw new Error(run.stderr);
    const { summary } = cruiseResult.parse(JSON.parse(run.stdout));
    return new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the import rules', () => {
  it('have an offender here each', () => {
    expect(Object.keys(BROKEN).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  });

  it('are content with a tree that keeps them', () => {
    expect([...violations(CLEAN)]).toEqual([]);
  });

  describe('against a tree that breaks every one', () => {
    let found = new Set<string>();
    beforeAll(() => {
      found = violations({ ...CLEAN, ...Object.fromEntries(Object.values(BROKEN).flat()) });
    });

    it.each(Object.entries(BROKEN))('%s fires', (rule, [first]) => {
      expect([...found]).toContain(`${first?.[0]} ${rule}`);
    });
  });
});
