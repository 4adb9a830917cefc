import type { Case, ChatRef, Millis } from '../cases/case.js';
import type { Group, Official } from '../cases/directory.js';
import { placeName, within } from '../cases/directory.js';
import { isInvolved, type Accusation } from '../cases/involved.js';
import { SEALED_PLACE, sealedRef } from '../cases/sealed-code.js';
import type { Audience, Notice, OutboxRow } from '../cases/outcome.js';
import type { Desk } from './desk.js';

/** Where an answer goes that was asked for, and under which slot and operation its rows are kept. */
export interface Posting {
  /** Slot of the outbox that holds the rows. */
  slot: string;
  /** What caused them: row ids derive from it, so that doing it again makes the same rows. */
  opId: string;
  /** The chat in which somebody spoke; null for the system's own doing. */
  replyTo: ChatRef | null;
  /** The case spoken about; null for answers about none. */
  about: Case | null;
  now: Millis;
}

interface Address {
  chat: ChatRef;
  orElse: ChatRef | null;
  name: string | null;
}

/** Turns notices into rows of the outbox: audiences into chats by the directory, keys into text. */
export function toRows(desk: Desk, notices: Notice[], posting: Posting): OutboxRow[] {
  const rows: { row: OutboxRow; notice: Notice }[] = [];
  for (const [i, notice] of notices.entries()) {
    for (const [j, address] of addresses(desk, notice.to, posting).entries()) {
      rows.push({ row: row(desk, notice, address, `${rowName(posting)}/${i}.${j}`, posting), notice });
    }
  }
  return dedupe(withoutIdleConfirms(rows));
}

/** Row ids stand in indexes and jobs in the clear: of a sealed case they hold neither code nor message. */
function rowName({ slot, opId }: Posting): string {
  return slot === SEALED_PLACE ? sealedRef(opId) : opId;
}

/** A line that confirms a command is idle where the change itself is told in the same chat. */
function withoutIdleConfirms(rows: { row: OutboxRow; notice: Notice }[]): OutboxRow[] {
  const told = new Set(rows.filter(({ notice }) => notice.to.kind !== 'reply').map((one) => one.row.chat.id));
  const idle = ({ row: one, notice }: { row: OutboxRow; notice: Notice }): boolean =>
    notice.to.kind === 'reply' && notice.key.startsWith('confirm') && told.has(one.chat.id);
  return rows.filter((one) => !idle(one)).map((one) => one.row);
}

function row(desk: Desk, notice: Notice, to: Address, id: string, posting: Posting): OutboxRow {
  const text = desk.render(notice.key, notice.values);
  const mentions = notice.mention.map((person) => person.id);
  return {
    id,
    place: posting.slot,
    caseId: notice.caseId ?? posting.about?.id ?? null,
    ...muted(desk, to.chat, { chat: to.chat, text, mentions }),
    orElse: to.orElse && instead(to, to.orElse, { text, mentions }),
    priority: notice.priority,
    createdAt: posting.now,
    prompt: answersSpeaker(notice, to, posting) && !isVillageGroup(desk, to.chat),
    merge: mergeable(desk, notice),
    ...(notice.file && { file: notice.file }),
  };
}

/** Said to whoever has just spoken, in the chat where they spoke: they are awake. */
function answersSpeaker({ to: audience }: Notice, to: Address, { replyTo }: Posting): boolean {
  return audience.kind === 'reply' || (audience.kind === 'person' && to.chat.id === replyTo?.id);
}

/** The same words where others read along, or where they asked: only among others they have to be called. */
function instead(
  to: Address,
  chat: ChatRef,
  said: Pick<OutboxRow, 'text' | 'mentions'>,
): OutboxRow['orElse'] {
  if (!chat.room) return { chat, ...said };
  const text = to.name ? `@${to.name}\u2005${said.text}` : said.text;
  return { chat, text, mentions: [...said.mentions, to.chat.id] };
}

/** A plain receipt can share its message with others of the same chat. */
function mergeable(desk: Desk, notice: Notice): OutboxRow['merge'] {
  if (!MERGED_KEYS.has(notice.key)) return null;
  const { at = '', matter = '', who = '', due = '' } = notice.values;
  return {
    part: desk.render('receipt_part', { at, matter }),
    tail: desk.render('receipt_tail', { who, due }),
  };
}

const MERGED_KEYS = new Set(['receipt', 'receipt_registered']);

type Addressed = Pick<OutboxRow, 'chat' | 'text' | 'mentions'>;

/** In a trial or silenced village group nothing is posted: the work group hears it instead. */
function muted(desk: Desk, chat: ChatRef, plain: Addressed): Addressed {
  const group = chat.room ? desk.directory().groupOf(chat.id) : null;
  if (!group || !isMuted(desk, group)) return plain;
  const work = desk.directory().workGroup(group.place);
  const name = placeName(group.place, desk.directory().county);
  const text = desk.render('muted', { place: name, text: plain.text });
  return work?.roomId ? { chat: { id: work.roomId, room: true }, text, mentions: [] } : { ...plain, text };
}

/** True for a village group in which the bot listens but does not speak. */
export function isMuted(desk: Desk, group: Group): boolean {
  if (group.kind !== 'village' || !group.roomId) return false;
  return desk.settings.mode === 'trial' || group.mode === 'trial' || desk.silenced(group.roomId);
}

function isVillageGroup(desk: Desk, chat: ChatRef): boolean {
  return chat.room && desk.directory().groupOf(chat.id)?.kind === 'village';
}

function addresses(desk: Desk, to: Audience, posting: Posting): Address[] {
  switch (to.kind) {
    case 'case_chat':
      return posting.about ? [{ chat: posting.about.chat, orElse: null, name: null }] : [];
    case 'reply':
      return posting.replyTo ? [{ chat: posting.replyTo, orElse: null, name: null }] : [];
    case 'chat':
      return [{ chat: to.chat, orElse: null, name: null }];
    case 'work_group':
      return workGroup(desk, to.place).map((chat) => ({ chat, orElse: null, name: null }));
    case 'inspectors':
      return everyone(desk, (one) => mayInspect(one, posting.about));
    case 'admins':
      return everyone(desk, (one) => one.offices.some((office) => office.role === 'admin'));
    case 'person':
      return person(desk, to, posting);
  }
}

/** An inspector of the county who is not themselves part of what is told. */
export function mayInspect(one: Official, about: Accusation | null): boolean {
  const inspects = one.offices.some((office) => office.role === 'inspector' && office.place === '');
  return inspects && (about === null || !isInvolved(one, about));
}

function person(desk: Desk, to: Extract<Audience, { kind: 'person' }>, posting: Posting): Address[] {
  const work = workGroup(desk, to.place)[0] ?? null;
  const orElse = to.else === 'work_group' ? work : to.else === 'reply' ? posting.replyTo : null;
  const contact = to.contacts[0];
  // A person of the directory who has not enrolled yet has no private chat at all.
  if (!contact) return orElse ? [{ chat: orElse, orElse: null, name: null }] : [];
  return [{ chat: { id: contact, room: false }, orElse, name: to.name }];
}

function workGroup(desk: Desk, place: string): ChatRef[] {
  const group = desk.directory().workGroup(place);
  return group?.roomId ? [{ id: group.roomId, room: true }] : [];
}

function everyone(desk: Desk, which: (one: Official) => boolean): Address[] {
  const contacts = desk
    .directory()
    .officials.filter(which)
    .flatMap((one) => one.contacts.slice(0, 1));
  return contacts.map((id) => ({ chat: { id, room: false }, orElse: null, name: null }));
}

/** The same words to the same chat for one cause are said once. */
function dedupe(rows: OutboxRow[]): OutboxRow[] {
  const said = new Set<string>();
  return rows.filter((one) => {
    const key = `${one.chat.id}\n${one.text}`;
    return !said.has(key) && said.add(key);
  });
}

/** Officials whose office covers this place and who work in villages: the ones to ask about a village. */
export function cadresOf(desk: Desk, place: string): Official[] {
  const here = desk.directory().holders(['village_head', 'village_cadre', 'grid_worker'], place);
  if (here.length > 0) return here;
  return desk
    .directory()
    .officials.filter((one) =>
      one.offices.some((office) => office.role === 'township_leader' && within(place, office.place)),
    );
}
