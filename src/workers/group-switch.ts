import type { Actor } from '../cases/case.js';
import { within } from '../cases/directory.js';
import type { Audience } from '../cases/outcome.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { privately, refuse, tell } from './reply.js';

/** `静默` / `恢复` by an official of the place: the bot goes on listening, and stops or resumes speaking in this group. */
export async function switchGroup(desk: Desk, item: IntakeItem, by: Actor, silent: boolean): Promise<void> {
  const group = item.message.chat.room ? desk.directory().groupOf(item.message.chat.id) : null;
  if (!group) return refuse(desk, item, { key: 'refuse_group_only', values: {} });
  const local = by.offices.some(
    (office) => within(group.place, office.place) && office.role !== 'department',
  );
  if (!local) return refuse(desk, item, { key: 'refuse_not_your_group', values: {} });
  // Said before the silence begins, and after it ends: the group learns it in one line either way.
  const key = silent ? 'silenced' : 'resumed';
  if (!silent) await setSilent(desk, item, false);
  const to: Audience = silent ? privately(by) : { kind: 'reply' };
  await tell(desk, `switch:${item.message.id}`, item, [{ key, values: {}, to }]);
  if (silent) await setSilent(desk, item, true);
}

async function setSilent(desk: Desk, item: IntakeItem, silent: boolean): Promise<void> {
  await desk.people.setSilenced(item.message.chat.id, silent);
  await desk.directoryChanged();
}
