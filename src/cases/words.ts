/**
 * The field's standard terms, as closed lists. Every other room of the house takes its words from here,
 * so that a word misspelt anywhere is a compile error. Chinese terms: README, "Words".
 */

/** What a case can be. `void` = an official said that it never was a petition (不是诉求). */
export const CASE_STATES = [
  'received', // 已收到
  'accepted', // 已受理
  'assigned', // 已交办
  'in_progress', // 办理中
  'handed_back', // 退回: waits for a new assignment
  'resolved', // 已办结
  'reopened', // 重新办理
  'closed', // 已归档
  'declined', // 不予受理
  'withdrawn', // 撤回
  'merged', // 合并 into another case
  'void', // 不是诉求
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** States in which nobody has anything left to do. */
export const FINAL_STATES = [
  'closed',
  'declined',
  'withdrawn',
  'merged',
  'void',
] as const satisfies CaseState[];

/** Kinds of petition: problem, consultation 咨询, suggestion 建议, help 求助, accusation 检举控告. */
export const PETITION_KINDS = ['petition', 'consultation', 'suggestion', 'help', 'discipline'] as const;
export type PetitionKind = (typeof PETITION_KINDS)[number];

/** What a message in a group is (shared with `huiyin classify`). */
export const INTENTS = [...PETITION_KINDS, 'followup', 'feedback', 'answer', 'notice', 'chatter'] as const;
export type Intent = (typeof INTENTS)[number];

export const CATEGORIES = [
  'road', 'utility', 'sanitation', 'farming', 'housing', 'welfare', 'education', 'health', 'security',
  'government', 'village_affairs', 'disaster', 'other',
] as const; // prettier-ignore
export type Category = (typeof CATEGORIES)[number];

export const URGENCIES = ['emergency', 'urgent', 'normal'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Offices that a person can hold; nobody listed = villager. */
export const ROLES = [
  'village_head', 'village_cadre', 'grid_worker', 'township_leader', 'department', 'inspector', 'admin',
  'volunteer', 'doctor',
] as const; // prettier-ignore
export type Role = (typeof ROLES)[number];

/** How the recogniser sees a speaker. */
export const SPEAKERS = ['villager', 'official', 'volunteer', 'doctor'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const MESSAGE_TYPES = [
  'text',
  'image',
  'audio',
  'video',
  'location',
  'link',
  'sticker',
  'recalled',
] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

/** 满意 / 基本满意 / 不满意 */
export const RATINGS = ['satisfied', 'fairly', 'unsatisfied'] as const;
export type Rating = (typeof RATINGS)[number];

/** Outgoing messages leave in this order. */
export const PRIORITIES = ['emergency', 'receipt', 'other', 'digest'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Why a case is not taken: typed, each with where to go instead (texts in messages.zh-CN.yaml). */
export const DECLINE_REASONS = [
  'court',
  'police',
  'out_of_area',
  'private',
  'duplicate',
  'no_basis',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
