import type { Desk } from './desk.js';

/**
 * After a start: rows that a killed process had handed over without noting the answer are never repeated. Whether they
 * were said is unknown; they are counted and logged, and the echo of a message that was (still in the inbox) comes too
 * late to matter.
 */
export async function settleLeftovers(desk: Desk): Promise<void> {
  for (const place of await desk.outbox.places()) {
    const left = (await desk.outbox.unsettled(place)).filter((one) => one.state === 'sending');
    if (left.length === 0) continue;
    const ids = left.map((one) => one.row.id);
    await desk.outbox.settle(place, ids, 'unknown', desk.clock.now());
    for (const id of ids) desk.log.warn({ row: id }, 'send outcome unknown after a crash: not repeated');
    for (let i = 0; i < ids.length; i += 1) desk.tally.sent('unknown');
  }
}
