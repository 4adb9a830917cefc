import { otherService, sharesService } from '../../../../src/recognise/text/services.js';

describe('services of a house', () => {
  it.each([
    ['村里停电了', ['三组停水了'], true],
    ['煤气没气了', ['三组停水了，没水做饭', '还没来'], true],
    ['断网了', ['又停电了'], true],
    ['没电也没水', ['三组停水了'], false],
    ['我家也没水', ['三组停水了'], false],
    ['停电所以抽不上水', ['自来水停了', '村里停电'], false],
    ['什么时候修好', ['三组停水了'], false],
    ['停水了', ['路灯不亮'], false],
    ['停水了', [], false],
  ])('%s after %j: another one is %s', (text, others, other) => {
    expect(otherService(text, others)).toBe(other);
  });

  it('are the same where both name one', () => {
    expect(sharesService('我家也没水', ['三组停水了'])).toBe(true);
    expect(sharesService('我家也没水', ['村里停电了'])).toBe(false);
    expect(sharesService('我家也是', ['三组停水了'])).toBe(false);
  });
});
