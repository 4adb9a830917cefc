import { buildDirectory } from '../../../src/cases/directory-build.js';
import type { PersonEntry } from '../../../src/cases/directory-entries.js';
import { groupsIn, names } from '../../../src/cases/landmarks.js';
import { route, type Petition, type RoutingRule } from '../../../src/cases/routing.js';
import { FENGSHU, SHIMEN } from '../../support/case-world.js';

const person = (name: string, role: PersonEntry['role'], place: string, more: Partial<PersonEntry> = {}): PersonEntry => ({
  name, role, place, contacts: [`wxid_${name}`], categories: [], ...more,
}); // prettier-ignore
const PEOPLE = [
  person('彭立新', 'village_head', SHIMEN),
  person('龙桂香', 'grid_worker', SHIMEN, { words: ['三组', '院子'] }),
  person('陈家富', 'grid_worker', SHIMEN, { words: ['四组', '枫树坳', '中院子'] }),
  person('李望秋', 'township_leader', '店门镇'),
  person('电力所', 'department', '店门镇', { categories: ['utility'] }),
  person('交通局', 'department', '', { categories: ['road'] }),
  person('水利局', 'department', '', { contacts: [] }),
];
const groups = [SHIMEN, FENGSHU].map((place) => ({ topic: place, id: null, kind: 'village' as const, place, mode: 'live' as const })); // prettier-ignore
const directory = buildDirectory({ county: '衡岭县', groups, people: PEOPLE }, {}, {});

const petition = (text: string, more: Partial<Petition> = {}): Petition => ({
  place: SHIMEN, category: 'utility', urgency: 'normal', kind: 'petition', text, ...more,
}); // prettier-ignore
const rule = (name: string, to: RoutingRule['to'], more: Partial<RoutingRule> = {}): RoutingRule => ({
  name, to, categories: [], urgencies: [], kinds: [], words: [], place: '', orElse: null, ...more,
}); // prettier-ignore
const who = (text: string, rules: RoutingRule[] = [], more: Partial<Petition> = {}): string => {
  const asked = route(petition(text, more), rules, directory);
  return asked === null ? '-' : `${asked.rule}→${asked.who.name}`;
};

describe('groups of households and landmarks', () => {
  it.each([
    ['三组的路灯坏了', '三组', true], ['3组的路灯坏了', '三组', true], ['第三小组', '三组', true], ['三村民小组', '3组', true], ['３组停水', '三组', true],
    ['十三组的路灯坏了', '三组', false], ['13组停水', '三组', false], ['三个组', '三组', false], ['十二组', '12组', true], ['二十组', '20组', true],
    ['枫树坳那里塌方了', '枫树坳', true], ['枫树那里', '枫树坳', false],
  ] as const)('%s names %s: %s', (text, word, expected) => {
    expect(names(text, word)).toBe(expected);
  }); // prettier-ignore

  it('lists the groups that a text names', () => {
    expect(groupsIn('三组和4组、第十二组都停水，3组最久')).toEqual([3, 4, 12]);
    expect(groupsIn('路灯坏了')).toEqual([]);
  });
});

describe('who is asked first', () => {
  it('by no rule and no landmark: nobody, and the village’s cadre as ever', () => {
    expect(who('路灯坏了')).toBe('-');
    expect(who('三组的路灯坏了', [], { place: FENGSHU })).toBe('-');
  });

  it('the grid worker whose group or landmark is named; the longest name is the surest', () => {
    expect(who('3组的路灯坏了')).toBe('三组→龙桂香');
    expect(who('枫树坳的路灯坏了')).toBe('枫树坳→陈家富');
    expect(who('中院子路灯不亮')).toBe('中院子→陈家富');
    expect(who('上院子路灯不亮')).toBe('院子→龙桂香');
  });

  it('the first rule that fits: category, urgency, kind, words, place and below', () => {
    const power = rule('电', { name: '电力所' }, { categories: ['utility'], words: ['灯', '电'] });
    const urgent = rule('急', { role: 'village_head' }, { urgencies: ['emergency', 'urgent'] });
    const help = rule('求助', { role: 'township_leader' }, { kinds: ['help'] });
    const there = rule('那边', { name: '李望秋' }, { place: FENGSHU });
    const rules = [power, urgent, help, there];
    expect(who('三组路灯坏了', rules)).toBe('电→电力所');
    expect(who('三组停水', rules)).toBe('三组→龙桂香');
    expect(who('停水', rules, { urgency: 'urgent' })).toBe('急→彭立新');
    expect(who('停水', rules, { kind: 'help' })).toBe('求助→李望秋');
    expect(who('停水', rules, { place: FENGSHU })).toBe('那边→李望秋');
    expect(who('路灯坏了', [urgent, power], { urgency: 'urgent' })).toBe('急→彭立新');
  });

  it('a role is looked up for the place and then above it; a department only for what is its own', () => {
    const any = rule('部门', { role: 'department' });
    expect(who('路灯坏了', [any])).toBe('部门→电力所');
    expect(who('路塌了', [any], { category: 'road' })).toBe('部门→交通局');
    expect(who('学费', [any], { category: 'education' })).toBe('-');
  });

  it('of several grid workers the one whose group is named', () => {
    const grid = rule('网格', { role: 'grid_worker' });
    expect(who('四组路灯坏了', [grid])).toBe('网格→陈家富');
    expect(who('路灯坏了', [grid])).toBe('网格→龙桂香');
  });

  it('goes on where nobody is there, or nobody has enrolled: else, then the next rule', () => {
    const water = rule('水', { name: '水利局' }, { words: ['水'] });
    const town = rule('镇', { role: 'township_leader' });
    expect(who('停水', [water, town])).toBe('镇→李望秋');
    expect(who('停水', [{ ...water, orElse: '镇' }, town])).toBe('水→李望秋');
    expect(who('停水', [{ ...water, orElse: '水' }])).toBe('-');
  });
});
