import { RULES } from '../../../../src/recognise/rules/rule-scorer.js';
import type { Reading } from '../../../../src/recognise/scorer.js';
import { readSignals } from '../../../../src/recognise/signals.js';
import { cleanText } from '../../../../src/recognise/text/clean.js';
import { OPEN, OPEN_SEALED, SUGGEST, SUGGEST_SEALED } from '../../../../src/recognise/thresholds.js';

function read(text: string): Reading {
  const clean = cleanText(text);
  return RULES.read(clean, readSignals(clean.text));
}

describe('RULES on matters', () => {
  it.each([
    ['又没水了', 'utility', 'urgent'],
    ['祠堂前那盏路灯又黑了几夜', 'utility', 'normal'],
    ['路口井盖冇得了 娃儿差点掉进去', 'road', 'urgent'],
    ['桥上护栏断了一截 哪个管下', 'road', 'normal'],
    ['垃圾堆了一个星期没人来拖 臭死了', 'sanitation', 'normal'],
    ['水渠垮了 田里开坼 怎么办', 'farming', 'urgent'],
    ['三单元电梯又坏了 爬十二楼', 'housing', 'urgent'],
    ['工资拖了三个月没发 老板电话不接', 'welfare', 'normal'],
    ['野狗成群 昨天咬了个伢子', 'security', 'normal'],
    ['村里的账目几年没公开了', 'village_affairs', 'normal'],
  ])('opens %j as %s, %s', (text, category, urgency) => {
    const reading = read(text);
    expect(reading.matter).toBeGreaterThanOrEqual(OPEN);
    expect(reading).toMatchObject({ category, urgency });
  });

  it.each([
    '后山垮下来了 石头在滚',
    '屋里起火了快来人',
    '电线掉在路上冒火花',
    '煤气味好重',
    '孩子不见了 找了一天',
  ])('marks %j as an emergency', (text) => {
    expect(read(text).urgency).toBe('emergency');
  });

  it('knows questions, suggestions and calls for help by their form', () => {
    expect(read('请问八十岁的高龄补贴怎么申请 要带什么材料').kind).toBe('consultation');
    expect(read('建议村里在球场边装两盏路灯 晚上打球也方便').kind).toBe('suggestion');
    expect(read('我娘晕倒了 叫不应 快来人').kind).toBe('help');
  });
});

describe('RULES on what is no matter', () => {
  it.each([
    '早上好 今天天气真好',
    '家电维修 疏通下水道 换水龙头 电话13800001234 上门服务',
    '前年路灯坏了 后来换过了 好亮',
    '我娘屋那边停水三天了 我们这里还好',
    '要是哪天飞机场建在我家后山就好了',
    '谁看到我家那只猫',
    '哈哈哈哈 笑死我了',
    '我手机没电了',
    '恭喜发财 新年快乐',
    '热死了 三十八度',
    '门前路面刚铺过 院里添了路灯 下水道也通了 欢迎预订',
  ])('stays silent on %j', (text) => {
    expect(read(text).matter).toBeLessThan(SUGGEST);
  });
});

describe('RULES on accusations', () => {
  it.each([
    '捐的修桥款进了谁的腰包 包工的是书记的小舅子',
    '低保名额都给了村干部的亲戚 懂的都懂',
    '会计虚报了两百亩 冒领补贴 钱进了他口袋',
  ])('is sure of %j', (text) => {
    expect(read(text).accusation).toBeGreaterThanOrEqual(OPEN_SEALED);
  });

  it.each(['路灯坏了 请书记来看看', '低保怎么申请', '红包谁发一个', '这部电影里的县长是个贪官'])(
    'finds none in %j',
    (text) => {
      expect(read(text).accusation).toBeLessThan(SUGGEST_SEALED);
    },
  );
});
