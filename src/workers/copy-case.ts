import { createHash } from 'node:crypto';
import type { Actor } from '../cases/case.js';
import { dayKey, formatTime } from '../cases/calendar.js';
import type { CaseRef } from '../cases/command.js';
import type { IntakeItem } from '../cases/ports.js';
import { copyPages } from '../cases/sealed-copy.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { noteView } from './recorded.js';
import { refuse, tell } from './reply.js';

/**
 * `导出 代号`: the whole of a sealed case, page by page, in the inspector's own chat. Each page carries who took it and
 * when; the same mark stands in the case's history, written before the first page leaves.
 */
export async function copyCase(desk: Desk, item: IntakeItem, by: Actor, ref: CaseRef): Promise<void> {
  const { message } = item;
  if (message.chat.room) return refuse(desk, item, { key: 'refuse_private_only', values: {} });
  const found = await findCase(desk, ref, message, by, () => false);
  if (!found.ok) return refuse(desk, item, found.refusal);
  const mark = shortDigest(`${message.id} ${found.case.id}`);
  const cause = { opId: `copy:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const recorded = await changeCase(desk, found.case.id, { type: 'export', mark }, by, cause);
  if (!recorded.ok) return refuse(desk, item, recorded.refusal);
  const c = recorded.case;
  await noteView(desk, item, by, c);
  const pages = copyPages(c, await desk.cases.history(c.id), desk.settings.messageChars);
  const stamp = {
    case: c.id,
    mark,
    name: by.officialName ?? by.name,
    id: shortDigest(by.id),
    time: `${dayKey(message.at)} ${formatTime(message.at)}`,
  };
  const texts = pages.map((page, i) => {
    const head = desk.render('sealed_page', { ...stamp, page: i + 1, pages: pages.length });
    return `${head}\n${page}`;
  });
  const notices = texts.map((text) => ({ key: 'text', values: { text }, to: { kind: 'reply' as const } }));
  const done = { key: 'sealed_copied', values: { case: c.id, mark }, to: { kind: 'reply' as const } };
  await tell(desk, `copied:${message.id}`, item, [...notices, done], SEALED_PLACE);
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
