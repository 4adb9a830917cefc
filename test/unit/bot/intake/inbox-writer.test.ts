import { pino } from 'pino';
import { eventually } from '../../../support/eventually.js';
import { InboxWriter } from '../../../../src/bot/intake/inbox-writer.js';

const timing = { backoffMinMs: 1, backoffMaxMs: 2 };
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

class Store {
  readonly calls: string[][] = [];
  readonly seen = new Set<string>();
  open: string[] = [];
  failures = 0;
  /** Does what it is asked and loses the answer. */
  loses = 0;
  async accept(ids: string[]): Promise<string[]> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('away');
    }
    this.calls.push(ids);
    const fresh = ids.filter((id) => !this.seen.has(id));
    for (const id of fresh) this.seen.add(id);
    this.open.push(...fresh);
    if (this.loses > 0) {
      this.loses -= 1;
      throw new Error('answer lost');
    }
    return fresh;
  }
  pending = async (): Promise<string[]> => [...this.open];
  settle = async (id: string): Promise<void> => void (this.open = this.open.filter((one) => one !== id));
}

function writerOn(store: Store, unsaved = 1000): { writer: InboxWriter; accepted: string[]; lost: string[] } {
  const accepted: string[] = [];
  const lost: string[] = [];
  const writer = new InboxWriter({
    inbox: store,
    timing,
    unsaved,
    accepted: (ids) => void accepted.push(...ids),
    lost: (id) => void lost.push(id),
    log: pino({ level: 'silent' }),
  });
  return { writer, accepted, lost };
}

describe('InboxWriter', () => {
  it('writes what comes in one burst as one, in order', async () => {
    const store = new Store();
    const { writer, accepted } = writerOn(store);
    writer.start();
    await soon();
    for (const id of ['c', 'a', 'b']) writer.add(id);
    await eventually('written', () => accepted.length === 3);
    expect(store.calls).toEqual([['c', 'a', 'b']]);
    expect(accepted).toEqual(['c', 'a', 'b']);
    await writer.stop(100);
  });

  it('gives first what an earlier run left behind', async () => {
    const store = new Store();
    store.open = ['old'];
    const { writer, accepted } = writerOn(store);
    writer.add('new');
    writer.start();
    await eventually('both', () => accepted.length === 2);
    expect(accepted).toEqual(['old', 'new']);
    await writer.stop(100);
  });

  it('waits for a store that is away, and keeps the order', async () => {
    const store = new Store();
    const { writer, accepted } = writerOn(store);
    writer.start();
    await soon();
    store.failures = 5;
    writer.add('a');
    await soon();
    writer.add('b');
    await eventually('both', () => accepted.length === 2);
    expect(accepted).toEqual(['a', 'b']);
    await writer.stop(100);
  });

  it('loses nothing when the store has written and its answer is lost', async () => {
    const store = new Store();
    const { writer, accepted } = writerOn(store);
    writer.start();
    await soon();
    store.loses = 1;
    writer.add('a');
    writer.add('b');
    await eventually('both', () => accepted.length === 2);
    expect(accepted).toEqual(['a', 'b']);
    await writer.stop(100);
  });

  it('says which ids have no room', async () => {
    const store = new Store();
    store.failures = 1_000_000;
    const { writer, lost } = writerOn(store, 2);
    writer.start();
    for (const id of ['a', 'b', 'c']) writer.add(id);
    expect(lost).toEqual(['c']);
    expect(writer.waiting).toBe(2);
    await writer.stop(20);
  });

  it('writes what is there before it stops', async () => {
    const store = new Store();
    const { writer } = writerOn(store);
    writer.start();
    writer.add('a');
    await writer.stop(1000);
    expect(store.open).toEqual(['a']);
  });
});
