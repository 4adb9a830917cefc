import { buildDirectory } from '../../../src/cases/directory-build.js';
import type { DirectoryEntries, PersonEntry } from '../../../src/cases/directory-entries.js';
import type { Role } from '../../../src/cases/words.js';

const SHI = '店门镇/石门社区';
const FENG = '店门镇/枫树坳村';
const person = (name: string, role: Role, place: string, contact?: string): PersonEntry => ({
  name,
  role,
  place,
  contacts: contact === undefined ? [] : [contact],
  categories: role === 'department' ? ['road'] : [],
});
const group = (topic: string, kind: 'village' | 'work', place: string) =>
  ({ topic, id: null, kind, place, mode: 'live' }) as const;

const entries: DirectoryEntries = {
  county: '衡岭县',
  groups: [
    group('石门群', 'village', SHI),
    group('枫树坳群', 'village', FENG),
    { ...group('镇群', 'work', '店门镇'), topic: null, id: 'zhen@chatroom' },
    group('县群', 'work', ''),
  ],
  people: [
    person('周小满', 'village_cadre', SHI, 'wxid_zhou'),
    person('周小满', 'grid_worker', SHI),
    person('李明', 'village_cadre', FENG),
    person('李明', 'volunteer', SHI),
    person('李望秋', 'township_leader', '店门镇', 'wxid_li'),
    person('李望秋', 'inspector', '', 'wxid_li'),
    person('交通局', 'department', '', 'wxid_jt'),
    person('县办', 'admin', ''),
  ],
};
const build = (bindings = {}, enrolments = {}) => buildDirectory(entries, bindings, enrolments);

describe('who is who', () => {
  it('gives one contact all offices listed under it', () => {
    expect(build().actor('wxid_li', '秋')).toEqual({
      id: 'wxid_li',
      name: '秋',
      officialName: '李望秋',
      offices: [
        { role: 'township_leader', place: '店门镇' },
        { role: 'inspector', place: '' },
      ],
    });
  });

  it('gives nobody rights by name: an unknown contact who calls itself 李望秋 is a villager', () => {
    expect(build().actor('wxid_x', '李望秋')).toEqual({ id: 'wxid_x', name: '李望秋', offices: [] });
  });

  it('keeps a department’s categories', () => {
    expect(build().officialOf('wxid_jt')?.offices).toEqual([
      { role: 'department', place: '', categories: ['road'] },
    ]);
  });

  it('takes entries of one name and place as one person, of one name in two places as two', () => {
    const keys = build().officials.map((official) => official.key);
    expect(keys).toEqual([
      `周小满|${SHI}`,
      `李明|${FENG}`,
      `李明|${SHI}`,
      '李望秋|店门镇',
      '交通局|',
      '县办|',
    ]);
    expect(
      build()
        .officialOf('wxid_zhou')
        ?.offices.map((office) => office.role),
    ).toEqual(['village_cadre', 'grid_worker']);
  });

  it('joins entries that a third one links', () => {
    const people = [
      person('甲', 'village_cadre', SHI, 'a'),
      person('甲', 'inspector', '', 'b'),
      { ...person('甲', 'volunteer', FENG), contacts: ['a', 'b'] },
    ];
    const { officials } = buildDirectory({ ...entries, people }, {}, {});
    expect(officials.filter((official) => official.name === '甲')).toHaveLength(1);
  });
});

describe('enrolment by code', () => {
  it('adds the contact to the official, under any of the places of the person', () => {
    expect(build({}, { w1: `李明|${FENG}` }).actor('w1', 'x').officialName).toBe('李明');
    const directory = build({}, { w1: '李望秋|' });
    expect(directory.actor('w1', 'x').offices).toHaveLength(2);
    expect(directory.officialOf('w1')?.contacts).toEqual(['wxid_li', 'w1']);
  });

  it('gives no rights for somebody who left the directory', () => {
    expect(build({}, { w1: '王五|店门镇' }).actor('w1', 'x').offices).toEqual([]);
  });

  it('adds to what the configuration says of the contact, whose name stays', () => {
    const actor = build({}, { wxid_zhou: '县办|' }).actor('wxid_zhou', 'x');
    expect(actor.officialName).toBe('周小满');
    expect(actor.offices.map((office) => office.role)).toEqual(['village_cadre', 'grid_worker', 'admin']);
    const other = build({}, { wxid_jt: `周小满|${SHI}` }).officialOf('wxid_jt');
    expect(other?.name).toBe('交通局');
  });
});

describe('the built-in admin', () => {
  const people = entries.people.filter((entry) => entry.role !== 'admin');

  it('is there when the directory lists none, so that the first start can print a code for it', () => {
    const directory = buildDirectory({ ...entries, people }, {}, { w: '管理员|' });
    expect(directory.actor('w', 'x').offices).toEqual([{ role: 'admin', place: '' }]);
    expect(directory.holders(['admin'], '').map((one) => one.key)).toEqual(['管理员|']);
  });

  it('is not there beside an admin of the directory', () => {
    expect(build({}, { w: '管理员|' }).actor('w', 'x').offices).toEqual([]);
  });
});

describe('groups', () => {
  const bound = build({ 'topic:石门群': 'shi@chatroom', 'topic:县群': 'xian@chatroom' });

  it('are found by the bound room, or by the configured id', () => {
    expect(bound.groupOf('shi@chatroom')?.place).toBe(SHI);
    expect(bound.groupOf('zhen@chatroom')?.key).toBe('id:zhen@chatroom');
    expect(bound.groupOf('other@chatroom')).toBeNull();
    expect(build().groups[0]).toMatchObject({ key: 'topic:石门群', roomId: null });
  });

  it('lead to the nearest bound work group', () => {
    expect(bound.workGroup(SHI)?.roomId).toBe('zhen@chatroom');
    expect(bound.workGroup('')?.roomId).toBe('xian@chatroom');
    expect(build().workGroup('')).toBeNull();
  });

  it('of a village are those of exactly that village', () => {
    expect(bound.villageGroups(SHI).map((g) => g.topic)).toEqual(['石门群']);
    expect(bound.villageGroups('店门镇')).toEqual([]);
  });

  it('make the places', () => {
    expect(bound.places).toEqual(['', '店门镇', SHI, FENG]);
  });
});

describe('holders', () => {
  it('hold one of the roles for exactly the place', () => {
    const names = (roles: Role[], place: string) => build().holders(roles, place).map((official) => official.name); // prettier-ignore
    expect(names(['village_cadre', 'village_head'], SHI)).toEqual(['周小满']);
    expect(names(['inspector'], '')).toEqual(['李望秋']);
    expect(names(['inspector'], '店门镇')).toEqual([]);
  });
});

describe('who is on call', () => {
  const at = Date.parse('2026-04-27T20:00:00+08:00');
  const shift = (place: string, ...people: string[]) => ({
    place,
    days: null,
    dates: null,
    hours: null,
    people,
  });
  const withDuty = (...duty: ReturnType<typeof shift>[]) => buildDirectory({ ...entries, duty }, {}, {});

  it('are the people of the shifts of that very place, each once, with the end of the shift', () => {
    const directory = withDuty(
      shift(SHI, '周小满'),
      shift(SHI, '周小满', '李望秋'),
      shift('店门镇', '李望秋'),
    );
    expect(directory.onDuty(SHI, at).map((one) => one.official.name)).toEqual(['周小满', '李望秋']);
    expect(directory.onDuty(SHI, at)[0]?.until).toBe(Date.parse('2026-04-28T00:00:00+08:00'));
    expect(directory.onDuty('', at)).toEqual([]);
    expect(build().onDuty(SHI, at)).toEqual([]);
  });

  it('of one name in two places the one of the place; who left the directory is nobody', () => {
    const [one] = withDuty(shift(FENG, '李明', '王五')).onDuty(FENG, at);
    expect(one?.official.offices).toEqual([{ role: 'village_cadre', place: FENG }]);
    expect(withDuty(shift(FENG, '王五')).onDuty(FENG, at)).toEqual([]);
  });
});
