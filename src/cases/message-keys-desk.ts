/** What the workers say around cases: which one is meant, who is meant, groups in trial. */
export const DESK_KEYS = {
  refuse_which_case: [],
  refuse_which_place: ['number', 'choices'],
  refuse_who: ['name'],
  refuse_which_person: ['name', 'choices'],
  refuse_merge_self: ['number'],
  refuse_merge_place: ['number'],
  refuse_merge_closed: ['number'],
  refuse_merge_late: ['number', 'into'],
  refuse_undo_merge: ['ended', 'living'],
  ask_resolved: ['number', 'title'],
  muted: ['place', 'text'],
} as const;
