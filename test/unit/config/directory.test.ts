import { checkDirectory } from '../../../src/config/directory-checks.js';
import { directorySchema, toEntries } from '../../../src/config/directory.js';
import { faultsIn, valueOf } from '../../support/config-text.js';

const GROUPS = `county: 衡岭县
groups:
  - { topic: 石门群, kind: village, place: 店门镇/石门社区 }
  - { topic: 店门镇工作群, kind: work, place: 店门镇 }
  - { topic: 县群, kind: work, place: "" }
people:
`;
const read = (text: string) => toEntries(valueOf(text, directorySchema), 'live');
const faults = (text: string) => faultsIn(text, directorySchema, checkDirectory);
/** The one fault of a directory whose only person is written in line 7. */
const personFault = (person: string) => {
  const found = faults(`${GROUPS}  - ${person}\n`);
  expect(found).toHaveLength(1);
  return found[0];
};
const groupFault = (group: string) => {
  const found = faults(`county: 衡岭县\ngroups:\n  - ${group}\n`);
  expect(found).toHaveLength(1);
  return found[0];
};

describe('directory.yaml', () => {
  it('reads groups and people', () => {
    const entries = read(`${GROUPS}  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区, contact: wxid_zhou }
  - { name: 交通局, role: department, place: "", contact: [wxid_a, wxid_b, wxid_a], categories: [road] }
  - { name: 欧清和, role: inspector, place: "" }
`);
    expect(entries.county).toBe('衡岭县');
    expect(entries.groups[0]).toEqual({
      topic: '石门群',
      id: null,
      kind: 'village',
      place: '店门镇/石门社区',
      mode: 'live',
    });
    expect(entries.people.map(({ contacts, categories }) => ({ contacts, categories }))).toEqual([
      { contacts: ['wxid_zhou'], categories: [] },
      { contacts: ['wxid_a', 'wxid_b'], categories: ['road'] },
      { contacts: [], categories: [] },
    ]);
  });

  it('needs no people', () => {
    expect(read(GROUPS.replace('people:\n', '')).people).toEqual([]);
  });

  it('lets a group go its own way about trial', () => {
    const text = GROUPS.replace('kind: work, place: 店门镇', 'kind: work, mode: trial, place: 店门镇').replace('people:\n', '');
    expect(read(text).groups.map((group) => group.mode)).toEqual(['live', 'trial', 'live']);
  });

  it('allows one contact with several roles under one name, and places above a group', () => {
    const text = `${GROUPS}  - { name: 周小满, role: village_cadre, place: 店门镇/石门社区, contact: w }
  - { name: 周小满, role: township_leader, place: 店门镇, contact: w }
`;
    expect(faults(text)).toEqual([]);
  });
});

describe('faults of a person', () => {
  it.each([
    ['{ name: 甲, role: inspector, place: 店门镇/石门村 }', 'people[0].place: the place "店门镇/石门村" does not exist (no group is in it); did you mean "店门镇/石门社区"? Else give a group this place, or choose one of: "", 店门镇, 店门镇/石门社区'],
    ['{ name: 甲, role: inspector, place: 别处 }', 'people[0].place: the place "别处" does not exist (no group is in it); give a group this place'],
    ['{ name: 甲, role: inspecter, place: "" }', 'people[0].role: "inspecter" is not known here; did you mean "inspector"?'],
    ['{ name: 甲, role: mayor, place: "" }', 'people[0].role: "mayor" is not known here; write one of: village_head, village_cadre'],
    ['{ name: 甲, role: admin }', 'people[0].place: missing; write text here'],
    ['{ role: admin, place: "" }', 'people[0].name: missing; write text here'],
    ['{ name: 甲, role: admin, place: "", contcat: w }', 'people[0].contcat: unknown key "contcat"; did you mean "contact"? Known here: name, role, place, contact, categories'],
    ['{ name: 甲, role: department, place: "", categories: [roads] }', 'people[0].categories[0]: "roads" is not known here; did you mean "road"?'],
    ['{ name: 甲, role: admin, place: "", categories: [road] }', 'people[0].categories: categories belong to departments alone, and this is a admin'],
    ['{ name: 甲, role: admin, place: "", contact: 12345 }', 'people[0].contact: a contact is an id or a list of ids; write wxid_… or [wxid_…, wxid_…]'],
    ['{ name: 甲, role: village_head, place: "" }', 'people[0].place: a village_head for the whole county; write the village'],
    ['{ name: "甲\u200b", role: admin, place: "" }', 'people[0].name: a name holds none of # @ { } 「 」 and no invisible characters; write the real name'],
    ['{ name: 10086, role: admin, place: "" }', 'people[0].name: this is a number, not text; put it between quotes: "10086"'],
    ['周小满', 'people[0]: this is text, not a block of "key: value" lines'],
  ])('%s', (person, expected) => {
    expect(personFault(person)).toContain(`x.yaml:7 ${expected}`);
  });

  it('names both lines when two people have one contact', () => {
    const text = `${GROUPS}  - { name: 周小满, role: admin, place: "", contact: [a, w] }
  - { name: 李望秋, role: inspector, place: "", contact: w }
`;
    expect(faults(text)).toEqual([
      'x.yaml:8 people[1].contact: 李望秋 and 周小满 (line 7) have one contact, w; a contact is one person: correct one of the two, or write the same name in both',
    ]);
  });
});

describe('faults of a group', () => {
  it.each([
    ['{ topic: 群, kind: village, place: "" }', 'groups[0].place: a village group in no place; write its village'],
    ['{ topic: 群, kind: village }', 'groups[0].place: missing'],
    ['{ topic: 群, kind: vilage, place: 甲 }', 'groups[0].kind: "vilage" is not known here; did you mean "village"?'],
    ['{ kind: work, place: 甲 }', 'groups[0]: neither topic nor id says which chat this is; write exactly one of them'],
    ['{ topic: 群, id: 1@chatroom, kind: work, place: 甲 }', 'groups[0]: topic and id are both set; write exactly one of them'],
    ['{ topic: 群, kind: work, place: 甲/ }', 'groups[0].place: a place has a name on both sides of each "/"'],
    ['{ topic: 群, kind: work, place: "甲#1" }', 'groups[0].place: a place holds none of # @ { }'],
    ['{ topic: 群, kind: work, place: 甲, mode: off }', 'groups[0].mode: "off" is not known here; write one of: live, trial'],
  ])('%s', (group, expected) => {
    expect(groupFault(group)).toContain(`x.yaml:3 ${expected}`);
  });

  it.each([
    ['topic', 'topic: 群', 'rename one of the two chats, or name them by id'],
    ['id', 'id: 1@chatroom', 'take one of the two lines out'],
  ])('a doubled %s', (key, entry, mend) => {
    const text = `county: 衡岭县\ngroups:\n  - { ${entry}, kind: work, place: 甲 }\n  - { ${entry}, kind: work, place: 乙 }\n`;
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^x.yaml:4 groups\\[1\\]\\.${key}: .* stands in line 3 already; ${mend}$`));
  });
});

describe('the file as a whole', () => {
  it('needs a county and groups', () => {
    expect(faults('people: []\n')).toEqual([
      'x.yaml:1 county: missing; write text here',
      'x.yaml:1 groups: missing; write a list here',
    ]);
  });

  it('tells every fault at once, and none that only follows from another', () => {
    const text = `county: ''
groups:
  - { topic: 群, kind: vilage, place: 店门镇/石门社区 }
  - { topic: 镇群, kind: work, place: 店门镇 }
people:
  - { name: 甲, role: village_cadre, place: 店门镇/石门社区, contact: a }
  - { name: 乙, role: chief, place: 店门镇, contact: b }
  - { name: 丙, role: admin, place: 别处, contact: a }
`;
    expect(faults(text).map((fault) => fault.slice(0, fault.indexOf(': ')))).toEqual([
      'x.yaml:1 county',
      'x.yaml:3 groups[0].kind',
      'x.yaml:7 people[1].role',
      'x.yaml:8 people[2].place',
      'x.yaml:8 people[2].contact',
    ]);
  });
});
