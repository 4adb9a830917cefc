import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const READMES = ['README.md', 'README.zh-CN.md'];
const PAGES = [...READMES, 'CONTRIBUTING.md', 'CHANGELOG.md'];

/** All code that could read a variable, as one text. */
const code = ['src', 'scripts', 'bin']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .map(text)
  .join('\n');

const variables = (markdown: string): string[] => [
  ...new Set(markdown.match(/\b(?:HUIYIN|WECHATY_PUPPET_SERVICE)_[A-Z_]*[A-Z]\b|\b(?:REDIS_URL|LOG_LEVEL)\b/g)),
].sort(); // prettier-ignore

const linked = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to ?? '').filter((to) => !to.includes('://'));

describe.each(READMES)('%s', (name) => {
  const readme = text(name);

  it('begins with the two commands', () => {
    expect(/```sh\n([^`]+)```/.exec(readme)?.[1]?.match(/^npm \w+/gm)).toEqual(['npm start', 'npm test']);
  });

  it('names every setting that stands in settings.yaml', () => {
    const settings = Object.keys(
      z.record(z.string(), z.unknown()).parse(parse(text('config/settings.yaml'))),
    );
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((key) => !readme.includes(`\`${key}`))).toEqual([]);
  });

  it('names no variable that nothing reads, and every one of the product', () => {
    const read = (variable: string): boolean => code.includes(variable) || code.includes(variable.replace(/^WECHATY_PUPPET_SERVICE_/, ['$', '{PREFIX}'].join(''))); // prettier-ignore
    expect(variables(readme).filter((variable) => !read(variable))).toEqual([]);
    const own = variables(code).filter((variable) => /^(HUIYIN_|REDIS_URL|LOG_LEVEL)/.test(variable) && !/_TEST_|_CHROMIUM/.test(variable)); // prettier-ignore
    expect(own.filter((variable) => !readme.includes(variable))).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(PAGES)('%s leads to files that exist', (name) => {
    expect(linked(text(name)).filter((to) => !existsSync(join(root, to)))).toEqual([]);
  });

  it('say the same in both languages, as far as figures and names go', () => {
    const [english = '', chinese = ''] = READMES.map(text);
    expect(variables(chinese)).toEqual(variables(english));
    expect(linked(chinese).filter((to) => !to.startsWith('README'))).toEqual(
      linked(english).filter((to) => !to.startsWith('README')),
    );
    const sources = (markdown: string): string[] => (markdown.match(/https:\/\/[^\s)]+/g) ?? []).sort();
    expect(sources(chinese)).toEqual(sources(english));
  });

  it('name every npm script that CONTRIBUTING.md speaks of', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(text('package.json')));
    const named = [...text('CONTRIBUTING.md').matchAll(/npm run ([\w-]+)/g)].map(
      ([, script]) => script ?? '',
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
