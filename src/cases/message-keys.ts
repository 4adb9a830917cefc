import { CASE_KEYS } from './message-keys-case.js';
import { COMMAND_KEYS } from './message-keys-commands.js';
import { DESK_KEYS } from './message-keys-desk.js';
import { DIGEST_KEYS } from './message-keys-digest.js';
import { OFFICE_KEYS } from './message-keys-office.js';
import { SEALED_KEYS } from './message-keys-sealed.js';
import { REFUSAL_KEYS } from './message-keys-refusals.js';

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
  ...SEALED_KEYS,
} as const satisfies Record<string, readonly string[]>;

export type MessageKey = keyof typeof MESSAGE_KEYS;

/** The values that the text of a key is rendered with: all of them, and no others. */
export type ValuesOf<Key extends MessageKey> = Record<(typeof MESSAGE_KEYS)[Key][number], string | number>;

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGE_KEYS, key);
}
