import type { Case } from './case.js';

/**
 * Whether words say what was done. 修好了, 办好了, 已处理 say only that it is: nobody can tell from them what was done,
 * nor whether it was. A verb of work is enough: 疏通了, 换了灯泡, 已联系电力所.
 */
export function saysWhat(words: string): boolean {
  const left = words
    .normalize('NFKC')
    .replace(/[@＠]\S+/gu, '')
    .replace(MERELY_DONE, '')
    .replace(/[^\p{Script=Han}\p{L}]/gu, '')
    .replace(FILLING, '');
  return left !== '';
}

/** A picture or film by this person: what it looks like now. */
export function showsPicture(c: Case, contactId: string): boolean {
  return c.materials.some((one) => PICTURES.has(one.type) && one.by.id === contactId);
}

export const PICTURES: ReadonlySet<string> = new Set(['image', 'video']);

const DONE = '办理|办结|处理|处置|解决|落实|整改|完成|完结|完工|竣工|结案|搞定|到位|办|修|弄|搞|做|整';
const MERELY_DONE = new RegExp(
  `(?:(?:已经?|都|全部?|均|现|刚|刚刚|终于|马上|基本)*(?:${DONE})(?:完毕|完成|到位|好|完|妥|定|毕|结)?(?:了|的|啦|咯|哒|完毕)*|(?:已经?|都)*(?:好|行|可以|没问题|没事|OK|ok|Ok)(?:了|的|啦|咯|哒)*)`,
  'gu',
);
const FILLING = /[了的啦咯哒吧呢啊呀哦嗯已经都全部这个件事情问题诉求请查收谢谢收到是的]/gu;
