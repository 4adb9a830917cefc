import { eachFeature, type Group } from '../../../../../src/recognise/learn/classifier/feature-groups.js';

function features(group: Group, first: string, rest = ''): number[] {
  const keys: number[] = [];
  eachFeature(group, { first, rest }, (key) => keys.push(key));
  return keys;
}

describe('eachFeature', () => {
  it('gives every run of one to three characters, as often as it occurs', () => {
    expect(features('first', '修路路')).toHaveLength(3 + 2 + 1);
    expect(new Set(features('first', '修路路')).size).toBe(5);
    expect(features('all', '修路', '坏')).toHaveLength(4 + 3 + 2);
    expect(features('all2', '修路', '坏')).toHaveLength(4 + 3);
  });

  it('pairs characters in any order, and no more than the first sixty', () => {
    expect(features('pairs', '修好路')).toHaveLength(3);
    expect(features('pairs', '路好修').sort()).toEqual(features('pairs', '修好路').sort());
    const long = Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    expect(features('pairs', long)).toHaveLength((60 * 59) / 2);
  });

  it('keeps groups apart: the same characters are other features in another group', () => {
    expect(features('first', '路')).not.toEqual(features('all2', '路').slice(0, 1));
  });

  it('gives words of one topic one feature', () => {
    const [school] = features('firstTopics', '小学');
    expect(features('firstTopics', '中学')).toContain(school);
    expect(features('firstTopics', '')).toEqual([]);
  });

  it('hardly ever gives two runs one key', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join(''); // prettier-ignore
    expect(new Set(features('first', text)).size).toBeGreaterThan(59_990);
  });
});
