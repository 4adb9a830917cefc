import { caseLines, type View } from '../../../src/cases/case-lines.js';
import type { Material } from '../../../src/cases/case.js';
import type { MessageKey } from '../../../src/cases/message-keys.js';
import { Story, laohe, power, handler, zhou } from '../../support/case-world.js';
import { say } from '../../support/packaged-texts.js';

const ALL = { sight: 'all', openly: false, discreet: false } as const;

function shown(story: Story, view: Omit<View, 'now'>): string[] {
  const history = view.sight === 'all' && !view.openly ? story.events : [];
  return caseLines(story.case, history, { ...view, now: story.now }).map(({ key, values }) =>
    say(key as MessageKey, values),
  );
}

function material(type: Material['type'], messageId: string): Material {
  return { messageId, type, text: '', by: laohe, at: 0 };
}

describe('the answer to 查', () => {
  it('tells how it stands, who has it and by when, what is attached, and each step', () => {
    const story = new Story({ materials: [material('image', 'p1')] })
      .do({ type: 'add', material: material('image', 'p2') }, laohe)
      .do({ type: 'add', material: material('location', 'p3') }, laohe)
      .do({ type: 'assign', to: handler(power), dueBy: null }, zhou);
    expect(shown(story, ALL)).toEqual([
      '查 #12 已交办：中院子路灯不亮，晚上看不见。电力所，明天上午办好。',
      '附：图2张、位置1处。',
      '5月2日10:00 老贺 提出：中院子路灯不亮，晚上看不见',
      '5月2日10:03 周小满 交办电力所',
    ]);
  });

  it('names who registered it besides whose matter it is', () => {
    const story = new Story({
      petitioner: { id: '', name: '王奶奶' },
      registrar: { id: zhou.id, name: '周小满' },
    });
    expect(shown(story, ALL)[1]).toBe('5月2日10:00 王奶奶 提出：中院子路灯不亮，晚上看不见（周小满登记）');
  });

  it('leaves out what was taken back', () => {
    const story = new Story().do({ type: 'accept' }, zhou).do({ type: 'undo' }, zhou);
    expect(shown(story, ALL)).toHaveLength(2);
  });

  describe('before the group', () => {
    const openly = { sight: 'all', openly: true, discreet: false } as const;
    const done = { type: 'resolve', done: '送了两袋米' } as const;

    it('says what was done, which all have read', () => {
      expect(shown(new Story().do(done, zhou), openly)).toEqual([
        '查 #12 已办结：中院子路灯不亮，晚上看不见。送了两袋米。',
      ]);
    });

    it.each(['welfare', 'health'] as const)('says nothing of %s but the number and the state', (category) => {
      expect(shown(new Story({ category }).do(done, zhou), openly)).toEqual(['查 #12 已办结。']);
    });

    it('says nothing of what somebody raised privately', () => {
      const story = new Story({}, { chat: { id: laohe.id, room: false } }).do(done, zhou);
      expect(shown(story, openly)).toEqual(['查 #12 已办结。']);
    });
  });

  it('tells a stranger in private the state alone', () => {
    const story = new Story().do({ type: 'resolve', done: '换了灯泡' }, zhou);
    expect(shown(story, { sight: 'state', openly: false, discreet: false })).toEqual(['查 #12 已办结。']);
  });
});
