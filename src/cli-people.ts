import { randomBytes } from 'node:crypto';
import { withStores } from './cli-stores.js';
import { StartFault } from './main/fault.js';
import { CODE_MS, sixDigits } from './workers/enrol.js';

/** Prints every official with role, place and whether a contact is enrolled. */
export async function listPeople(print: (line: string) => void): Promise<void> {
  await withStores((_, directory) => {
    for (const one of directory.officials) {
      const offices = one.offices
        .map((office) => `${office.role} ${office.place || directory.county}`)
        .join(', ');
      print(`${one.contacts.length > 0 ? 'enrolled' : 'waiting '}  ${one.name}  ${offices}`);
    }
    return Promise.resolve();
  });
}

/** Makes and prints a one-time code for the official of this name. @throws StartFault when nobody is called so */
export async function giveCode(name: string, print: (line: string) => void): Promise<void> {
  await withStores(async (stores, directory, now) => {
    const official = directory.officials.find((one) => one.name === name);
    if (!official)
      throw new StartFault(`nobody is called ${name} in directory.yaml; huiyin people lists the names`);
    const code = sixDigits(randomBytes(8).toString('hex'));
    await stores.directory.putCode(code, official.key, now + CODE_MS);
    print(`${name}: 绑定 ${code}   (valid for a day, once; to be typed to the bot in a private chat)`);
  });
}
