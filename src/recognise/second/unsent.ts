import type { Decision } from '../../cases/message.js';

/**
 * Words near which an accusation may stand. Wide on purpose: it only keeps lines out of the context that is sent
 * along, where a line too many costs privacy and a line too few costs next to nothing.
 */
const NEAR_ACCUSATION =
  /举报|检举|控告|告状|纪委|纪检|巡察|上访|信访|书记|支书|主任|会计|镇长|乡长|县长|所长|队长|村长|村干部|村委|两委|领导|官|贪|污|回扣|吞|黑钱|好处|红包|送礼|收礼|烟酒|口袋|腰包|小舅子|亲戚|名额|造假|做假|虚报|冒领|挪用|关系户|后门|打牌|赌|嫖|威胁|报复|包庇|串通|账目|公款|集体的钱|低保|补贴|私下|私聊|莫声张|不敢讲|不敢说/u;

/** A line that stays on the machine even as context of another one: accusations, and what may be one. */
export function staysHere(decision: Decision, text: string): boolean {
  if (decision.sealed || decision.intent === 'discipline') return true;
  // The recogniser has judged it a possible matter and no accusation: it may be asked about itself.
  return !decision.ask && NEAR_ACCUSATION.test(text);
}
