import { withoutNumbers } from '../../cases/mask.js';
import { stripInvisible } from '../../cases/mask.js';
import type { Speaker } from '../../cases/words.js';
import { CALLED, SURNAME } from './surnames.js';

/** Somebody of the room, as far as masking needs to know. */
export interface Person {
  id: string;
  name: string;
  speaker: Speaker;
}

const ROLES: Record<Speaker, string> = {
  villager: '村民',
  official: '干部',
  volunteer: '志愿者',
  doctor: '医生',
};
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const NUMBER = '[号码]';

/**
 * Masks the texts of one question. The same person is the same stand-in throughout (甲, 乙 …; officials only by their
 * role), in another question somebody else may be 甲: nobody can be followed over time.
 */
export class StandIns {
  private readonly given = new Map<string, string>();
  private readonly names: { name: string; person: Person | null }[];

  /** @param people of the room @param others names that stand for an official wherever they are said */
  constructor(people: Iterable<Person>, others: readonly string[]) {
    const known = [...people].flatMap((person) => namesOf(person.name).map((name) => ({ name, person })));
    const officials = others.map((name) => ({ name: evened(name), person: null }));
    // The longer first: 贺建国 before 建国.
    this.names = [...known, ...officials.filter(({ name }) => [...name].length > 1)].sort(
      (a, b) => b.name.length - a.name.length,
    );
  }

  /** Who speaks, with the role: `甲（村民）`, `干部`. */
  who(person: Person): string {
    if (person.speaker === 'official') return ROLES.official;
    return `${this.standIn(person)}（${ROLES[person.speaker]}）`;
  }

  /** The text as it may leave: without numbers, links, names; at most `most` characters. */
  text(raw: string, most: number): string {
    const visible = evened(raw).replace(/\s+/gu, ' ').trim();
    const bare = withoutNumbers(visible.replace(LINK, '[链接]'), NUMBER)
      .replace(ANY_NUMBER, NUMBER)
      .replace(SPOKEN_NUMBER, NUMBER);
    const named = this.names.reduce((text, { name, person }) => {
      return text.includes(name) ? text.replaceAll(name, () => this.standIn(person)) : text;
    }, bare);
    return shortened(withoutOthers(named), most);
  }

  private standIn(person: Person | null): string {
    if (person === null || person.speaker === 'official') return ROLES.official;
    const known = this.given.get(person.id);
    if (known !== undefined) return known;
    const next = STEMS[this.given.size] ?? `村民${this.given.size + 1}`;
    this.given.set(person.id, next);
    return next;
  }
}

/** Forms that look alike are made alike first: full-width and circled figures, characters that cannot be seen. */
function evened(text: string): string {
  return stripInvisible(text.normalize('NFKC'));
}

const LINK = /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff]+/giu;
/** Stricter than what may be said in a group: any seven figures are a number of somebody. */
const ANY_NUMBER = /\d(?:[\s\-–—.·]?\d){6,}[Xx]?/gu;
const SPOKEN_NUMBER = /[一二三四五六七八九零〇幺壹贰叁肆伍陆柒捌玖两]{7,}/gu;

/** The ways in which the bearer of a nickname is named: whole, by its parts, and by how neighbours call them. */
function namesOf(raw: string): string[] {
  const name = evened(raw.slice(0, 60)).trim();
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => !PLACE_PART.test(part));
  const called = /\p{Script=Han}{2}(?=[^\p{Script=Han}]*$)/u.exec(name)?.[0] ?? '';
  const whole = new RegExp(`^${SURNAME}\\p{Script=Han}{2}$`, 'u');
  const given = parts.filter((part) => whole.test(part)).map((part) => part.slice(-2));
  const all = [name, ...parts, ...(LIKE_A_CALL.test(called) ? [called] : []), ...given];
  return [...new Set(all.filter((one) => [...one].length > 1))];
}

/** Parts of a nickname that say where somebody lives: 三组-贺建国, 5栋2单元. */
const PLACE_PART =
  /^(?:第?[\d一二三四五六七八九十]+(?:组|队|栋|单元|号|楼|村|期)?|[^\s]{0,4}(?:村|社区|组|镇|乡))$/u;
const LIKE_A_CALL = new RegExp(`^(?:[老小阿]\\p{Script=Han}|${SURNAME}\\p{Script=Han})$|${CALLED}$`, 'u');

const AT = /@[^\s@\u2005，。,:：!！?？]{1,20}/gu;
const STAND_IN = /^@(?:[甲乙丙丁戊己庚辛壬癸]|村民\d+|干部)/u;
const TITLED = new RegExp(`${SURNAME}\\p{Script=Han}{0,2}?(?=${CALLED})`, 'gu');
const FAMILIAR = new RegExp(`[老小阿]${SURNAME}(?=$|[^\\p{Script=Han}]|[家说讲的在和他她又也叫])`, 'gu');
const INTRODUCED = new RegExp(
  `((?:我叫|我是|名叫|叫做|姓名|户主|联系人|找)[::]?\\s*)${SURNAME}\\p{Script=Han}{1,2}(?!\\p{Script=Han})`,
  'gu',
);
const HOUSEHOLD = new RegExp(
  `${SURNAME}\\p{Script=Han}{1,2}(?=家(?:$|[^\\p{Script=Han}]|[的门屋房后前里边旁那这也]))`,
  'gu',
);

/** Names of people whom the room does not know, as far as the words around them tell. */
function withoutOthers(text: string): string {
  return text
    .replace(AT, (hit) => (STAND_IN.test(hit) ? hit : '@某人'))
    .replace(INTRODUCED, '$1某人')
    .replace(HOUSEHOLD, '某人')
    .replace(FAMILIAR, '某人')
    .replace(TITLED, '某');
}

/** Head and tail of a long text: the point stands at one of its ends. */
function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const tail = Math.floor(most / 3);
  return `${characters.slice(0, most - tail - 1).join('')}…${characters.slice(-tail).join('')}`;
}
