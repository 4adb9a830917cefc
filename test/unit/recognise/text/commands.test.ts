import { evened } from '../../../../src/recognise/text/clean.js';
import { commandLook, raisedOutright } from '../../../../src/recognise/text/commands.js';

describe('commandLook', () => {
  it.each([
    ['满意', 'rating'],
    ['满意 #3', 'rating'],
    ['不满意＃３ 还是黑的', 'rating'],
    ['查 #3', 'villager'],
    ['附议 3', 'villager'],
    ['撤回', 'villager'],
    ['办结 7', 'official'],
    ['受理#3', 'official'],
    ['转办 石门社区#3 交通局', 'official'],
    ['登记 1 2', 'official'],
    ['待办', 'official'],
    ['满意得很 路修得好', null],
    ['查一下水表', null],
    ['受理窗口在哪里', null],
    ['撤回也没用', null],
  ])('%j looks like %j', (text, look) => {
    expect(commandLook(evened(text))).toBe(look);
  });

  it.each([
    ['诉求：路灯坏了', true],
    ['反映: 三组没水', true],
    ['诉求：', false],
    ['你的诉求我记下了', false],
  ])('%j is raised outright: %j', (text, outright) => {
    expect(raisedOutright(evened(text))).toBe(outright);
  });
});
