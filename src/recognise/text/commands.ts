/** What a line that looks like one of the chat's commands stands for; null: it is no command. */
export type CommandLook = 'rating' | 'villager' | 'official';

const NUMBER = '(?:[^\\s#]{0,12}#\\s*\\d+|\\d+)';
const RATING = new RegExp(`^(?:非常满意|很满意|满意|基本满意|不满意)\\s*(?:$|${NUMBER})`);
const VILLAGER = new RegExp(`^(?:查|撤回|附议)\\s*(?:$|${NUMBER}\\s*$)|^帮助$`);
const OFFICIAL = new RegExp(
  `^(?:(?:受理|交办|转办|退回|进展|待补充|办结|延期|不予受理|合并|督办|公开|不是诉求|改类|并入|不是|登记)\\s*${NUMBER}|登记(?:\\s|$)|(?:待办|超期|日报|撤销|静默|恢复)$|查\\s*${NUMBER}$)`,
);

/** Reads an evened-out text (`clean.text`). */
export function commandLook(text: string): CommandLook | null {
  const head = text.slice(0, 40);
  if (RATING.test(head)) return 'rating';
  if (VILLAGER.test(head)) return 'villager';
  return OFFICIAL.test(head) ? 'official' : null;
}

const RAISED =
  /^(?:诉求|反映|我要反映|投诉|求助|咨询|建议|举报)\s*:\s*(?!(?:无|没|没有|暂无|无诉求)[.。\s]*$)(?=\S)/;

const ACCUSES = /(?:我要|我|本人|实名)(?:实名)?(?:举报|控告|检举)/;
const WRONG =
  /贪|受贿|行贿|回扣|私吞|侵吞|挪用|公款|吃拿卡要|勾结|包庇|徇私|截留|冒领|收(?:了)?.{0,6}(?:钱|礼|红包|好处|万)/;

/** 我要举报某某贪污: an accusation said outright. (我要举报隔壁养猪场排污 is none: it is a matter like others.) */
export const accusesOutright = (text: string): boolean => ACCUSES.test(text) && WRONG.test(text);

/** `诉求：…`, `反映：…`: said outright. */
export function raisedOutright(text: string): boolean {
  return RAISED.test(text.slice(0, 20));
}
