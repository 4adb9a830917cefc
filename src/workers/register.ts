import type { Actor, Case, ChatRef, PersonRef } from '../cases/case.js';
import { placeName, within } from '../cases/directory.js';
import type { Incoming } from '../cases/message.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { quotedMessage } from './find-case.js';
import { learn, lessonOf } from './learn.js';
import { openMatter } from './open-matter.js';
import { noteCase } from './recorded.js';
import { refuse } from './reply.js';

/** A villager without a phone, named in what an official registers: 王奶奶, 三组老李, `谭四海：…`. */
const NAMED =
  /^(?:帮|替|代)?\s*(?<name>[\p{Script=Han}]{1,8}?(?:奶奶|爷爷|娭毑|嗲嗲|公公|婆婆|大爷|大娘|大妈|大伯|叔叔?|婶子?|嫂子?|伯伯?|姑|姨|舅|哥|姐|老师|老倌|家)|[\p{Script=Han}]{2,4}(?=[：:]))[：:，,\s]*/u;

/** `登记 内容` for somebody else, or `登记` on a quoted message of a villager. The case names both persons. */
export async function register(desk: Desk, item: IntakeItem, by: Actor, text: string): Promise<void> {
  const quoted = await quotedMessage(desk, item.message);
  if (item.message.quote && text === '') {
    if (!quoted) return refuse(desk, item, { key: 'refuse_quote_gone', values: {} });
    return registerQuoted(desk, item, by, quoted);
  }
  const where = whereTo(desk, item, by, text);
  if (!where) return refuse(desk, item, { key: 'refuse_register_where', values: {} });
  if (where.words === '') return refuse(desk, item, { key: 'refuse_register_what', values: {} });
  const petitioner: PersonRef = { id: '', name: NAMED.exec(where.words)?.groups?.['name'] ?? '村民' };
  const opened = await openMatter(desk, {
    opId: `open:${item.message.id}`,
    text: where.words,
    place: where.place,
    chat: where.chat,
    petitioner,
    by,
    from: item.message.chat,
    registrar: { id: by.id, name: by.officialName ?? by.name },
    messageId: item.message.id,
    at: item.message.at,
    judged: null,
    confidence: null,
  });
  if (opened) noteCase(item.message, opened.id);
}

/** The villager's own words and time count: the honest clock starts with them. */
async function registerQuoted(desk: Desk, item: IntakeItem, by: Actor, quoted: Incoming): Promise<void> {
  const group = desk.directory().groupOf(quoted.chat.id);
  const place = group?.place ?? desk.villagesOf(quoted.who)[0];
  if (place === undefined) return refuse(desk, item, { key: 'refuse_register_where', values: {} });
  const existing = await desk.cases.caseOfMessage(place, quoted.id);
  const known = existing ? await desk.cases.load(existing) : null;
  if (known && holds(known, quoted))
    return refuse(desk, item, { key: 'refuse_registered_already', values: { number: known.number ?? '' } });
  const opened = await openMatter(desk, {
    opId: `open:${quoted.id}`,
    text: quoted.reply,
    place,
    chat: quoted.chat,
    petitioner: { id: quoted.who, name: quoted.name },
    by,
    from: item.message.chat,
    registrar: null,
    messageId: quoted.id,
    at: quoted.at,
    judged: null,
    confidence: null,
  });
  const { version } = desk.reader;
  if (opened) noteCase(item.message, opened.id);
  if (opened) await learn(desk, lessonOf(opened, 'registered', item.message, version));
}

/**
 * The quoted words are in this case already: they opened it, or its own people said them. A line of somebody else that
 * was merely heard as more about it becomes a case of its own: who registers it knows better.
 */
function holds(known: Case, quoted: Incoming): boolean {
  const voices = [known.petitioner, ...known.coPetitioners];
  return known.messageId === quoted.id || voices.some((one) => one.id === quoted.who);
}

interface Where {
  place: string;
  chat: ChatRef;
  words: string;
}

/** A village group is its own place; elsewhere a leading place name, else the official's only village. */
function whereTo(desk: Desk, item: IntakeItem, by: Actor, text: string): Where | null {
  const directory = desk.directory();
  const here = item.message.chat.room ? directory.groupOf(item.message.chat.id) : null;
  if (here?.kind === 'village') return { place: here.place, chat: item.message.chat, words: text };
  const areas = here ? [here.place] : by.offices.map((office) => office.place);
  const villages = directory.groups.filter(
    (group) => group.kind === 'village' && areas.some((area) => within(group.place, area)),
  );
  const named = villages.find((group) => text.startsWith(placeName(group.place, directory.county)));
  const places = [...new Set(villages.map((group) => group.place))];
  const place = named?.place ?? (places.length === 1 ? places[0] : undefined);
  if (place === undefined) return null;
  const words = named
    ? text.slice(placeName(place, directory.county).length).replace(/^[\s：:，,]+/u, '')
    : text;
  const roomId = directory.villageGroups(place).find((group) => group.roomId !== null)?.roomId;
  return { place, words, chat: roomId ? { id: roomId, room: true } : item.message.chat };
}
