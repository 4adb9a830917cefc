import type { Office } from '../../../src/cases/case.js';
import { isInvolved } from '../../../src/cases/involved.js';
import { maySee, may } from '../../../src/cases/permissions.js';
import { ACCUSATION, SHIMEN, Story, handler, laohe, official, ou } from '../../support/case-world.js';

const INSPECTOR: Office = { role: 'inspector', place: '' };
const about = (text: string, origin?: string) => ({
  text,
  title: '',
  materials: [],
  petitioner: laohe,
  ...(origin !== undefined && { origin }),
});
const involved = (name: string, text: string, offices: Office[] = [INSPECTOR], origin?: string): boolean =>
  isInvolved({ name, offices }, about(text, origin));

describe('who has no part in an accusation', () => {
  it.each([
    ['举报欧清和收礼', true],
    ['举报欧 清 和收礼', true],
    ['县里的欧书记吃了回扣', true],
    ['欧副主任收了钱', true],
    ['村主任吃了回扣', false],
    ['找县纪委反映过，没人管', false],
    ['欧家的田被占了', false],
  ])('whoever is named: %s', (text, expected) => {
    expect(involved('欧清和', text)).toBe(expected);
  });

  it('takes an everyday word before a title for no surname', () => {
    expect(involved('向明德', '我向书记反映过')).toBe(false);
    expect(involved('向明德', '向明德收了钱')).toBe(true);
  });

  it('whose village or township it is', () => {
    const head: Office = { role: 'village_head', place: SHIMEN };
    const leader: Office = { role: 'township_leader', place: '店门镇' };
    expect(involved('某某', '收了钱', [INSPECTOR, head], SHIMEN)).toBe(true);
    expect(involved('某某', '收了钱', [INSPECTOR, leader], SHIMEN)).toBe(true);
    expect(
      involved('某某', '收了钱', [INSPECTOR, { role: 'village_head', place: '店门镇/枫树坳村' }], SHIMEN),
    ).toBe(false);
    expect(involved('某某', '枫树坳村的村支书收了钱', [INSPECTOR, { role: 'village_head', place: '店门镇/枫树坳村' }], SHIMEN)).toBe(true); // prettier-ignore
    // The county's own offices are nobody's village.
    expect(involved('某某', '收了钱', [INSPECTOR, { role: 'admin', place: '' }], SHIMEN)).toBe(false);
  });

  it('is named by who accuses, not by a colleague’s note', () => {
    const story = new Story(ACCUSATION).do({ type: 'progress', note: '请欧清和去核实' }, ou);
    expect(maySee(ou, story.case)).toBe('all');
    const material = { messageId: 'm2', type: 'text', text: '还有欧清和也拿了', by: { id: laohe.id, name: '老贺' }, at: 0 } as const; // prettier-ignore
    story.do({ type: 'add', material }, laohe);
    expect(maySee(ou, story.case)).toBe('none');
    expect(may(ou, { type: 'view' }, story.case)?.key).toBe('refuse_no_case');
  });

  it('cannot be given it', () => {
    const wen = official('wxid_wen', '文书音', INSPECTOR);
    const story = new Story({ ...ACCUSATION, text: '举报欧清和收礼' });
    expect(story.try({ type: 'assign', to: handler(ou), dueBy: null }, wen)).toMatchObject({
      refusal: { key: 'refuse_sealed_named' },
    });
    expect(story.try({ type: 'assign', to: handler(wen), dueBy: null }, wen).ok).toBe(true);
  });
});
