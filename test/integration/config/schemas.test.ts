import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { editorSchemas } from '../../../src/config/schemas.js';
import { PACKAGED } from '../../support/config-folder.js';

const schemas = editorSchemas();
const names = ['directory', 'settings', 'categories'] as const;
/** Judges a YAML text by the schema file that editors use. */
const accepts = (name: string, yaml: string): boolean => {
  const schema = JSON.parse(readFileSync(join(PACKAGED, 'schemas', `${name}.json`), 'utf8')) as object;
  return new Ajv({ validateFormats: false, allowUnionTypes: true }).validate(schema, parse(yaml));
};

describe('the schemas for editors', () => {
  it.each(names)('%s.json is what the product reads by (else run: npm run build && node scripts/schemas.mjs)', (name) => {
    const kept: unknown = JSON.parse(readFileSync(join(PACKAGED, 'schemas', `${name}.json`), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(schemas[name])));
  });

  it.each(names)('%s.json accepts the packaged file, which names it in its first line', (name) => {
    const text = readFileSync(join(PACKAGED, `${name}.yaml`), 'utf8');
    expect(accepts(name, text)).toBe(true);
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=./schemas/${name}.json`);
  });

  it.each([
    ['directory', 'county: 甲\ngroups: []\npeople: [{ name: 乙, role: chief, place: "" }]'],
    ['directory', 'groups: []'],
    ['settings', 'quiet_hour: off'],
    ['settings', 'daily_at: 18'],
    ['settings', 'quiet_hours: "25:00-07:00"'],
    ['categories', 'categories: { raod: {} }'],
  ])('%s.json refuses %j', (name, yaml) => {
    expect(accepts(name, yaml)).toBe(false);
  });
});
