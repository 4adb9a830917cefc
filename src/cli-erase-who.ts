import type { PersonRef } from './cases/case.js';
import type { Directory } from './cases/directory.js';
import type { Forgotten } from './cases/erase.js';
import { StartFault } from './main/fault.js';
import type { Stores } from './store/stores.js';

/**
 * Who `--person` means: a contact id, or `name@place` as they are called there. @throws StartFault when that is nobody,
 * several, or an official
 */
export async function whoIsMeant(stores: Stores, directory: Directory, person: string): Promise<Forgotten> {
  const [name = '', where = ''] = splitAt(person);
  const who = where === '' ? byId(person) : await byName(stores, name, await placeOf(stores, where));
  for (const id of who.ids) {
    const official = directory.officialOf(id);
    if (official !== null)
      throw fault(
        `${official.name} stands in directory.yaml: what an official did stays on record; take the entry out first`,
      );
  }
  return who;
}

/** A room's id or an account's holds no `@` in front of a place: the last one parts name and place. */
function splitAt(person: string): string[] {
  const cut = person.lastIndexOf('@');
  return cut > 0 ? [person.slice(0, cut), person.slice(cut + 1)] : [];
}

function byId(id: string): Forgotten {
  if (id.trim() === '') throw fault('--person wants a contact id, or name@place');
  // A contact id is never written in Chinese; as one, a name would be looked for in everybody's words.
  if (/\p{Script=Han}/u.test(id))
    throw fault(`"${id}" is a name; write it with its place, like ${id}@石门社区`);
  return { ids: new Set([id]), named: null };
}

async function placeOf(stores: Stores, where: string): Promise<string> {
  const places = (await stores.cases.places()).filter((one) => one === where || one.endsWith(`/${where}`));
  const [place] = places;
  if (place === undefined) throw fault(`there is no place "${where}" with cases; write it like 石门社区`);
  if (places.length > 1) throw fault(`"${where}" is ${places.join(' or ')}: write the whole`);
  return place;
}

async function byName(stores: Stores, name: string, place: string): Promise<Forgotten> {
  const ids = new Set<string>();
  let unnamed = false;
  for await (const page of stores.privacy.mentioning(place, [name])) {
    for (const id of page.ids) {
      for (const one of await peopleOf(stores, id)) {
        if (one.name !== name) continue;
        if (one.id === '') unnamed = true;
        else ids.add(one.id);
      }
    }
  }
  if (ids.size > 1) throw fault(`"${name}" are several people there; name one by id: ${[...ids].join(', ')}`);
  if (ids.size === 0 && !unnamed) throw fault(`nobody is called "${name}" in the cases of ${place}`);
  return { ids, named: unnamed ? { name, place } : null };
}

async function peopleOf(stores: Stores, id: string): Promise<PersonRef[]> {
  const c = await stores.cases.load(id);
  const events = await stores.cases.history(id);
  const materials = c?.materials.map((one) => one.by) ?? [];
  const inCase = c === null ? [] : [c.petitioner, ...c.coPetitioners, ...materials];
  return [...inCase, ...events.map((event) => event.by)];
}

function fault(what: string): StartFault {
  return new StartFault(`huiyin erase: ${what}`);
}
