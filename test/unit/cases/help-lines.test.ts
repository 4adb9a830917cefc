import { helpLines } from '../../../src/cases/help-lines.js';
import type { Role } from '../../../src/cases/words.js';

const of = (role: Role, place: string, consent = false) => helpLines([{ role, place }], consent);

describe('what the help says for some offices only', () => {
  it('shows each office what it may write', () => {
    expect(of('village_cadre', '店门镇/石门社区')).toEqual([]);
    expect(of('department', '店门镇', true)).toEqual([]);
    expect(of('township_leader', '店门镇')).toEqual(['help_watch', 'help_export']);
    expect(of('admin', '')).toEqual(['help_watch', 'help_export']);
    expect(of('inspector', '')).toEqual(['help_watch', 'help_sealed']);
    expect(of('inspector', '店门镇')).toEqual(['help_watch']);
  });

  it('speaks of 同意 only where 不予受理 takes two', () => {
    expect(of('village_head', '店门镇/石门社区', true)).toEqual(['help_consent']);
    expect(of('inspector', '', true)).toEqual(['help_watch', 'help_sealed']);
  });
});
