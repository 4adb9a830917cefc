import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Sizes that a person can hold in mind: no file over 250 lines, no function over 60 (blank lines and comments count not). */
const sizes = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
};

/** Core rules for every file, on top of what the compiler sees. */
const core = {
  ...sizes,
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-debugger': 'error',
  'no-unused-labels': 'error',
  'no-unsafe-finally': 'error',
  'no-fallthrough': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
};

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    // A default that throws or answers for the rest is an answer for every member.
    { considerDefaultExhaustiveForUnions: true },
  ],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  // An async function without await keeps a port's signature: allowed.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
};

/** In src a fault must never leave the process by console, and nobody reads the machine's clock but the edge. */
const noConsole = { 'no-console': 'error' };
const noDefaultExport = {
  'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
};
const pure = {
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    {
      selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: 'Time is an argument here: take `now`, or a Clock.',
    },
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Time is an argument here.',
    },
    {
      selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      message: 'Randomness is an argument here.',
    },
  ],
  'no-restricted-globals': [
    'error',
    { name: 'process', message: 'No environment here: what is needed is passed in.' },
    { name: 'fetch', message: 'No I/O here.' },
    { name: 'setTimeout', message: 'No timers here.' },
    { name: 'setInterval', message: 'No timers here.' },
  ],
};

/** Globals of plain scripts: of Node, and of jest in test files. */
const known = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));
const nodeGlobals = known(
  'process console performance URL Buffer fetch setTimeout clearTimeout setInterval clearInterval AbortSignal',
);
const browserGlobals = known(
  'window document location history navigator localStorage sessionStorage fetch EventSource URL URLSearchParams ' +
    'setTimeout clearTimeout setInterval clearInterval requestAnimationFrame matchMedia FileReader File Blob Image ' +
    'ResizeObserver IntersectionObserver console crypto Intl getSelection addEventListener removeEventListener ' +
    'innerHeight innerWidth scrollTo devicePixelRatio',
);
const jestGlobals = known('describe it expect beforeAll afterAll beforeEach afterEach');

export default defineConfig([
  globalIgnores(['dist/', 'data/', 'coverage/', 'node_modules/', 'corpus/', 'config/', 'docs/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...core, ...typed },
  },
  { files: ['src/**/*.ts'], rules: { ...noConsole, ...noDefaultExport } },
  { files: ['src/cases/**/*.ts', 'src/recognise/**/*.ts'], rules: pure },
  {
    files: ['scripts/**/*.mjs', 'bin/**/*.mjs', '*.mjs', 'test/**/*.mjs', 'bench/**/*.mjs'],
    languageOptions: { globals: nodeGlobals },
    rules: { ...core, 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: ['src/village/page/**/*.mjs'],
    languageOptions: { globals: browserGlobals },
    rules: { ...core, ...noConsole, ...noDefaultExport, 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: ['test/**/*.mjs'],
    languageOptions: { globals: jestGlobals },
  },
  {
    files: ['*.cjs', 'scripts/**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
    rules: { ...core, 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    // A describe block is a chapter, not a function; its tests are the functions.
    files: ['test/**/*.{ts,mjs}'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // jest's matchers (expect.anything() and the like) are typed any.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
]);
