import type { EventBody } from '../event.js';
import type { CaseState, PetitionKind, Rating, Urgency } from '../words.js';

/** The field's own words in exported tables. */

export const STATE_NAMES: Record<CaseState, string> = {
  received: '已收到',
  accepted: '已受理',
  assigned: '已交办',
  in_progress: '办理中',
  handed_back: '退回',
  resolved: '已办结',
  reopened: '重新办理',
  closed: '已归档',
  declined: '不予受理',
  withdrawn: '已撤回',
  merged: '已合并',
  void: '不是诉求',
};

export const KIND_NAMES: Record<PetitionKind, string> = {
  petition: '诉求',
  consultation: '咨询',
  suggestion: '建议',
  help: '求助',
  discipline: '检举控告',
};

export const URGENCY_NAMES: Record<Urgency, string> = { emergency: '紧急', urgent: '较急', normal: '一般' };

export const RATING_NAMES: Record<Rating, string> = {
  satisfied: '满意',
  fairly: '基本满意',
  unsatisfied: '不满意',
};

export const CARD_NAMES = { yellow: '黄牌', red: '红牌' } as const;

const EVENT_NAMES: Record<EventBody['type'], string> = {
  open: '收到',
  accept: '受理',
  assign: '交办',
  transfer: '转办',
  hand_back: '退回',
  progress: '进展',
  resolve: '办结',
  extend: '延期',
  ask: '待补充',
  go_on: '时限接着算',
  decline: '不予受理',
  propose_decline: '提出不予受理',
  merge: '合并',
  supervise: '督办',
  lift: '解除督办',
  publish: '公开',
  void: '不是诉求',
  recategorise: '改类',
  rate: '评价',
  withdraw: '撤回',
  join: '附议',
  add: '补充',
  remove_material: '撤回补充',
  absorb: '并入一件',
  release: '拆出一件',
  co_assign: '协办',
  co_done: '协办办结',
  return_idle: '没有回音，退回',
  return: '人不在岗，退回',
  card: '超期',
  close: '归档',
  view: '查看',
  export: '导出',
  seal: '密封',
  unseal: '解密',
  undone: '撤销',
};

export function eventName(type: EventBody['type']): string {
  return EVENT_NAMES[type];
}
