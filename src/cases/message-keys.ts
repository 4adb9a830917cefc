import { CASE_KEYS } from './message-keys-case.js';
import { COMMAND_KEYS } from './message-keys-commands.js';
import { DESK_KEYS } from './message-keys-desk.js';
import { DIGEST_KEYS } from './message-keys-digest.js';
import { LADDER_KEYS } from './message-keys-ladder.js';
import { OFFICE_KEYS } from './message-keys-office.js';
import { POST_KEYS } from './message-keys-posts.js';
import { PRIVACY_KEYS } from './message-keys-privacy.js';
import { SEALED_KEYS } from './message-keys-sealed.js';
import { REFUSAL_KEYS } from './message-keys-refusals.js';
import { SHARING_KEYS } from './message-keys-sharing.js';
import { TERM_KEYS } from './message-keys-terms.js';

/**
 * Every text of messages.zh-CN.yaml, with the values that it may use: one section a file, merged here. A new section
 * is a new `message-keys-….ts` and one more line below; its texts go into the YAML file under the same keys.
 */
export const MESSAGE_KEYS = {
  ...CASE_KEYS,
  ...REFUSAL_KEYS,
  ...DESK_KEYS,
  ...OFFICE_KEYS,
  ...DIGEST_KEYS,
  ...COMMAND_KEYS,
  ...TERM_KEYS,
  ...LADDER_KEYS,
  ...POST_KEYS,
  ...SHARING_KEYS,
  ...PRIVACY_KEYS,
  ...SEALED_KEYS,
} as const satisfies Record<string, readonly string[]>;

export type MessageKey = keyof typeof MESSAGE_KEYS;

/** The values that the text of a key is rendered with: all of them, and no others. */
export type ValuesOf<Key extends MessageKey> = Record<(typeof MESSAGE_KEYS)[Key][number], string | number>;

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGE_KEYS, key);
}
