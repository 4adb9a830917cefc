import type { Desk } from './desk.js';

/** What is said of a cadre who is accused, in plain or veiled words. */
const ACCUSING =
  /贪|回扣|吞|吃钱|吃了.{0,6}钱|好处|红包|送礼|收礼|拿回|自己(?:家|屋里|口袋|腰包)|进了?.{0,4}(?:口袋|腰包)|小舅子|亲戚|堂客|老婆|侄|名额|做假|造假|虚报|冒领|挪用|关系户|打牌|赌|嫖|威胁|报复/u;
/** Words that may be an accusation or a plain matter of money. */
const MONEY = /钱|款|万|账|补贴|低保|指标|工程|发票|公示|分红/u;

/**
 * Whether a text speaks of an official of the directory by name, and how: an official named beside money may be an
 * accusation (then nobody but inspectors is asked), beside accusing words it is taken for one. The recogniser knows no
 * names; this second look does.
 */
export function namedOfficial(desk: Desk, text: string): 'accused' | 'perhaps' | null {
  const officials = desk.directory().officials;
  const people = officials.filter((one) => one.offices.some((office) => office.role !== 'department'));
  const named = people.some((one) => one.name.length >= 2 && text.includes(one.name));
  if (!named) return null;
  if (ACCUSING.test(text)) return 'accused';
  return MONEY.test(text) ? 'perhaps' : null;
}
