import { randomBytes } from 'node:crypto';
import type { Directory } from '../cases/directory.js';
import type { Millis } from '../cases/case.js';
import type { DirectoryStore } from '../cases/ports.js';
import { CODE_MS, sixDigits } from '../workers/enrol.js';

/**
 * While no admin has enrolled, somebody must be let in: one code for the directory's first admin, printed on the
 * terminal only (logs travel further than terminals).
 */
export async function offerAdminCode(
  directory: Directory,
  store: DirectoryStore,
  now: Millis,
  print: (line: string) => void,
): Promise<void> {
  const admins = directory.officials.filter((one) => one.offices.some((office) => office.role === 'admin'));
  if (admins.some((one) => one.contacts.length > 0)) return;
  const [first] = admins;
  if (!first)
    return print(
      'No admin in directory.yaml: add { name: …, role: admin, place: "" } to get the daily post.',
    );
  const code = sixDigits(randomBytes(8).toString('hex'));
  await store.putCode(code, first.key, now + CODE_MS);
  print(
    `No admin has enrolled yet. ${first.name}: add the bot as a friend and send it privately:  绑定 ${code}`,
  );
}
