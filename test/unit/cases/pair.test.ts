import type { Actor, Material } from '../../../src/cases/case.js';
import type { Opening } from '../../../src/cases/action.js';
import { pairOf, stillShows } from '../../../src/cases/pair.js';
import type { Notice } from '../../../src/cases/outcome.js';
import { ACCUSATION, laohe, MORNING, ou, Story, tansaozi, zhou } from '../../support/case-world.js';

const MIN = 60_000;
const image = (messageId: string, by: Actor, at: number, shown = true): Material => ({
  messageId,
  type: 'image',
  text: '',
  by: { id: by.id, name: by.name },
  at: MORNING + at * MIN,
  ...(shown && { shown: true as const }),
});
const add = (material: Material) => ({ type: 'add', material }) as const;
const DONE = { type: 'resolve', done: '换了灯泡' } as const;
const PICTURES = { pictures: true };

/** The pictures side by side among what was told. */
const pairs = (notices: Notice[]) =>
  notices.flatMap(({ file }) => (file?.kind === 'pair' ? [[file.before, file.after, file.name]] : []));

function told(materials: Material[], opening: Partial<Opening> = {}, by: Actor = zhou): string[][] {
  const story = new Story(opening);
  for (const one of materials) story.do(add(one), zhou);
  return pairs(story.do(DONE, by, PICTURES).notices);
}

describe('before and after', () => {
  const before = image('b', laohe, 1);
  const after = image('a', zhou, 5, false);

  it('follows 已办结 in the case’s chat, named by the case', () => {
    const story = new Story().do(add(before), laohe).do(add(after), zhou).do(DONE, zhou, PICTURES);
    expect(pairs(story.notices)).toEqual([['b', 'a', '#12']]);
    expect(story.notices.map((one) => [one.key, one.to.kind])).toEqual([
      ['resolved', 'case_chat'],
      ['pair_file', 'case_chat'],
    ]);
  });

  it('wants both: the first of the petitioner’s, the last of who handled it, taken later', () => {
    expect(told([before])).toEqual([]);
    expect(told([after])).toEqual([]);
    expect(told([image('a', zhou, 0), before])).toEqual([]);
    expect(told([before, image('b2', laohe, 2), after, image('a2', zhou, 6)])).toEqual([['b', 'a2', '#12']]);
    expect(told([before, image('a', zhou, 1)])).toEqual([['b', 'a', '#12']]);
    expect(told([before, image('n', tansaozi, 5)])).toEqual([]);
    expect(told([image('n', tansaozi, 1), after])).toEqual([]);
    expect(told([before, { ...after, type: 'video' }])).toEqual([]);
  });

  it('what the villager sent in private stays there', () => {
    expect(told([image('b', laohe, 1, false), after])).toEqual([]);
  });

  it('never of what is discreet or sealed, nor with pictures off', () => {
    for (const category of ['health', 'welfare'] as const)
      expect(told([before, after], { category })).toEqual([]);
    const sealed = new Story(ACCUSATION).do(add(before), laohe).do(add(image('a', ou, 5)), ou);
    expect(pairs(sealed.do(DONE, ou, PICTURES).notices)).toEqual([]);
    const off = new Story().do(add(before), laohe).do(add(after), zhou);
    expect(pairs(off.do(DONE, zhou).notices)).toEqual([]);
    const private_ = new Story().do(add(before), laohe).do(add(after), zhou);
    expect(pairs(private_.do(DONE, zhou, { ...PICTURES, discreet: ['utility'] }).notices)).toEqual([]);
  });

  it('a case keeps to four messages in its group: the picture counts, and the one too many is left out', () => {
    const story = new Story().do(add(before), laohe).do(add(after), zhou).do(DONE, zhou, PICTURES);
    expect(story.case.spoken).toBe(3);
    story.do({ type: 'rate', rating: 'satisfied', reason: '' }, laohe);
    expect(story.case.spoken).toBe(4);
    const again = new Story().do(add(before), laohe).do(add(after), zhou).do(DONE, zhou, PICTURES);
    again.do({ type: 'rate', rating: 'unsatisfied', reason: '又灭了' }, laohe);
    again.do(add(image('a3', zhou, 600)), zhou).do(DONE, zhou, PICTURES);
    expect(pairs(again.notices)).toEqual([]);
  });

  it('after 不满意 the picture of the first try shows nothing', () => {
    const story = new Story().do(add(before), laohe).do(add(after), zhou).do(DONE, zhou);
    const c = story.later(1).do({ type: 'rate', rating: 'unsatisfied', reason: '' }, laohe).case;
    expect(pairOf(c, zhou.id)).toBeNull();
    const later = { ...c, materials: [...c.materials, image('a2', zhou, 900)] };
    expect(pairOf(later, zhou.id)).toEqual({ before: 'b', after: 'a2' });
  });

  it('is shown only while both belong to an open record', () => {
    const { case: c } = new Story().do(add(before), laohe).do(add(after), zhou);
    const file = { kind: 'pair', caseId: c.id, name: '#12', before: 'b', after: 'a' } as const;
    expect(stillShows(c, file)).toBe(true);
    expect(stillShows(null, file)).toBe(false);
    expect(stillShows({ ...c, sealed: true }, file)).toBe(false);
    expect(stillShows({ ...c, materials: c.materials.slice(1) }, file)).toBe(false);
  });
});
