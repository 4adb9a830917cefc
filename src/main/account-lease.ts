import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { StartFault } from './fault.js';
import type { AccountLease } from '../store/account-lease.js';

/** A holder that was killed is followed by the next process within this; a paused one too. */
const HOLD_MS = 10_000;
const RENEW_MS = 3_000;
const LOOK_MS = 250;
/** Time left only falls while nobody renews; this much more is a renewal and no rounding. */
const RENEWED_MS = 500;

const holderSchema = z.object({ host: z.string(), space: z.string(), pid: z.number() });
type Holder = z.infer<typeof holderSchema>;

export interface LeaseOptions {
  lease: AccountLease;
  log: Logger;
  /** Another process has taken the account over (this one stood still for too long): it must end. */
  lost: (line: string) => void;
}

/**
 * Takes the account for this process and keeps it; resolves with what gives it back. Two processes on one account make
 * each other deaf at the gateway.
 * @throws StartFault when a living process holds it
 */
export async function holdAccount({ lease, log, lost }: LeaseOptions): Promise<() => Promise<void>> {
  const token = JSON.stringify({ ...self(), id: randomUUID() });
  await takeWhenFree(lease, token, log);
  let over = false;
  let asking = false;
  const renew = async (): Promise<void> => {
    if (over || asking) return;
    asking = true;
    try {
      if ((await lease.take(token, HOLD_MS)) || over) return;
      over = true;
      lost(`${nameOf((await lease.holder())?.token)} has taken over this account: this process ends.`);
    } catch (error) {
      // A Redis that is away gives the account to nobody else; it is asked again.
      log.debug({ err: String(error) }, 'the account’s lease was not renewed');
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void renew(), RENEW_MS);
  return async () => {
    over = true;
    clearInterval(timer);
    await lease.release(token).catch(() => undefined);
  };
}

/** A dead holder's lease is taken at once on its own machine, else when it runs out; a living one renews. */
async function takeWhenFree(lease: AccountLease, token: string, log: Logger): Promise<void> {
  let lowest = Infinity;
  while (!(await lease.take(token, HOLD_MS))) {
    const held = await lease.holder();
    if (held === null) continue;
    if (held.leftMs > lowest + RENEWED_MS) throw new StartFault(refusal(held.token));
    if (lowest === Infinity) log.info({ holder: nameOf(held.token) }, 'the account is held: does it live?');
    lowest = Math.min(lowest, held.leftMs);
    if (isDead(held.token)) await lease.release(held.token);
    else await sleep(LOOK_MS);
  }
}

function refusal(token: string): string {
  return `${nameOf(token)} holds this account already, and two on one account make each other deaf: stop that one first, or start this one with HUIYIN_ROLES=worker,web.`;
}

function self(): Holder {
  return { host: hostname(), space: processSpace(), pid: process.pid };
}

/** Process ids mean something within one namespace only: two containers can both have a process 1. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function read(token: string | undefined): Holder | null {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(token ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function nameOf(token: string | undefined): string {
  const holder = read(token);
  return holder ? `Process ${holder.pid} on ${holder.host}` : 'Another process';
}

/** True when the holder ran on this machine and is gone; our own process id is then a dead one's. */
function isDead(token: string): boolean {
  const holder = read(token);
  const { host, space, pid } = self();
  if (holder?.host !== host || holder.space !== space) return false;
  if (holder.pid === pid) return true;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
