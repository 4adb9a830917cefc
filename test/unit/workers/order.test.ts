import type { OutboxRow } from '../../../src/cases/outcome.js';
import { Arrivals } from '../../../src/workers/arrivals.js';
import { Predecessors } from '../../../src/workers/predecessors.js';

function row(id: string, priority: OutboxRow['priority'], chat = 'r@chatroom'): OutboxRow {
  return {
    id,
    place: 'p',
    caseId: null,
    chat: { id: chat, room: true },
    orElse: null,
    text: id,
    mentions: [],
    priority,
    createdAt: 0,
    prompt: false,
    merge: null,
  };
}

describe('which row goes first', () => {
  it('is the one written before in the same chat', () => {
    const written = new Predecessors();
    expect(written.before(row('a', 'other'))).toBeNull();
    expect(written.before(row('x', 'other', 'else@chatroom'))).toBeNull();
    expect(written.before(row('b', 'other'))).toEqual({ place: 'p', rowId: 'a' });
    expect(written.before(row('c', 'other'))?.rowId).toBe('b');
  });

  it('is never one that ranks below', () => {
    const written = new Predecessors();
    written.before(row('receipt 1', 'receipt'));
    written.before(row('done 1', 'other'));
    expect(written.before(row('receipt 2', 'receipt'))?.rowId).toBe('receipt 1');
    expect(written.before(row('alarm', 'emergency'))).toBeNull();
    expect(written.before(row('done 2', 'other'))?.rowId).toBe('alarm');
    expect(written.before(row('day', 'digest'))?.rowId).toBe('done 2');
  });

  it('is not the row itself, woken again', () => {
    const written = new Predecessors();
    written.before(row('a', 'other'));
    expect(written.before(row('a', 'other'))).toBeNull();
  });
});

describe('waiting for an earlier row', () => {
  it('ends when it comes', async () => {
    const arrivals = new Arrivals();
    const waited = arrivals.of('a', 60_000);
    arrivals.note('a');
    await waited;
    await arrivals.of('a', 60_000);
    expect(arrivals.has('a')).toBe(true);
  });

  it('ends by itself when its job is lost', async () => {
    const arrivals = new Arrivals();
    await arrivals.of('lost', 5);
    expect(arrivals.has('lost')).toBe(false);
  });
});
