import type { Case } from '../cases/case.js';
import type { Change } from '../cases/ports.js';
import { isFinal } from './case-change.js';
import type { Db } from './db.js';
import { personKeys } from './keys.js';
import { listReply, pairs } from './reply.js';

/** Events after which somebody may have raised or joined a case who had not before. */
const BRINGS_PEOPLE = new Set(['open', 'join', 'absorb', 'undone']);
const RAISED_KEPT = 500;
const RAISED_SHOWN = 50;

/**
 * Who handles and who raised which case, over all places. These indexes lie in the persons' own slots, so no script can
 * write them together with the case. They are written first and may promise too much; every reader holds them against
 * the case itself. So a crash between the two steps loses nothing.
 */
export class CasePeople {
  constructor(
    private readonly db: Db,
    private readonly load: (id: string) => Promise<Case | null>,
  ) {}

  /** Call before the change is saved; doing it again changes nothing. */
  async note(change: Change): Promise<void> {
    const writes = change.cases.flatMap(({ case: one, events }) => [
      ...(isFinal(one) ? [] : handlersOf(one)).map((id) => this.noteHandler(id, one)),
      ...(events.some((event) => BRINGS_PEOPLE.has(event.body.type)) ? raisersOf(one) : []).map((id) =>
        this.noteRaiser(id, one),
      ),
    ]);
    await Promise.all(writes);
  }

  async handledBy(contactId: string): Promise<string[]> {
    const key = personKeys(contactId).handles;
    const entries = await this.db.call('listing cases of a handler', (redis) =>
      redis.zrange(key, '0', '-1', 'WITHSCORES'),
    );
    const held = await Promise.all(
      pairs(entries).map(([id, version]) => this.stillHandles(key, contactId, id, version)),
    );
    return held.filter((id) => id !== null);
  }

  /** Newest first, at most 50. */
  async raisedBy(contactId: string): Promise<string[]> {
    const key = personKeys(contactId).raised;
    const found = await this.db.call('listing cases of a person', (redis) =>
      redis.zrevrange(key, 0, RAISED_SHOWN * 2 - 1),
    );
    const ids = listReply.parse(found);
    const cases = await Promise.all(ids.map((id) => this.load(id)));
    const theirs = cases.filter((one) => one !== null).filter((one) => raisersOf(one).includes(contactId));
    return theirs.slice(0, RAISED_SHOWN).map((one) => one.id);
  }

  private async stillHandles(
    key: string,
    contactId: string,
    id: string,
    version: string,
  ): Promise<string | null> {
    const one = await this.load(id);
    if (one && !isFinal(one) && handlersOf(one).includes(contactId)) return id;
    // Forgotten only when the case has moved on past the version that this entry was written for: an entry written
    // for a later version belongs to a change that is just being saved.
    if (one && one.version >= Number(version)) await this.db.run('forget', [key], [id, one.version]);
    return null;
  }

  private noteHandler(contactId: string, one: Case): Promise<unknown> {
    const key = personKeys(contactId).handles;
    return this.db.call('noting a handler', (redis) => redis.zadd(key, 'GT', one.version, one.id));
  }

  private async noteRaiser(contactId: string, one: Case): Promise<void> {
    const key = personKeys(contactId).raised;
    await this.db.call('noting a petitioner', async (redis) => {
      await redis.zadd(key, one.openedAt, one.id);
      await redis.zremrangebyrank(key, 0, -RAISED_KEPT - 1);
    });
  }
}

/** Who has something to do with it: its handler (or who was asked, or received it first), and those with an open part. */
function handlersOf(one: Case): string[] {
  const asked = one.sealed || one.lead !== null ? [] : (one.asked?.who.contacts ?? []);
  const main = one.handler?.contacts ?? [...(one.lead?.contacts ?? []), ...asked];
  const parts = one.coHandlers.filter((part) => part.doneAt === null).flatMap((part) => part.contacts);
  return [...new Set([...main, ...parts])];
}

function raisersOf(one: Case): string[] {
  return [one.petitioner, ...(one.registrar ? [one.registrar] : []), ...one.coPetitioners].map(
    (person) => person.id,
  );
}
