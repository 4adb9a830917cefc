import type { Case, Keeper } from '../cases/case.js';
import { reachableFirst } from '../cases/announce-voice.js';
import { above, within, type Official } from '../cases/directory.js';
import type { Hearer } from '../cases/ladder.js';
import type { Desk } from './desk.js';
import { allOnDuty, staffOf } from './on-duty.js';
import { mayInspect } from './post-office.js';

/** Somebody who is to be told; contacts []: the work group of the place hears it instead. */
export interface Listener {
  name: string;
  contacts: string[];
  place: string;
}

/** Who is told of a rung of this case, each once. Of a sealed one inspectors alone, whatever the rung says. */
export function listenersOf(desk: Desk, c: Case, hears: readonly Hearer[]): Listener[] {
  if (c.sealed) return inspectors(desk, '').flatMap((one) => (mayInspect(one, c) ? [listener(one, '')] : []));
  const all = hears.flatMap((hearer) => heard(desk, c, hearer));
  return all.filter((one, i) => all.findIndex((other) => mailboxOf(other) === mailboxOf(one)) === i);
}

/** Under which name somebody's lines wait. */
export function mailboxOf({ contacts: [contact], place }: Listener): string {
  return contact ?? `~work:${place}`;
}

function heard(desk: Desk, c: Case, hearer: Hearer): Listener[] {
  const { place } = c;
  const staff = staffOf(desk, place);
  switch (hearer) {
    case 'holder':
      return [holder(desk, c) ?? first(staff.keepers, place)];
    case 'head':
      return staff.heads.length === 0 ? [] : [first(staff.heads, place)];
    case 'leader':
      return [first(staff.leaders, above(place) ?? '')];
    case 'inspector':
      return orAdmins(desk, inspectors(desk, place)).map((one) => listener(one, ''));
    case 'on_duty':
      return allOnDuty(desk, place).map((one) => listener(one, place));
    case 'county':
      return [...county(desk, 'admin'), ...county(desk, 'inspector')].map((one) => listener(one, ''));
  }
}

/** Its handler; before there is one, who received it first, or was asked first, as long as they are in office. */
function holder(desk: Desk, { handler, lead, asked, place }: Case): Listener | null {
  if (handler !== null) return { ...handler, contacts: contactsNow(desk, handler) };
  const received = lead?.contacts.map((id) => desk.directory().officialOf(id)).find(Boolean);
  if (received) return listener(received, place);
  return asked === null ? null : listener({ ...asked.who, contacts: contactsNow(desk, asked.who) }, place);
}

/** The one who can be reached before those who cannot; nobody at all: the work group. */
function first(people: readonly Keeper[], place: string): Listener {
  const [one] = reachableFirst(people);
  return one ? listener(one, place) : { name: '', contacts: [], place };
}

function listener({ name, contacts }: Keeper, place: string): Listener {
  return { name, contacts, place };
}

/** A handler who enrolled under a new contact since is reached there. */
function contactsNow(desk: Desk, handler: { name: string; place: string; contacts: string[] }): string[] {
  const official = desk
    .directory()
    .officials.find(
      (one) => one.name === handler.name && one.offices.some((office) => office.place === handler.place),
    );
  return official && official.contacts.length > 0 ? official.contacts : handler.contacts;
}

/** Inspectors whose office covers the place; a sealed case lies below the county alone. */
function inspectors(desk: Desk, place: string): Official[] {
  return desk
    .directory()
    .officials.filter((one) =>
      one.offices.some(({ role, place: over }) => role === 'inspector' && within(place, over)),
    );
}

function county(desk: Desk, role: 'admin' | 'inspector'): Official[] {
  return desk
    .directory()
    .officials.filter((one) => one.offices.some((office) => office.role === role && office.place === ''));
}

function orAdmins(desk: Desk, found: Official[]): Official[] {
  return found.length > 0 ? found : county(desk, 'admin');
}
