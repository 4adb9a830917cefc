import { is, said, villager } from './fixtures.js';

const PRIVATE = { privateChat: true };

describe('导出, in an official’s private chat', () => {
  it.each([
    ['导出 5月', null, 5, 'xlsx'],
    ['导出5月', null, 5, 'xlsx'],
    ['导出 五月份', null, 5, 'xlsx'],
    ['导出 2026-05 csv', 2026, 5, 'csv'],
    ['导出 2026年5月 CSV', 2026, 5, 'csv'],
    ['导出　２０２６．１２', 2026, 12, 'xlsx'],
    ['导出 十二月 excel', null, 12, 'xlsx'],
    ['导出', null, null, 'xlsx'],
    ['请导出上个月', null, null, 'xlsx'],
    ['导出报表 上月 csv', null, null, 'csv'],
  ] as const)('%s', (text, year, month, format) => {
    expect(said(text, PRIVATE)).toEqual(is({ verb: 'export', year, month, format }));
  });

  it.each(['导出 13月', '导出 全部', '导出 5月和6月', '导出 昨天'])(
    '%s: what would have been right',
    (text) => {
      expect(said(text, PRIVATE)).toEqual({ kind: 'malformed', verb: 'export', expects: 'expects_export' });
    },
  );

  it('is talk in a group, and from a villager anywhere', () => {
    expect(said('导出 5月')).toEqual({ kind: 'none' });
    expect(villager('导出 5月', PRIVATE)).toEqual({ kind: 'none' });
  });
});

describe('忘记我, in a private chat', () => {
  it.each([
    ['忘记我', false],
    ['请忘记我', false],
    ['忘了我！', false],
    ['确认忘记我', true],
    ['确认 忘记我', true],
  ])('%s', (text, sure) => {
    expect(villager(text, PRIVATE)).toEqual(is({ verb: 'forget', sure }));
  });

  it('is talk in a group, and inside a sentence', () => {
    expect(villager('忘记我')).toEqual({ kind: 'none' });
    expect(villager('你们别忘记我家的路灯', PRIVATE)).toEqual({ kind: 'none' });
  });
});
