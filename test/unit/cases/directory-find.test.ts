import { buildDirectory } from '../../../src/cases/directory-build.js';
import type { PersonEntry } from '../../../src/cases/directory-entries.js';
import type { Role } from '../../../src/cases/words.js';

const SHI = '店门镇/石门社区';
const FENG = '店门镇/枫树坳村';
const person = (name: string, role: Role, place: string): PersonEntry => ({
  name,
  role,
  place,
  contacts: [`wxid_${name}_${place}`],
  categories: [],
});
const group = (place: string) => ({ topic: place, id: null, kind: 'village', place, mode: 'live' }) as const;

const directory = buildDirectory(
  {
    county: '衡岭县',
    groups: [group(SHI), group(FENG), group('青口乡/河边村')],
    people: [
      person('周国良', 'village_head', SHI),
      person('周小满', 'village_cadre', SHI),
      person('田秀云', 'village_cadre', SHI),
      person('向明德', 'village_head', FENG),
      person('王芳', 'volunteer', SHI),
      person('王芳', 'village_cadre', FENG),
      person('李望秋', 'township_leader', '店门镇'),
      person('李卫东', 'township_leader', '店门镇'),
      person('民政办', 'department', '店门镇'),
      person('电力所', 'department', '店门镇'),
      person('民政局', 'department', ''),
      person('衡岭县交通运输局', 'department', ''),
      person('水利局', 'department', ''),
      person('水文局', 'department', ''),
      person('欧清和', 'inspector', ''),
      person('县办', 'admin', ''),
      person('青口水利站', 'department', '青口乡'),
    ],
  },
  {},
  {},
);

/** The handler's name, several names, or null. */
function find(name: string, from = SHI): string | string[] | null {
  const found = directory.find(name, from);
  if (found === null) return null;
  return 'handler' in found ? found.handler.name : found.several;
}

describe('by name', () => {
  it.each([
    ['周小满', '周小满'],
    ['@周小满', '周小满'],
    ['@周小满\u2005', '周小满'],
    [' 周小满 ', '周小满'],
    ['周小满支书', '周小满'],
    ['李望秋镇长', '李望秋'],
    ['石门-周小满', '周小满'],
    ['周小满（石门）', '周小满'],
    ['李望秋', '李望秋'],
    ['欧清和', '欧清和'],
    ['县办', '县办'],
  ])('%j', (typed, name) => {
    expect(find(typed)).toBe(name);
  });

  it.each(['', '@', '周', '小满', '老贺', '不是周小满', '@所有人'])('%j means nobody', (typed) => {
    expect(find(typed)).toBeNull();
  });

  it('tells where the handler’s office is and whom to write to', () => {
    expect(directory.find('李望秋', SHI)).toEqual({
      handler: { name: '李望秋', role: 'township_leader', place: '店门镇', contacts: ['wxid_李望秋_店门镇'] },
    });
  });
});

describe('by title', () => {
  it.each([
    ['周支书', '周国良'],
    ['周书记', '周国良'],
    ['支书', '周国良'],
    ['周会计', '周小满'],
    ['田主任', '田秀云'],
    ['小田', '田秀云'],
    ['老欧', '欧清和'],
  ])('%s in 石门社区', (typed, name) => {
    expect(find(typed)).toBe(name);
  });

  it('asks back when several are meant', () => {
    expect(find('李镇长')).toEqual(['李望秋', '李卫东']);
    expect(find('小周')).toEqual(['周国良', '周小满']);
  });

  it('never means a neighbouring village’s', () => {
    expect(find('向支书')).toBeNull();
    expect(find('向支书', FENG)).toBe('向明德');
  });
});

describe('units', () => {
  it.each([
    ['电力所', '电力所'],
    ['电力', '电力所'],
    ['电力局', '电力所'],
    ['镇电力所', '电力所'],
    ['店门镇电力所', '电力所'],
    ['交通局', '衡岭县交通运输局'],
    ['县交通运输局', '衡岭县交通运输局'],
    ['交通运输', '衡岭县交通运输局'],
    ['县水利局', '水利局'],
  ])('%s', (typed, name) => {
    expect(find(typed)).toBe(name);
  });

  it('the whole name goes before the nearer one, part of it means the nearer one', () => {
    expect(find('民政局')).toBe('民政局');
    expect(find('民政办')).toBe('民政办');
    expect(find('民政')).toBe('民政办');
  });

  it('a single character is too little', () => {
    expect(find('水局')).toBeNull();
    expect(find('局')).toBeNull();
  });
});

describe('the way from place to place', () => {
  it('goes upward from the place, and below it from above', () => {
    expect(find('水利', SHI)).toBe('水利局');
    expect(find('水利', '青口乡/河边村')).toBe('青口水利站');
    expect(find('周小满', '店门镇')).toBe('周小满');
    expect(find('周小满', '青口乡')).toBeNull();
  });

  it('prefers the place itself to those above, and tells homonyms apart by place', () => {
    expect(find('王芳', SHI)).toBe('王芳');
    expect(directory.find('王芳', FENG)).toMatchObject({ handler: { place: FENG } });
    expect(find('王芳', '店门镇')).toEqual(['王芳（石门社区）', '王芳（枫树坳村）']);
  });
});
