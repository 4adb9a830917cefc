/** 我家也停了, 你上头那块也背偷了: one's own, then 也, within a few characters. */
const ALSO =
  /(?:我|我们|俺|咱|这边|这里|我家|屋里|楼上|楼下|对面|隔壁|那边|那块|那栋|那头|这头|组|队|栋|单元)[^ ,.!?也]{0,8}也/;
const ALSO_OPENS = /^(?:也是|也一样|同样|同求|\+1|加1|加一|顶|附议|同上)/;

/** Whether an evened-out text says that its speaker has the same. */
export function saysMeToo(text: string): boolean {
  const head = text.slice(0, 80);
  return ALSO.test(head) || ALSO_OPENS.test(head);
}
