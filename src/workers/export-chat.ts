import type { Actor } from '../cases/case.js';
import type { Command } from '../cases/command.js';
import { placeName, within } from '../cases/directory.js';
import { isFuture, meantMonth, monthKey } from '../cases/export/month.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { answer, refuse, tell } from './reply.js';

/** `导出 5月`: the month as files in the asker's private chat, for admins and, of their township, its leaders. */
export async function exportInChat(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  command: Extract<Command, { verb: 'export' }>,
): Promise<void> {
  const areas = by.offices
    .filter(({ role }) => role === 'admin' || role === 'township_leader')
    .map((office) => office.place);
  if (areas.length === 0) return refuse(desk, item, { key: 'refuse_export_rights', values: {} });
  if (item.message.chat.room) return refuse(desk, item, { key: 'refuse_private_only', values: {} });
  const now = desk.clock.now();
  const wanted = meantMonth(command, now);
  const month = `${wanted.year}年${wanted.month}月`;
  if (isFuture(wanted, now)) return refuse(desk, item, { key: 'refuse_export_future', values: { month } });
  const places = (await desk.cases.places()).filter((one) => areas.some((area) => within(one, area))).sort();
  const { county } = desk.directory();
  const place = areas.map((area) => placeName(area, county)).join('、');
  const made = await desk.exportMonth({
    ...wanted,
    format: command.format,
    places,
    at: now,
    by: by.officialName ?? '',
  });
  const { cases, events, files } = made;
  await desk.record.append({
    op: `export:${item.message.id}`,
    kind: 'export',
    at: item.message.at,
    by: { id: by.id, name: by.officialName ?? '' },
    verb: command.format,
    case: null,
    outcome: files === 'too large' ? 'export_large' : 'ok',
    detail: { month: monthKey(wanted), place: areas.join(' '), cases, events },
  });
  if (events === 0) return answer(desk, item, 'export_none', { month, place });
  const kept = files === 'too large' ? null : await keep(desk, item.message.id, files);
  if (kept === null) return answer(desk, item, 'export_large', { month, cases });
  const to = { kind: 'reply' } as const;
  await tell(desk, `export:${item.message.id}`, item, [
    { key: 'export_ready', values: { month, place, cases, events }, to },
    ...kept.map((file) => ({ key: 'text', values: { text: file.name }, to, file })),
  ]);
}

/** The files wait in the store, so that whichever process holds the account can send them. */
async function keep(
  desk: Desk,
  messageId: string,
  files: { name: string; bytes: Uint8Array }[],
): Promise<{ kind: 'stored'; name: string; key: string }[] | null> {
  const kept = [];
  for (const { name, bytes } of files) {
    const key = `export:${messageId}:${name}`;
    if (!(await desk.files.put(key, bytes))) return null;
    kept.push({ kind: 'stored' as const, name, key });
  }
  return kept;
}
