import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFault } from '../../src/main/fault.js';
import { evaluateOnRows, trainFromRows } from '../../src/cli-train.js';
import { letterLines } from '../support/letters.js';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-train-'));
const at = (name: string): string => join(folder, name);
const nothing = (): void => undefined;
const fields = { text: 'title,body', label: 'class' };

function file(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

/** Trains on a file with that text; returns the line of the fault. */
function faultOf(text: string, more: Partial<Parameters<typeof trainFromRows>[0]> = {}): string {
  const data = [file('bad.jsonl', text)];
  return thrown(() => trainFromRows({ data, out: at('bad.model'), ...fields, ...more }, nothing));
}

function thrown(run: () => void): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(StartFault);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('nothing was thrown');
}

const row = (more: Record<string, unknown>): string =>
  JSON.stringify({ title: '路坏', body: '', class: '路', ...more });

const good = file('good.jsonl', letterLines(16));
const model = at('good.model');
beforeAll(() => trainFromRows({ data: [good], out: model, ...fields }, nothing));
afterAll(() => rmSync(folder, { recursive: true }));

describe('trainFromRows', () => {
  it('writes the same bytes each time, says what it did, and leaves no part behind', () => {
    const said: string[] = [];
    trainFromRows({ data: [good], out: at('again.model'), ...fields }, (line) => said.push(line));
    expect(readFileSync(at('again.model')).equals(readFileSync(model))).toBe(true);
    expect(said).toEqual([expect.stringMatching(/again\.model: 48 rows, 3 classes, [\d.]+ MB, \d+ s$/)]);
    expect(existsSync(at('again.model.part'))).toBe(false);
  });

  it('reads several files, and leaves out rows without a label', () => {
    const more = file('more.jsonl', `\ufeff${row({ class: '' })}\r\n\n${row({ class: '路' })}\n`);
    const said: string[] = [];
    trainFromRows({ data: [good, more], out: at('two.model'), ...fields }, (line) => said.push(line));
    expect(said[0]).toContain('49 rows (1 without a label left out), 3 classes');
  });

  it.each([
    ['a line that is not JSON', `${row({})}\n{oops`, /bad\.jsonl:2: not JSON/],
    ['a line that is no object', '[1]', /bad\.jsonl:1: not a JSON object/],
    ['a missing field', JSON.stringify({ title: '路', class: '路' }), /bad\.jsonl:1: no field "body"/],
    ['a field that is no text', row({ body: 7 }), /bad\.jsonl:1: field "body" is no text/],
    ['an empty text', row({ title: ' ' }), /bad\.jsonl:1: empty text: nothing in title, body/],
    ['one class only', `${row({})}\n${row({ title: '桥坏' })}`, /one class only, "路", in field "class"/],
    ['no row at all', '\n', /no row with a label/],
  ])('refuses %s in one line', (_name, text, says) => {
    const fault = faultOf(text);
    expect(fault).toMatch(says);
    expect(fault).toMatch(/^huiyin train: [^\n]+$/);
    expect(existsSync(at('bad.model'))).toBe(false);
  });

  it('refuses files that cannot be read or written, and field lists that make no sense', () => {
    expect(faultOf('', { data: [at('none.jsonl')] })).toMatch(/^huiyin train: .*ENOENT[^\n]+none\.jsonl/);
    expect(faultOf(letterLines(2), { out: join(folder, 'no', 'x.model') })).toMatch(/ENOENT[^\n]+x\.model/);
    expect(faultOf('', { text: 'title,' })).toMatch(/a field has no name/);
    expect(faultOf('', { text: 'title,title' })).toMatch(/named twice/);
  });
});

describe('evaluateOnRows', () => {
  const evaluate = (more: Partial<Parameters<typeof evaluateOnRows>[0]>): string => {
    const said: string[] = [];
    evaluateOnRows({ data: [good], model, ...fields, ...more }, (line) => said.push(line));
    return said.join('\n');
  };

  it('prints one JSON object with the three keys of the contract', () => {
    const found = JSON.parse(evaluate({ json: true })) as Record<string, unknown>;
    expect(Object.keys(found)).toEqual(['accuracy', 'macro_f1', 'classes']);
    expect(found['accuracy']).toBe(1);
    expect(Object.keys(found['classes'] as object)).toEqual(['学', '水', '路']);
  });

  it('prints a table, also for a part of the fields', () => {
    const lines = evaluate({ text: 'title' }).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[4]).toBe('accuracy 1.0000, macro-F1 1.0000');
  });

  it('refuses a field that the model does not know, and files that are no model or cut short', () => {
    expect(thrown(() => evaluate({ text: 'name' }))).toMatch(/reads title, body; it knows no field "name"/);
    expect(thrown(() => evaluate({ model: at('none.model') }))).toMatch(/none\.model: .*ENOENT/);
    expect(thrown(() => evaluate({ model: good }))).toMatch(/no Huiyin model file/);
    writeFileSync(at('cut.model'), readFileSync(model).subarray(0, 5000));
    expect(thrown(() => evaluate({ model: at('cut.model') }))).toMatch(/cut short or was changed/);
  });
});
