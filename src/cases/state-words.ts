import type { CaseState } from './words.js';

/** The field's words for the states: fixed for all counties, so that people and acceptance recognise them anywhere. */
export const STATE_WORDS = {
  received: '已收到',
  accepted: '已受理',
  assigned: '已交办',
  in_progress: '办理中',
  handed_back: '已退回',
  resolved: '已办结',
  reopened: '重新办理',
  closed: '已归档',
  declined: '不予受理',
  withdrawn: '已撤回',
  merged: '已合并',
  void: '不是诉求',
} as const satisfies Record<CaseState, string>;

export const OVERDUE_WORD = '超期';
export const SUPERVISED_WORD = '督办';
