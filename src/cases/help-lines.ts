import type { MessageKey } from './message-keys.js';
import type { Office } from './case.js';
import type { Role } from './words.js';

/** Lines of the officials' help that only some offices may use, in their order. */
const LINES: readonly { key: MessageKey; roles: readonly Role[]; county?: true }[] = [
  {
    key: 'help_consent',
    roles: ['village_head', 'village_cadre', 'grid_worker', 'township_leader', 'admin'],
  },
  { key: 'help_watch', roles: ['township_leader', 'admin', 'inspector'] },
  { key: 'help_export', roles: ['township_leader', 'admin'] },
  // Sealed cases are the county's inspectors'.
  { key: 'help_sealed', roles: ['inspector'], county: true },
];

/** The further lines of the help for somebody of these offices. @param consent whether 不予受理 takes two */
export function helpLines(offices: readonly Office[], consent: boolean): MessageKey[] {
  return LINES.filter(
    ({ key, roles, county }) =>
      (consent || key !== 'help_consent') &&
      offices.some(({ role, place }) => roles.includes(role) && (!county || place === '')),
  ).map(({ key }) => key);
}
