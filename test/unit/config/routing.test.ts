import { categoriesSchema, toTaxonomy } from '../../../src/config/categories.js';
import { directorySchema, toEntries } from '../../../src/config/directory.js';
import { checkDirectory } from '../../../src/config/directory-checks.js';
import { checkRouting } from '../../../src/config/routing-checks.js';
import { faultsIn, valueOf } from '../../support/config-text.js';

const GROUPS = `county: 衡岭县
groups:
  - { topic: 石门群, kind: village, place: 店门镇/石门社区 }
  - { topic: 枫树坳群, kind: village, place: 店门镇/枫树坳村 }
people:
`;
const PEOPLE = `${GROUPS}  - { name: 彭立新, role: village_head, place: 店门镇/石门社区 }
  - { name: 龙桂香, role: grid_worker, place: 店门镇/石门社区, words: [三组, 枫树坳] }
  - { name: 李望秋, role: township_leader, place: 店门镇 }
  - { name: 电力所, role: department, place: 店门镇, categories: [utility] }
  - { name: 交通局, role: department, place: "", categories: [road] }
`;

/** The faults of these rules (line 2 holds the first) with this directory. */
function faults(rules: string, directory = PEOPLE): string[] {
  const text = rules === '' ? '' : `routing:\n${rules}`;
  const entries = toEntries(valueOf(directory, directorySchema), 'live');
  const { routing } = toTaxonomy(valueOf(text, categoriesSchema));
  return faultsIn(text, categoriesSchema, (yaml) => checkRouting(yaml, routing, entries));
}

describe('routing in categories.yaml', () => {
  it('reads rules: one value or a list, a role or a name', () => {
    const { routing } = toTaxonomy(
      valueOf(
        'routing:\n  - { rule: 路, category: road, words: [公路], to: 交通局 }\n  - { rule: 急, urgency: [emergency, urgent], place: 店门镇, to: township_leader, else: 路 }\n',
        categoriesSchema,
      ),
    );
    expect(routing).toMatchObject([
      { name: '路', categories: ['road'], words: ['公路'], place: '', to: { name: '交通局' }, orElse: null },
      { name: '急', urgencies: ['emergency', 'urgent'], place: '店门镇', to: { role: 'township_leader' }, orElse: '路' },
    ]);
    expect(toTaxonomy(valueOf('', categoriesSchema)).routing).toEqual([]);
  });

  it('is sound where every rule has somebody and can decide', () => {
    expect(faults('  - { rule: 路, category: road, to: 交通局 }\n  - { rule: 电, words: [电], to: department, else: 镇 }\n  - { rule: 镇, to: township_leader }\n')).toEqual([]); // prettier-ignore
  });

  const CASES: [string, string, RegExp][] = [
    ['two of one name', '  - { rule: 路, category: road, to: 交通局 }\n  - { rule: 路, to: 李望秋 }\n', /^x\.yaml:3 routing\[1\]\.rule: a rule is called "路" already \(line 2\)/u],
    ['an else that is no rule', '  - { rule: 道路, to: 交通局, else: 道跑 }\n', /:2 routing\[0\]\.else: no rule is called "道跑"; did you mean "道路"\? write the name of a rule: 道路/u],
    ['a rule that falls back on itself', '  - { rule: 路, category: road, to: 交通局, else: 路 }\n', /a loop: 路 → 路; let the last of them end/u],
    ['a loop over two', '  - { rule: 路, category: road, to: 交通局, else: 电 }\n  - { rule: 电, category: utility, to: 电力所, else: 路 }\n', /a loop: 路 → 电 → 路/u],
    ['a target that is nobody', '  - { rule: 水, to: 水利局 }\n', /:2 routing\[0\]\.to: "水利局" is nobody in directory\.yaml/u],
    ['a role that nobody holds', '  - { rule: 医, category: health, to: doctor }\n', /nobody is doctor there/u],
    ['a department that has another category', '  - { rule: 学, category: education, to: 供水站 }\n', /"供水站" is nobody/u],
    ['a place that is none', '  - { rule: 路, place: 店门, to: 交通局 }\n', /the place "店门" does not exist; did you mean "店门镇"\? write a place of directory/u],
    ['a rule behind one without conditions', '  - { rule: 镇, to: township_leader }\n  - { rule: 路, category: road, to: 交通局 }\n', /:3 routing\[1\]: this rule never decides: "镇" \(line 2\) comes first/u],
    ['a rule behind a wider one', '  - { rule: 路, category: [road, utility], to: township_leader }\n  - { rule: 大路, category: road, words: [国道], place: 店门镇, to: 交通局 }\n', /"路" \(line 2\) comes first/u],
  ]; // prettier-ignore
  it.each(CASES)('names %s', (_, rules, fault) => {
    const found = faults(rules);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(fault);
  });

  it('an earlier rule that has nobody somewhere leaves the later one its place', () => {
    expect(faults('  - { rule: 网格, to: grid_worker }\n  - { rule: 镇, to: township_leader }\n')).toEqual([]);
  });

  it('names a gap: a village without cadre and leader, and a category that no rule gives to somebody', () => {
    const bare = `${GROUPS}  - { name: 交通局, role: department, place: "", categories: [road] }\n`;
    const [first, second] = faults('  - { rule: 路, category: road, to: 交通局 }\n', bare);
    expect(first).toMatch(/routing: nobody gets utility, .*other in 店门镇\/石门社区/u);
    expect(first).not.toMatch(/gets road/u);
    expect(second).toContain('枫树坳村');
    expect(faults('', bare)).toEqual([]);
  });

  it('of a large county is checked in a moment', () => {
    const many = Array.from({ length: 300 }, (_, i) => `  - { topic: g${i}, kind: village, place: 镇${i % 20}/村${i} }\n`).join(''); // prettier-ignore
    const people = Array.from({ length: 300 }, (_, i) => `  - { name: 支书${i}, role: village_head, place: 镇${i % 20}/村${i} }\n`).join(''); // prettier-ignore
    const rules = Array.from({ length: 100 }, (_, i) => `  - { rule: r${i}, words: [w${i}], to: village_head }\n`).join(''); // prettier-ignore
    const before = performance.now();
    expect(faults(rules, `county: x\ngroups:\n${many}people:\n${people}`)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('words in directory.yaml', () => {
  const directory = (person: string) => faultsIn(`${GROUPS}${person}`, directorySchema, checkDirectory);

  it('belong to people of a village', () => {
    expect(directory('  - { name: 李望秋, role: township_leader, place: 店门镇, words: [三组] }\n')[0]).toMatch(
      /people\[0\]\.words: .* belong to people of a village/u,
    );
    expect(valueOf(PEOPLE, directorySchema).people[1]?.words).toEqual(['三组', '枫树坳']);
  });

  it('belong to one of them', () => {
    const two = '  - { name: 甲乙, role: grid_worker, place: 店门镇/石门社区, words: [三组] }\n  - { name: 丙丁, role: grid_worker, place: 店门镇/石门社区, words: [四组, 三组] }\n'; // prettier-ignore
    expect(directory(two)).toHaveLength(1);
    expect(directory(two)[0]).toMatch(/people\[1\]\.words: "三组" is 甲乙's already/u);
  });
});
