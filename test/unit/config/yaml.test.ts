import { formatPath, readYaml, type YamlFile } from '../../../src/config/yaml.js';

function yaml(text: string): YamlFile {
  const read = readYaml('x.yaml', text);
  if (!read.ok) throw new Error(read.fault.what);
  return read.yaml;
}

describe('YAML with lines', () => {
  const text = 'county: 衡岭县\ngroups:\n  - { topic: 甲 }\n  - topic: 乙\n    place: 丙\npeople: []\n';

  it('knows the line of keys and list entries', () => {
    expect(yaml(text).line(['groups', 0, 'topic'])).toBe(3);
    expect(yaml(text).line(['groups', 1])).toBe(4);
    expect(yaml(text).line(['groups', 1, 'place'])).toBe(5);
    expect(yaml(text).line(['people'])).toBe(6);
  });

  it('gives the nearest part around something that is not there', () => {
    expect(yaml(text).line(['groups', 1, 'kind'])).toBe(4);
    expect(yaml(text).line(['mode'])).toBe(1);
  });

  it('writes paths as people do', () => {
    expect(formatPath(['people', 2, 'contact', 0])).toBe('people[2].contact[0]');
  });

  it.each(['', '# nothing yet\n', '---\n'])('reads %j as empty', (empty) => {
    expect(yaml(empty).value).toBeUndefined();
  });

  it('keeps on, off and times as text, as YAML 1.2 does', () => {
    expect(yaml('a: off\nb: on\nc: 18:00\nd: 22:00-07:00').value).toEqual({
      a: 'off',
      b: 'on',
      c: '18:00',
      d: '22:00-07:00',
    });
  });
});

describe('text that is not YAML', () => {
  it.each([
    ['an open bracket', 'a: 1\nb: [1, 2\n', 3],
    ['an open quote', 'a: 1\nb: "x\n', 3],
    ['a tab as indent', 'a:\n\tb: 1\n', 2],
    ['a key twice', 'mode: live\nmode: trial\n', 2],
    ['bad indent', 'a:\n  b: 1\n c: 2\n', 3],
    ['an unknown tag', 'a: !!js/function x\n', 1],
    ['two documents', 'a: 1\n---\nb: 2\n', 2],
  ])('%s gives one fault with its line', (_, text, line) => {
    const read = readYaml('x.yaml', text);
    expect(read).toMatchObject({ ok: false, fault: { file: 'x.yaml', line, mend: expect.stringContaining('mend this line') } });
  });

  it('refuses aliases that multiply themselves', () => {
    const bomb = 'a: &a [x,x,x,x,x,x,x,x,x]\n' + [...'bcdefg'].map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`).join('\n');
    expect(readYaml('x.yaml', bomb)).toMatchObject({ ok: false });
  });
});
