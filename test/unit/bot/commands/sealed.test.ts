import { is, none, said, villager, wrong } from './fixtures.js';

const code = { kind: 'code', code: 'A7K3M9' } as const;
const three = { kind: 'number', number: 3, place: null } as const;

describe('commands on sealed cases', () => {
  it.each(['密封 #3 说的是回扣', '密封#3 说的是回扣', '密封 ＃3：说的是回扣', '请密封 #3 说的是回扣'])(
    '%s',
    (text) => {
      expect(said(text)).toEqual(is({ verb: 'seal', ref: three, reason: '说的是回扣' }));
      expect(villager(text)).toEqual(none);
    },
  );

  it('want their words', () => {
    expect(said('密封 #3')).toEqual(wrong('seal'));
    expect(said('解密 A7K3M9')).toEqual(wrong('unseal'));
  });

  it.each(['解密 A7K3M9 三组路灯坏了', '解密 a7k3m9 三组路灯坏了', '转公开办理 A7K3M9 三组路灯坏了'])(
    '%s',
    (text) => {
      expect(said(text)).toEqual(is({ verb: 'unseal', ref: code, words: '三组路灯坏了' }));
      expect(villager(text)).toEqual(none);
    },
  );

  it('导出 takes a code and nothing more', () => {
    expect(said('导出 A7K3M9')).toEqual(is({ verb: 'copy', ref: code }));
    expect(said('导出 A7K3M9 发群里')).toEqual(none);
  });

  it('并入 takes a code for its case', () => {
    expect(said('并入 3 A7K3M9', { openList: true })).toEqual(
      is({ verb: 'pick_into', lines: [3], ref: code }),
    );
  });

  it.each([
    '密封圈坏了',
    '密封袋在村部领',
    '解密一下这个文件',
    '解密 #3 路灯',
    '导出表格',
    '导出 #3',
    '导出了名单',
  ])('%s is talk', (text) => {
    expect(said(text)).toEqual(none);
  });
});
