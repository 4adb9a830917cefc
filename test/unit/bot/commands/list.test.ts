import { is, merged, n, none, noRef, quoted, said, villager, wrong } from './fixtures.js';
import type { Said } from './fixtures.js';

const open: Said = { openList: true };

describe('登记 of lines', () => {
  it.each(['登记 1 2', '登记1、2', '登记 1,2', '登记１　２', '登记 1和2', '登记 第1条、第2条', '登记 一、二', '登记 1 2。', '登记：1 2', '登记 1号 2号', '登记 1 2 1'])(
    '%s', (text) => {
      expect(said(text, open)).toEqual(is({ verb: 'pick', lines: [1, 2] }));
      expect(villager(text, open)).toEqual(none);
    },
  ); // prettier-ignore
  it('a range and a long list', () => {
    expect(said('登记 1-3 5', open)).toEqual(is({ verb: 'pick', lines: [1, 2, 3, 5] }));
    expect(said('登记 12', open)).toEqual(is({ verb: 'pick', lines: [12] }));
  });
  it('words behind 登记 are a matter, list or not', () => {
    expect(said('登记 3组停水', open)).toEqual(is({ verb: 'register', text: '3组停水' }));
    expect(said('登记 1组和2组停水')).toEqual(is({ verb: 'register', text: '1组和2组停水' }));
  });
  it('numbers without a list register nothing', () => {
    expect(said('登记 1 2')).toEqual(wrong('register'));
    expect(said('登记 0', open)).toEqual(wrong('pick'));
  });
});

describe('不是 of lines', () => {
  it.each([
    '不是 3',
    '不是3',
    '不是 3。',
    '不是：3',
    '3不是',
    '3 不是',
    '不是 第3条',
    '不是诉求 3',
    '不是 三',
    '不是３',
    '第3条不是诉求',
  ])('%s', (text) => {
    expect(said(text, open)).toEqual(is({ verb: 'drop', lines: [3] }));
    expect(villager(text, open)).toEqual(none);
  });
  it('several', () => {
    expect(said('不是 3、4', open)).toEqual(is({ verb: 'drop', lines: [3, 4] }));
    expect(said('3 4都不是', open)).toEqual(is({ verb: 'drop', lines: [3, 4] }));
  });
  it('without a list it is talk, or a case', () => {
    expect(said('不是 3')).toEqual(none);
    expect(said('不是诉求 3')).toEqual(is({ verb: 'void', ref: n(3) }));
    expect(said('不是诉求 #3', open)).toEqual(is({ verb: 'void', ref: n(3) }));
  });
  it('talk stays talk while a list is open', () => {
    for (const text of ['不是我说的', '不是3组的', '不是 3组的水管', '不是不是', '都不是'])
      expect(said(text, open)).toEqual(none);
  });
});

describe('all lines of the list', () => {
  const list = {
    name: '回音',
    text: '石门社区群里这几条像是诉求，要登记吗？\n1 老贺：厕所好臭\n回“登记 1 2”',
  };

  it.each(['全部登记', '都登记', '全登记', '全都登记', '都要登记', '这几条都登记', '登记全部', '都登记上。', '全部都登记吧'])(
    '%s', (text) => {
      expect(said(text, open)).toEqual(is({ verb: 'pick', lines: 'all' }));
      expect(villager(text, open)).toEqual(none);
      expect(said(text)).toEqual(none);
    },
  ); // prettier-ignore

  it.each(['都不登记', '全不登记', '都不用登记', '都不是诉求', '全部不登记', '一条都不用登记', '这几条都不是诉求'])(
    '%s', (text) => {
      expect(said(text, open)).toEqual(is({ verb: 'drop', lines: 'all' }));
      expect(villager(text, open)).toEqual(none);
      expect(said(text)).toEqual(none);
    },
  ); // prettier-ignore

  it.each(['都不是', '全不是', '全部不是', '全都不是', '一条都不是', '一个也不是', '这些都不是', '都不是。'])(
    '%s answers it where it is said to the bot, or under the list; among colleagues it is talk', (text) => {
      const all = is({ verb: 'drop', lines: 'all' });
      expect(said(text, { ...open, privateChat: true })).toEqual(all);
      expect(said(text, { ...open, quote: list })).toEqual(all);
      expect(said(`@回音 ${text}`, open)).toEqual(all);
      expect(said(text, open)).toEqual(none);
      expect(said(text, { ...open, quote: quoted })).toEqual(none);
      expect(said(text, { privateChat: true })).toEqual(none);
      expect(villager(text, { ...open, privateChat: true })).toEqual(none);
    },
  ); // prettier-ignore

  it('what is more than that is talk', () => {
    for (const text of [
      '都登记了',
      '都登记过了',
      '全部登记在册',
      '都不是我们村的',
      '都不是外人',
      '都登记好了吗',
      '一条都不通',
    ])
      expect(said(text, { ...open, privateChat: true })).toEqual(none);
  });
});

describe('并入', () => {
  it.each([
    '并入 3 #4',
    '并入3 #4',
    '并入 3 到 #4',
    '并入 3 ＃４',
    '3 并入 #4',
    '3并到#4',
    '并入 第3条 #4',
    '并入 3，#4',
    '并入 3 4号',
    '并入 三 #4。',
  ])('%s', (text) => {
    expect(said(text, open)).toEqual(is({ verb: 'pick_into', lines: [3], ref: n(4) }));
    expect(villager(text, open)).toEqual(none);
  });
  it('several lines into one case', () => {
    expect(said('并入 1 3 #4', open)).toEqual(is({ verb: 'pick_into', lines: [1, 3], ref: n(4) }));
    expect(said('并入 1、3 石门社区#4', open)).toEqual(
      is({ verb: 'pick_into', lines: [1, 3], ref: n(4, '石门社区') }),
    );
  });
  it('cases merge, list or not', () => {
    expect(said('并入 #3 #4', open)).toEqual(is({ verb: 'merge', ref: n(3), into: n(4) }));
    expect(said('#3 并入 #4', open)).toEqual(is({ verb: 'merge', ref: n(3), into: n(4) }));
  });
  it('a line number without a list is not taken for a case', () => {
    expect(said('并入 3 #4')).toEqual(wrong('pick_into'));
    expect(villager('并入 3 #4')).toEqual(none);
  });
});

describe('登记 by itself', () => {
  it('needs a quote or words', () => {
    expect(said('登记')).toEqual(wrong('register'));
    expect(said('登记', { quote: merged })).toEqual(is({ verb: 'register', text: '' }));
    expect(villager('登记', { quote: quoted })).toEqual(none);
    expect(villager('登记 三组停水')).toEqual(none);
    expect(said('@回音 登记 三组停水')).toEqual(is({ verb: 'register', text: '三组停水' }));
    expect(villager('@回音 登记 三组停水')).toEqual(is({ verb: 'raise', text: '三组停水' }));
  });
});

describe('发码', () => {
  it.each([
    '发码 周小满',
    '发码：周小满',
    '发码　周小满',
    '发码给周小满',
    '发码 @周小满',
    '发绑定码 周小满',
    '发码 周小满。',
    '发码，周小满',
  ])('%s', (text) => {
    expect(said(text, { privateChat: true })).toEqual(is({ verb: 'code', name: '周小满' }));
    expect(said(text)).toEqual(none);
    expect(villager(text, { privateChat: true })).toEqual(none);
  });
  it('for nobody', () => expect(said('发码', { privateChat: true })).toEqual(wrong('code')));
});

describe('绑定', () => {
  it('is for private chats alone', () => {
    expect(villager('绑定 123456')).toEqual(none);
    expect(said('绑定 123456')).toEqual(none);
  });
  it.each(['绑定 12345', '绑定 1234567', '绑定', '绑定 123'])(
    '%s: the form is shown, to villagers too',
    (text) => {
      expect(villager(text, { privateChat: true })).toEqual(wrong('enrol'));
    },
  );
  it('talk about 绑定 is talk', () => {
    expect(villager('绑定银行卡要带身份证吗', { privateChat: true })).toEqual(none);
  });
});

describe('a quote with several numbers means none of them', () => {
  it('受理', () => {
    expect(said('受理', { quote: merged })).toEqual(is({ verb: 'accept', ref: noRef }));
    expect(said('受理 #13', { quote: merged })).toEqual(is({ verb: 'accept', ref: n(13) }));
  });
  it('the same number twice is one', () => {
    const twice = { name: '回音', text: '#12 已交办镇里李望秋。#12 原是路灯不亮' };
    expect(said('受理', { quote: twice })).toEqual(is({ verb: 'accept', ref: n(12) }));
  });
});
