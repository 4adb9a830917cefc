import { checkDirectory } from '../../../src/config/directory-checks.js';
import { directorySchema, toEntries } from '../../../src/config/directory.js';
import { faultsIn, valueOf } from '../../support/config-text.js';

const HEAD = `county: 衡岭县
groups:
  - { topic: 石门群, kind: village, place: 店门镇/石门社区 }
people:
  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区 }
  - { name: 李望秋, role: township_leader, place: 店门镇 }
duty:
`;
const shift = (line: string) => toEntries(valueOf(`${HEAD}  - ${line}\n`, directorySchema), 'live').duty?.[0];

describe('the duty roster in directory.yaml', () => {
  it('is read, weekly and dated', () => {
    expect(shift('{ place: 店门镇/石门社区, days: [周一, 周三], hours: "18:00-08:00", people: [周小满] }')).toEqual({
      place: '店门镇/石门社区', days: [1, 3], dates: null, hours: { from: 1080, to: 480 }, people: ['周小满'],
    }); // prettier-ignore
    expect(shift('{ place: 店门镇, from: 2026-05-01, to: 2026-05-05, people: [李望秋, 李望秋] }')).toEqual({
      place: '店门镇', days: null, dates: { from: '2026-05-01', to: '2026-05-05' }, hours: null, people: ['李望秋'],
    }); // prettier-ignore
    expect(shift('{ place: "", from: 2026-05-01, people: [李望秋] }')?.dates).toEqual({ from: '2026-05-01', to: '2026-05-01' }); // prettier-ignore
    expect(shift('{ place: "", days: [周末, 工作日, 周六], people: [李望秋] }')?.days).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(toEntries(valueOf(HEAD.replace('duty:\n', ''), directorySchema), 'live').duty).toEqual([]);
  });

  it.each([
    ['{ place: 店门镇/石门村, people: [周小满] }', 'duty[0].place: the place "店门镇/石门村" does not exist; did you mean "店门镇/石门社区"?'],
    ['{ place: 店门镇, people: [李望春] }', 'duty[0].people[0]: nobody of the directory is called "李望春"; did you mean "李望秋"? Else list them under people'],
    ['{ place: 店门镇, people: [王五] }', 'duty[0].people[0]: nobody of the directory is called "王五"; list them under people'],
    ['{ place: 店门镇, people: [] }', 'duty[0].people: too small or too short; write at least 1 entries'],
    ['{ place: 店门镇 }', 'duty[0].people: missing; write a list here'],
    ['{ place: 店门镇, days: [星期一], people: [李望秋] }', 'duty[0].days[0]: "星期一" is not known here; write one of: 周一, 周二'],
    ['{ place: 店门镇, hours: "18:00-25:00", people: [李望秋] }', 'duty[0].hours: these are no hours; write them like "18:00-08:00"'],
    ['{ place: 店门镇, hours: "8:00-08:00", people: [李望秋] }', 'duty[0].hours: the hours begin and end at the same minute; leave them out'],
    ['{ place: 店门镇, from: 2026-02-30, people: [李望秋] }', 'duty[0].from: this is no day of the calendar; write it like 2026-05-01'],
    ['{ place: 店门镇, from: 2026-05-03, to: 2026-05-01, people: [李望秋] }', 'duty[0].to: the last day, 2026-05-01, is before the first; write the later day'],
    ['{ place: 店门镇, to: 2026-05-01, people: [李望秋] }', 'duty[0].to: a last day without a first; write from: too'],
    ['{ place: 店门镇, days: [周一], from: 2026-05-01, people: [李望秋] }', 'duty[0].days: weekdays and dates in one line; write one of them'],
    ['{ place: 店门镇, poeple: [李望秋], people: [李望秋] }', 'duty[0].poeple: unknown key "poeple"; did you mean "people"?'],
  ])('%s', (line, expected) => {
    const found = faultsIn(`${HEAD}  - ${line}\n`, directorySchema, checkDirectory);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`x.yaml:8 ${expected}`);
  });
});
