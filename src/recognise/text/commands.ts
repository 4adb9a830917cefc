/** What a line that looks like one of the chat's commands stands for; null: it is no command. */
export type CommandLook = 'rating' | 'villager' | 'official';

const NUMBER = '(?:[^\\s#]{0,12}#\\s*\\d+|\\d+)';
const RATING = new RegExp(`^(?:非常满意|很满意|满意|基本满意|不满意)\\s*(?:$|${NUMBER})`);
const VILLAGER = new RegExp(`^(?:查|撤回|附议)\\s*(?:$|${NUMBER}\\s*$)|^帮助$`);
const OFFICIAL = new RegExp(
  `^(?:(?:受理|交办|转办|退回|进展|办结|延期|不予受理|合并|督办|公开|不是诉求|改类|并入|不是|登记)\\s*${NUMBER}|登记(?:\\s|$)|(?:待办|超期|日报|撤销|静默|恢复)$|查\\s*${NUMBER}$)`,
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

/** `诉求：…`, `反映：…`: said outright. */
export function raisedOutright(text: string): boolean {
  return RAISED.test(text.slice(0, 20));
}
