/** Who has it too: one's own home, part of the village, those around. */
const OWN =
  '(?:我|我们|俺|咱|这边|这里|我家|屋里|楼上|楼下|对面|隔壁|那边|那块|那栋|那头|这头|他家|组|队|栋|单元|楼|孩子|家)';
/** 我家也停了, 我屋后那丘也淹了: one's own, then 也, within a few characters. */
const ALSO = new RegExp(`${OWN}[^ ,.!?也]{0,8}也`);
const ALSO_OPENS = /^(?:也是|也一样|同样|同求|\+1|加1|加一|顶(?:$|[ +])|附议|同上|算我一个)/;
/** 我也去, 我也要买: company, not trouble. */
const COMPANY =
  /也(?:去|要|想|会|可以|买|吃|报名|参加|同意|收到|觉得|认为|来(?![水电气])|知道|不知道|是[^ ,.!?]{1,8}(?:的|人))/;

/** Whether an evened-out text goes on with 也: the speaker has, does or says the same. */
export function saysMeToo(text: string): boolean {
  const head = text.slice(0, 80);
  return (head.includes('也') && ALSO.test(head)) || ALSO_OPENS.test(head);
}

/** The narrower reading: the speaker has the same trouble. */
export function sharesTrouble(text: string): boolean {
  return saysMeToo(text) && !COMPANY.test(text.slice(0, 80));
}
