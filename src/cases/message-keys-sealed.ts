/** What is said of sealed cases, beyond what message-keys-case.ts has: to inspectors, and to who raised them. */
export const SEALED_KEYS = {
  sealed_opened: ['case', 'number'],
  sealed_moved: ['case'],
  sealed_nobody: [],
  sealed_somebody: [],
  sealed_lost: ['count'],
  sealed_page: ['case', 'page', 'pages', 'mark', 'name', 'id', 'time'],
  sealed_picked_into: ['count', 'case'],
  sealed_copied: ['case', 'mark'],
  show_views: ['count', 'last'],
  refuse_sealed_lost: [],
  refuse_sealed_named: ['case'],
  refuse_seal_rights: ['case'],
  refuse_unseal_words: ['case'],
  refuse_unseal_where: ['case'],
  refuse_sealed_into: ['number'],
} as const;
