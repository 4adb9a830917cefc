import type { Official } from './directory.js';
import type { Role } from './words.js';

/** How people call an official, besides by name. Each way is tried only where the ones before it found nobody. */
export type NameTest = (official: Official, role: Role) => boolean;

/** The ways in which this text can mean somebody, the surest first. */
export function nameTests(text: string, placeNames: readonly string[]): NameTest[] {
  const name = cleanName(text);
  if (name === '') return [];
  const bare = untitled(name);
  return [
    (official) => official.name === name,
    (official) => official.name === bare,
    unit((official) => withoutPlace(official, placeNames) === withoutPlace(name, placeNames)),
    unit((official) => alike(stem(official, placeNames), stem(name, placeNames))),
    ...byTitle(name),
    (official) => name.split(/[-_·•.()\s]+/).includes(official.name),
  ];
}

/** Without `@`, the space that a mention ends with (U+2005), full-width forms and inner spaces at both ends. */
export function cleanName(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cf}]/gu, '').replace(/^[@\s]+|\s+$/g, ''); // prettier-ignore
}

/** Titles with the roles that they can mean, the likeliest first. */
const TITLES: readonly [RegExp, readonly Role[]][] = [
  [/(村|社区)?(总支|支部)?书记$/, ['village_head', 'township_leader', 'village_cadre']],
  [/村?支书$/, ['village_head', 'village_cadre']],
  [/(村|居委会|社区)?主任$/, ['village_head', 'village_cadre']],
  [/村长$/, ['village_head', 'village_cadre']],
  [/(村|社区)?(干部|会计|专干)$/, ['village_cadre', 'village_head']],
  [/(总?网格长|网格员|组长)$/, ['grid_worker', 'village_cadre']],
  [/(副?[镇乡]长|[镇乡]党委书记|委员|主席)$/, ['township_leader']],
  [/(家庭|村)?(医生|大夫)$/, ['doctor']],
];

function untitled(name: string): string {
  const title = TITLES.find(([pattern]) => pattern.test(name));
  return title === undefined ? name : name.replace(title[0], '');
}

/** `周支书`, `支书`, `小周`, `老周`: a title's roles one after the other, with the surname when there is one. */
function byTitle(name: string): NameTest[] {
  const surname = untitled(name);
  const roles = TITLES.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  if (surname.length <= 2 && roles.length > 0) {
    return roles.map((wanted) => (official, role) => role === wanted && official.name.startsWith(surname));
  }
  const familiar = /^[小老]([^小老])$/u.exec(name)?.[1];
  return familiar === undefined
    ? []
    : [(official, role) => role !== 'department' && official.name.startsWith(familiar)];
}

/** Units alone are known by part of their name: a person's name must be whole. */
function unit(test: (name: string) => boolean): NameTest {
  return (official, role) => role === 'department' && test(official.name);
}

/** `衡岭县交通局`, `县交通局` → `交通局` */
function withoutPlace(name: string, placeNames: readonly string[]): string {
  const place = placeNames.find(
    (known) => known !== '' && name.startsWith(known) && name.length - known.length >= 2,
  );
  const rest = place === undefined ? name : name.slice(place.length);
  return rest.length > 2 ? rest.replace(/^[县市区镇乡](?=..)/u, '') : rest;
}

/** `交通局`, `交通运输` → what is left without the ending; '' when too little is left to mean anything. */
function stem(name: string, placeNames: readonly string[]): string {
  const rest = withoutPlace(name, placeNames).replace(
    /(委员会|办公室|中心|公司|大队|[局所站办委院队科股室])$/u,
    '',
  );
  return [...rest].length >= 2 ? rest : '';
}

/** `交通` means 交通局 and 交通运输局 alike; who is nearer wins, and two at one place are asked about. */
function alike(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}
