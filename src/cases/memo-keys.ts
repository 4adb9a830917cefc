/** Names of the short-lived notes that several rooms of the house share (Memos in ports.ts). */
export const memoKey = {
  /** A one-line question that waits for this person's answer in this chat. */
  question: (contactId: string, chatId: string): string => `question:${contactId}:${chatId}`,
  /** A case whose 办结 waits for what this official did, or a picture of it. */
  proof: (contactId: string, chatId: string): string => `proof:${contactId}:${chatId}`,
  /** The chat's latest list of suggestions. */
  suggestions: (chatId: string): string => `suggestions:${chatId}`,
  /** Changes whenever the cases of a room do. */
  roomVersion: (chatId: string): string => `room-version:${chatId}`,
  /** The second reader's word on a message, for as long as the message stands in the recents. */
  secondWord: (chatId: string, messageId: string): string => `second:${chatId}:${messageId}`,
  /** Voice messages of a chat that were put before the cadre today. */
  voices: (chatId: string): string => `voices:${chatId}`,
  /** An official's last undoable action, over all chats. */
  lastAction: (contactId: string): string => `last-action:${contactId}`,
  /** The officials of the directory for whom it was seen to that nobody's cases are left behind. */
  officials: 'officials',
  /** Instant of the last daily post. */
  daily: 'daily:last',
  /** Instants of the last weekly and monthly posts. */
  period: (kind: 'week' | 'month'): string => `${kind}:last`,
  /** What was told of a place and period: the next one is compared with it. */
  told: (periodKey: string, place: string): string => `told:${periodKey}:${place}`,
  /** The standing clock of HUIYIN_CLOCK=manual, over restarts. */
  clock: 'clock',
} as const;
