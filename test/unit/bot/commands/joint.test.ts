import { is, none, said, villager, wrong } from './fixtures.js';

describe('并办', () => {
  it.each([
    '并办 1',
    '并办1',
    '请并办 1',
    '并办：1',
    '并办 #1',
    '并办　１。',
    '并办 第1条'.replace('第', ''),
    '并办一',
  ])('%s', (text) => {
    expect(said(text)).toEqual(is({ verb: 'joint', number: 1, place: null }));
    expect(said(text, { openList: true })).toEqual(is({ verb: 'joint', number: 1, place: null }));
    expect(villager(text)).toEqual(none);
  });

  it('names its township where there are several', () => {
    expect(said('并办 店门镇 12')).toEqual(is({ verb: 'joint', number: 12, place: '店门镇' }));
    expect(said('并办店门镇3')).toEqual(is({ verb: 'joint', number: 3, place: '店门镇' }));
  });

  it('without a number says what would have been right', () => {
    expect(said('并办')).toEqual(wrong('joint'));
    expect(said('并办 0')).toEqual(wrong('joint'));
    expect(said('并办 石门社区#1 枫树坳村#1')).toEqual(wrong('joint'));
    expect(said('并办理了#3那件事')).not.toEqual(wrong('joint'));
  });

  it.each(['并办好了手续', '这两件并办行不行', '合并办公'])('%s is talk', (text) => {
    expect(said(text)).toEqual(none);
  });
});
