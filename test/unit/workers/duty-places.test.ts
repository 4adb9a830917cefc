import { dutyPlaces } from '../../../src/workers/duty-line.js';

const ALL = ['', '店门镇', '店门镇/石门社区', '店门镇/枫树坳村', '白水乡', '白水乡/白水村'];

describe('whose rosters 值班 shows', () => {
  it.each([
    [['店门镇'], ['店门镇', '店门镇/石门社区', '店门镇/枫树坳村', '']],
    [[''], ['', '店门镇', '白水乡']],
    [['店门镇/石门社区'], ['店门镇/石门社区', '店门镇', '']],
    [
      ['店门镇/石门社区', '店门镇'],
      ['店门镇/石门社区', '店门镇', '', '店门镇/枫树坳村'],
    ],
    [[], []],
  ])('%j', (own, shown) => {
    expect(dutyPlaces(own, ALL)).toEqual(shown);
  });
});
