import { z } from 'zod';
import type { Case } from '../cases/case.js';
import { caseSchema } from '../cases/case-schema.js';
import type { CaseEvent } from '../cases/event.js';
import { caseEventSchema } from '../cases/event-schema.js';
import type { CasePeople } from './case-people.js';
import type { Db } from './db.js';
import { readJson } from './json.js';
import { placeKeys, placeOfCase } from './keys.js';
import type { RedisOutbox } from './outbox.js';

const leaveReply = z.enum(['left', 'conflict']);

/**
 * How a case leaves its village for the sealed slot: one script takes it out of every list and sets it aside under keys
 * that nobody lists; once it has arrived, the rest goes. A crash in between finds it set aside and goes on.
 */
export class CaseLeaving {
  constructor(
    private readonly db: Db,
    private readonly people: CasePeople,
    private readonly outbox: RedisOutbox,
  ) {}

  async leave(c: Case): Promise<'left' | 'conflict'> {
    const at = placeKeys(c.place);
    const away = at.leaving(c.id);
    const keys = [
      ...[at.state(c.id), at.events(c.id), away.state, away.events],
      ...[at.open, at.resolved, at.touched, at.links],
      ...[at.waiting, at.ladder, at.watched, at.passed],
    ];
    return leaveReply.parse(await this.db.run('leave', keys, [c.id, c.version, ...messagesOf(c)]));
  }

  async leaving(id: string): Promise<{ case: Case; events: CaseEvent[] } | null> {
    const { state, events } = placeKeys(placeOfCase(id)).leaving(id);
    const [text, texts] = await this.db.call('reading a case that left', (redis) =>
      Promise.all([redis.get(state), redis.lrange(events, 0, -1)]),
    );
    if (text === null) return null;
    return {
      case: readJson(caseSchema, state, text),
      events: texts.map((one) => readJson(caseEventSchema, events, one)),
    };
  }

  async gone(id: string): Promise<void> {
    const place = placeOfCase(id);
    const away = placeKeys(place).leaving(id);
    const left = await this.leaving(id);
    await this.outbox.silence(place, id);
    if (left === null) return;
    await this.people.forget(left.case);
    await this.unlink(place, left.events);
    await this.db.call('dropping a case that left', (redis) => redis.del(away.state, away.events));
  }

  /** Further messages that led to it: quoted, they lead nowhere now. */
  private async unlink(place: string, events: CaseEvent[]): Promise<void> {
    const ids = events.map((event) => event.messageId).filter((id) => id !== '');
    if (ids.length === 0) return;
    await this.db.call('unlinking messages', (redis) => redis.hdel(placeKeys(place).links, ...ids));
  }
}

function messagesOf(c: Case): string[] {
  return [c.messageId, ...c.materials.map((one) => one.messageId)].filter((id) => id !== '');
}
