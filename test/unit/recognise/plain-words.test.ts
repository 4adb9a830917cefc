import { answerStage, isMeToo, ratingOf } from '../../../src/recognise/plain-words.js';

describe('answerStage', () => {
  it.each([
    ['我联系电工了', 'accept'],
    ['收到，我马上安排', 'accept'],
    ['我来处理', 'accept'],
    ['明天上午来修', 'progress'],
    ['正在修', 'progress'],
    ['还没修好', 'progress'],
    ['没修好，还差个阀门', 'progress'],
    ['争取这个星期修好', 'progress'],
    ['修好了就告诉大家', 'progress'],
    ['补贴月底发放到位', 'progress'],
    ['已经修好了', 'resolve'],
    ['水管换好了，有水了', 'resolve'],
    ['抢通了，可以走了', 'resolve'],
    ['垃圾已经拉走了', 'resolve'],
    ['收到', null],
    ['好的', null],
    ['在哪里', null],
    ['什么时候能修好？', null],
    ['修好了没有', null],
    ['今天蛮热', null],
    ['', null],
  ])('%j is %j', (text, stage) => {
    expect(answerStage(text)).toBe(stage);
  });
});

describe('ratingOf', () => {
  it.each([
    ['满意', 'satisfied', ''],
    ['好了好了 谢谢', 'satisfied', ''],
    ['灯亮了 谢谢书记', 'satisfied', ''],
    ['来水了', 'satisfied', ''],
    ['基本满意', 'fairly', ''],
    ['比以前好多了', 'fairly', ''],
    ['没修好 晚上还是黑的', 'unsatisfied', '没修好 晚上还是黑的'],
    ['不满意 三天了没人来', 'unsatisfied', '三天了没人来'],
    ['不满意＃3：只修了一半', 'unsatisfied', '只修了一半'],
    ['修得真好 一天就坏', 'unsatisfied', '修得真好 一天就坏'],
  ])('%j rates %s', (text, rating, reason) => {
    expect(ratingOf(text)).toEqual({ rating, reason });
  });

  it.each([
    '谢谢',
    '好了吗？',
    '真是满意啊 呵呵',
    '亮是亮了 就是太暗',
    '好了个鬼',
    '要是修好了就好',
    '早上好',
    '',
  ])('is not sure of %j', (text) => {
    expect(ratingOf(text)).toBeNull();
  });

  it('keeps the reason at 200 characters and without the quoted message', () => {
    const text = `「云：好了吗」\n- - - - - - -\n不满意 ${'长'.repeat(400)}`;
    expect(ratingOf(text)?.reason).toBe('长'.repeat(200));
  });
});

describe('isMeToo', () => {
  it.each(['我家也是', '我们这边也停了', '我屋里也冇得', '+1', '也是', '我们5组也没水'])(
    '%j has it too',
    (text) => {
      expect(isMeToo(text)).toBe(true);
    },
  );
  it.each(['我明天也去', '我也是三组的', '停水了', '收到', ''])('%j has not', (text) => {
    expect(isMeToo(text)).toBe(false);
  });
});
