import { saysWhat } from '../../../src/cases/proof.js';

describe('whether words say what was done', () => {
  it.each([
    '', '修好了', '办好了', '已处理', '已经办好了', '处理完毕', '弄好了', '好了', '完成', '搞定了', '都解决了', '问题已解决', '办结', '已整改到位', '修好了！', '弄好了1', '@所有人 修好了', 'OK', '👌', '全部处理好了，谢谢', '可以了', '这件事情办好了',
  ])('%s: no', (words) => {
    expect(saysWhat(words)).toBe(false);
  }); // prettier-ignore

  it.each([
    '疏通了', '接好了', '焊好了', '换了灯泡', '清走了', '扶起来了', '路灯修好了', '已联系电力所', '上午修好了', '换了灯泡和控制器', '六组的水已经修好了', '合了闸', '送了两袋米', '已答复本人', '电工来看过', '铺了三车石子', '六组的水这回真修好了',
  ])('%s: yes', (words) => {
    expect(saysWhat(words)).toBe(true);
  }); // prettier-ignore
});
