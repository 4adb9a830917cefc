import type { Actor } from '../cases/case.js';
import type { Command } from '../cases/command.js';
import type { IntakeItem } from '../cases/ports.js';
import { copyCase } from './copy-case.js';
import type { Desk } from './desk.js';
import { sealCase } from './seal-case.js';
import { unsealCase } from './unseal-case.js';

/** 密封, 解密 and 导出 代号. */
export function runSealed(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  command: Extract<Command, { verb: 'seal' | 'unseal' | 'copy' }>,
): Promise<void> {
  switch (command.verb) {
    case 'seal':
      return sealCase(desk, item, by, command.ref, command.reason);
    case 'unseal':
      return unsealCase(desk, item, by, command.ref, command.words);
    case 'copy':
      return copyCase(desk, item, by, command.ref);
  }
}
