import { mask, stripInvisible } from './mask.js';

/**
 * Words that outlive their chat (a county's own labelled data): numbers and names of people give way to stand-ins, the
 * way of speaking stays. Case by case a rare name can slip through; so such texts stay with the county.
 */

/** Surnames that carry nearly all names; those that are everyday words before a title (路, 水) are left out. */
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|尉迟|[王李张刘陈杨黄赵吴周徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧向覃祝])';
const TITLE =
  '(?:奶奶|爷爷|娭毑|嗲嗲|公公|婆婆|大爷|大娘|大妈|大伯|大叔|大姐|大哥|阿婆|阿公|阿姨|叔叔?|婶子?|嫂子?|老师|医生|师傅|书记|支书|主任|村长|镇长|乡长|局长|所长|站长|组长|队长|会计|老板|同志|先生|女士|网格员)';
const SAID_TO_BE = '(?:我叫|名叫|叫做|姓名[:： ]?|联系人[:： ]?|户主[:： ]?|经办人[:： ]?)';
const OF_THEM = '(?=家里|家的|屋里|一家|同志|先生|女士|两口子|的电话)';

const PEOPLE: readonly [RegExp, string][] = [
  [/[@＠][^\s@＠\u2005，。,：:]{1,24}[\u2005 ]?/gu, '@某人 '],
  [new RegExp(`(?<=${SAID_TO_BE})${SURNAME}\\p{Script=Han}{1,2}`, 'gu'), '某某'],
  [new RegExp(`${SURNAME}\\p{Script=Han}{0,2}(?=${TITLE})`, 'gu'), '某'],
  [new RegExp(`(?<!\\p{Script=Han})${SURNAME}\\p{Script=Han}{1,2}${OF_THEM}`, 'gu'), '某某'],
  [new RegExp(`(?<=[老小])${SURNAME}(?=家|屋|说|讲|他|在|$|[ ,，。!！?？])`, 'gu'), '某'],
];

/** What mask() leaves of a plate, and of any other number. */
const PLATE = /\p{Script=Han}\s?[A-Za-z]\*{4}/gu;
const NUMBER = /[0-9A-Za-z]{0,3}\*{4,}/gu;

/**
 * The text with stand-ins: 某号码, 某车牌, and 某某 for the given names (of officials, of those who spoke) and for whatever
 * looks like a name.
 */
export function withStandIns(text: string, names: Iterable<string>): string {
  const called = PEOPLE.slice(0, 1).reduce(replaced, stripInvisible(text));
  const known = [...new Set(names)].filter((name) => [...name].length >= 2);
  // The longest first: 周小满 before 小满.
  known.sort((a, b) => b.length - a.length);
  const unnamed = known.reduce((left, name) => left.replaceAll(name, '某某'), called);
  const masked = mask(unnamed).replace(PLATE, '某车牌').replace(NUMBER, '某号码');
  return PEOPLE.slice(1).reduce(replaced, masked).trim();
}

function replaced(text: string, [pattern, instead]: readonly [RegExp, string]): string {
  return text.replace(pattern, instead);
}
