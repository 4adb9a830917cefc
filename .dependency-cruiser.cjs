/**
 * The import rules of the house (CONTRIBUTING.md, "Rooms"), as data. Each room: which other rooms it may import, which
 * packages, and (where it matters) which modules of Node. Zod and pino's types are free everywhere.
 * test/unit/house proves that every rule below fires.
 */
const rooms = {
  cases: { rooms: [], packages: [], core: ['crypto'] },
  recognise: { rooms: ['cases'], packages: ['pinyin-pro'], core: ['crypto', 'zlib'] },
  store: { rooms: ['cases'], packages: ['ioredis'] },
  bot: {
    rooms: ['cases', 'recognise'],
    packages: ['wechaty', 'wechaty-puppet', 'wechaty-puppet-service', 'wechaty-grpc', 'file-box', 'qrcode'],
  },
  workers: { rooms: ['cases'], packages: ['bullmq'] },
  village: {
    rooms: ['cases'],
    packages: [
      'wechaty-puppet',
      'wechaty-puppet-mock',
      'wechaty-puppet-service',
      'wechaty-grpc',
      'file-box',
      'hono',
      '@hono/node-server',
    ],
  },
  // HTTP to the county's own model servers, with the platform's fetch; what is asked and what an answer may say stands in recognise.
  remote: { rooms: ['cases', 'recognise'], packages: [] },
  // Pictures and documents out of what cases describe: no store, no chat, no machine's fonts.
  papers: {
    rooms: ['cases'],
    packages: ['echarts', '@resvg/resvg-js', '@embedpdf/fonts-sc', 'subset-font', 'docx'],
  },
  // Tables of what cases describe, row by row into a stream: no store, no chat.
  exports: { rooms: ['cases'], packages: ['yazl'] },
  web: { rooms: ['cases'], packages: ['hono', '@hono/node-server', 'prom-client', 'qrcode'] },
};

/** Packages with one owner each, over the whole of src. */
const owners = {
  ioredis: '^src/(store/|main|cli)',
  bullmq: '^src/(workers/|main)',
  wechaty: '^src/(bot/|main)',
  'wechaty-puppet-mock': '^src/village/',
  commander: '^src/cli',
  yaml: '^src/(config|cli)',
  echarts: '^src/papers/',
  '@resvg/resvg-js': '^src/papers/',
  docx: '^src/papers/',
  'subset-font': '^src/papers/',
  yazl: '^src/exports/',
};

const FREE = ['zod'];
const pkg = (names) => `^node_modules/(@types/)?(${names.join('|')})/`;
const list = (names) => names.join(', ') || 'no other room';

const roomRules = Object.entries(rooms).flatMap(([room, may]) => [
  {
    name: `${room}-rooms`,
    comment: `src/${room} may import ${list(may.rooms)}; anything else is passed in by main.`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: '^src/', pathNot: `^src/(${[room, ...may.rooms].join('|')})/` },
  },
  {
    name: `${room}-packages`,
    comment: `src/${room} may use ${list([...FREE, ...may.packages])} (and pino's types).`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: '^node_modules/', pathNot: pkg([...FREE, 'pino', ...may.packages]) },
  },
  ...(may.core === undefined
    ? []
    : [
        {
          name: `${room}-node`,
          comment: `src/${room} does no I/O; of Node it may use ${list(may.core)}.`,
          severity: 'error',
          from: { path: `^src/${room}/` },
          to: { dependencyTypes: ['core'], pathNot: `^(node:)?(${may.core.join('|')})$` },
        },
      ]),
]);

const ownerRules = Object.entries(owners).map(([name, owner]) => ({
  name: `only-owner-imports-${name}`,
  comment: `${name} is imported in ${owner} alone.`,
  severity: 'error',
  from: { path: '^src/', pathNot: owner },
  to: { path: pkg([name]) },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...ownerRules,
    {
      name: 'pino-types-only',
      comment: 'Rooms take a logger as an argument; only the wiring makes one.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/(main|cli)/' },
      to: { path: pkg(['pino']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page-alone',
      comment: 'The page runs in a browser: it imports its own files alone.',
      severity: 'error',
      from: { path: '^src/village/page/' },
      to: { pathNot: '^src/village/page/|^\\./vendor/' },
    },
    {
      name: 'nobody-imports-main',
      comment: 'main.ts and cli.ts run on import: start them as a process.',
      severity: 'error',
      from: {},
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    {
      name: 'src-not-to-test',
      comment: 'The product never depends on its tests or its benchmark.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'src-not-to-dev-package',
      comment: 'What the product uses stands under "dependencies".',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'undeclared-package',
      comment: 'Imported, but not in package.json.',
      severity: 'error',
      from: { path: '^(src|test|bench)/' },
      // jest hands its own globals to every test as this package.
      to: {
        pathNot: '^node_modules/@jest/globals/',
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
      },
    },
    {
      name: 'unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      // The page's one door to preact: page-files.ts serves it from the htm package.
      from: { pathNot: '^src/village/page/html\\.mjs$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'circle',
      comment: 'No circles, not even of types: take out what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'dead-module',
      comment:
        'A module that neither main.ts nor cli.ts reaches is not part of the product (npm run schemas uses one; papers/painter.ts is a process of its own).',
      severity: 'error',
      from: { path: '^src/(main|cli|papers/painter)\\.ts$' },
      to: {
        path: '^src/',
        pathNot: '^src/(main|cli|papers/painter|config/schemas)\\.ts$|^src/village/page/|\\.d\\.ts$',
        reachable: false,
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
