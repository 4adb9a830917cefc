import { auditHistory, type AuditFault } from './cases/audit.js';
import { formatDay, formatTime } from './cases/calendar.js';
import type { Case } from './cases/case.js';
import type { CaseEvent } from './cases/event.js';
import type { CaseStore } from './cases/ports.js';
import { verifyRecord } from './cli-record.js';
import { withStores } from './cli-stores.js';
import { SEALED_PLACE } from './cases/sealed-code.js';
import { SealedLostError } from './cases/sealed-lost.js';
import { DamagedError } from './store/store-error.js';

type Print = (line: string) => void;

/** So many cases are read at once. */
const BATCH = 50;
/** A case that changes while it is read is read again. */
const TRIES = 5;

/** `huiyin audit verify`: walks every history. Resolves with the exit code: 0 all whole, 1 something is broken. */
export async function verifyAll(print: Print): Promise<number> {
  let code = 0;
  await withStores(async (stores) => {
    const cases = await verifyStore(stores.cases, print);
    code = Math.max(cases, await verifyRecord(stores.record, print));
  });
  return code;
}

/** The same on a store; names the first broken event of each case, never a word of it. */
export async function verifyStore(cases: CaseStore, print: Print): Promise<number> {
  const count = { cases: 0, events: 0, sealed: 0, broken: 0, closed: 0 };
  for (const place of [...(await cases.places()).sort(), SEALED_PLACE]) {
    for await (const ids of batches(cases.ids(place))) {
      const read = await Promise.all(ids.map((id) => verifyOne(cases, id)));
      for (const { events, fault, closed } of read) {
        if (closed) count.closed += 1;
        count.cases += 1;
        count.events += events;
        if (place === SEALED_PLACE) count.sealed += 1;
        if (fault === null) continue;
        count.broken += 1;
        print(fault);
      }
    }
  }
  const sealed = count.sealed > 0 ? `, ${count.sealed} of them sealed` : '';
  const what = `${count.cases} cases${sealed}, ${count.events} events`;
  print(count.broken === 0 ? `${what}: every history is whole` : `${what}: ${count.broken} cases are broken`);
  if (count.closed > 0)
    print(`${count.closed} sealed cases were walked from outside only: their key is not here`);
  return count.broken === 0 ? 0 : 1;
}

interface Walked {
  events: number;
  fault: string | null;
  /** Its key is not here: seen from outside alone. */
  closed?: boolean;
}

async function verifyOne(cases: CaseStore, id: string): Promise<Walked> {
  try {
    const { c, events } = await readTogether(cases, id);
    if (c === null) return { events: events.length, fault: `${id}: its state is gone` };
    const fault = auditHistory(c, events);
    return { events: events.length, fault: fault && `${id}: ${inWords(fault, events)}` };
  } catch (error) {
    if (error instanceof SealedLostError) return verifyOutside(cases, id);
    if (!(error instanceof DamagedError)) throw error;
    return { events: 0, fault: `${id}: cannot be read: ${error.message}` };
  }
}

async function verifyOutside(cases: CaseStore, id: string): Promise<Walked> {
  const { events, fault } = await cases.outside(id);
  return { events, fault: fault && `${id}: ${inWords(fault, [])}`, closed: true };
}

/** State and history of one moment: as many events as the state has versions. */
async function readTogether(cases: CaseStore, id: string): Promise<{ c: Case | null; events: CaseEvent[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const events = await cases.history(id);
    const c = await cases.load(id);
    if (c === null || c.version === events.length || attempt === TRIES) return { c, events };
  }
}

function inWords(fault: AuditFault, events: readonly CaseEvent[]): string {
  if (fault.what === 'state') return 'its state is not what its events make of it';
  if (fault.what === 'end') return `its history breaks off before event ${fault.seq}`;
  const event = events[fault.seq - 1];
  const when = event ? ` (${event.body.type}, ${formatDay(event.at)} ${formatTime(event.at)})` : '';
  return `event ${fault.seq}${when} is not as it was written`;
}

async function* batches(ids: AsyncIterable<string>): AsyncIterable<string[]> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
