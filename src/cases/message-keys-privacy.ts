/** Exports in the admin's chat, forgetting, what a group hears when the bot joins it. */
export const PRIVACY_KEYS = {
  expects_export: [],
  expects_forget: [],
  export_ready: ['month', 'place', 'cases', 'events'],
  export_none: ['month', 'place'],
  export_large: ['month', 'cases'],
  refuse_export_rights: [],
  refuse_export_future: ['month'],
  forget_ask: ['tail'],
  forget_ask_now: [],
  forget_ask_open: ['cases'],
  forget_noted: [],
  forget_waits: ['cases'],
  forget_unasked: [],
  refuse_forget_official: [],
  welcome: ['county', 'who', 'days'],
  retention_done: ['count', 'people'],
} as const;
