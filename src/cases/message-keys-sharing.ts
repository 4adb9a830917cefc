/** Routing, 协办, merging, proof of work, a second person's consent. Values as in message-keys-case.ts. */
export const SHARING_KEYS = {
  // routing
  asked_first: ['matter', 'case', 'due'],
  idle_taken: ['matter', 'next'],
  idle_returned: ['matter', 'case', 'who', 'due'],
  show_rule: ['rule', 'who'],
  // 协办
  co_assigned_to_you: ['matter', 'case', 'part', 'who', 'due'],
  co_done_told: ['matter', 'case', 'who', 'done'],
  open_parts: ['case', 'parts'],
  confirm_co_assign: ['case', 'handler'],
  confirm_co_done: ['case'],
  show_co: ['parts'],
  refuse_share: ['case'],
  refuse_no_part: ['case'],
  refuse_co_full: ['case'],
  refuse_co_handler: ['case'],
  refuse_co_twice: ['case'],
  refuse_co_lead: ['case', 'who'],
  // merging
  merge_suggest: ['matter', 'case', 'other', 'otherMatter'],
  split_done: ['ended', 'living', 'state'],
  refuse_not_merged: ['case'],
  refuse_split_rights: ['case'],
  // proof of work
  proof_words: ['case'],
  proof_picture: ['case'],
  proof_shown: [],
  proof_shown_done: ['done'],
  pair_file: ['case'],
  pair_title: ['case'],
  pair_before: [],
  pair_after: [],
  // a second person's consent
  consent_wanted: ['matter', 'case', 'who', 'reason'],
  confirm_propose_decline: ['case', 'other'],
  confirm_propose_decline_open: ['case'],
  refuse_nothing_to_agree: ['case'],
  refuse_agree_self: ['case'],
  // what would have been right
  expects_co_assign: [],
  expects_co_done: [],
  expects_split: [],
  expects_agree: [],
} as const;
