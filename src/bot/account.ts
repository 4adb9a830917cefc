import { WechatyBuilder } from 'wechaty';
import { log as wechatyLog } from 'wechaty-puppet';
import type { Millis } from '../cases/case.js';
import type { Say } from '../cases/ports.js';
import type { AccountOptions } from './account-options.js';
import type { Account, AccountCounts, RoomInfo } from './account-port.js';
import type { Parts } from './account-parts.js';
import { createParts } from './account-parts.js';
import { fetchFile } from './file.js';
import { checkAddress } from './gateway/address.js';
import { faultLine } from './gateway/fault.js';
import type { Supervisor } from './gateway/supervisor.js';
import { within } from './pause.js';
import type { Self } from './session.js';

/**
 * The account over wechaty and wechaty-puppet-service, with a supervisor of our own. Throws one clear line when the
 * address cannot be one; a gateway that is away is no error.
 */
export function createAccount(options: AccountOptions): Account {
  checkAddress(options.gateway, process.env);
  if (!process.env.WECHATY_LOG) wechatyLog.level('silent');
  return new GatewayAccount(options);
}

class GatewayAccount implements Account {
  readonly #options: AccountOptions;
  readonly #parts: Parts;
  readonly #wechaty: ReturnType<typeof WechatyBuilder.build>;
  #startedAt: Millis | null = null;
  #begun: Promise<void> | null = null;

  constructor(options: AccountOptions) {
    this.#options = options;
    this.#parts = createParts(options);
    this.#wechaty = WechatyBuilder.build({ puppet: this.#parts.puppet });
    const log = (error: unknown): void =>
      options.log.warn({ error: faultLine(error) }, 'wechaty reports an error');
    this.#wechaty.on('error', log);
    this.#parts.puppet.on('error', log);
  }

  start(): void {
    if (this.#begun) return;
    this.#startedAt = this.#options.clock.now();
    this.#parts.intake.start();
    this.#parts.alarms.away();
    this.#begun = this.#begin();
  }

  async stop(ms: number): Promise<void> {
    const { intake, alarms, life, over } = this.#parts;
    const until = performance.now() + ms;
    const left = (): number => Math.max(0, until - performance.now());
    over.abort();
    life.stop();
    alarms.stop();
    await intake.finish(ms);
    await within(this.#end(), Math.max(500, left()), undefined);
    await intake.close(left());
    await life.save();
  }

  get self(): Self | null {
    const { session } = this.#parts;
    return session.state === 'in' ? session.self : null;
  }
  get connected(): boolean {
    return this.#supervisor?.up ?? false;
  }
  get awaySince(): Millis | null {
    return this.#supervisor ? this.#supervisor.awaySince : this.#startedAt;
  }
  get qr(): string | null {
    return this.#parts.session.qr;
  }
  get say(): Say {
    return this.#parts.say;
  }
  get counts(): Readonly<AccountCounts> {
    return this.#parts.counts;
  }
  get backlog(): number {
    return this.#parts.intake.backlog;
  }

  rooms(): Promise<RoomInfo[]> {
    return this.#parts.rooms.all();
  }
  room(id: string): Promise<RoomInfo | null> {
    return this.#parts.rooms.one(id);
  }
  members(roomId: string): Promise<string[]> {
    return this.#parts.rooms.members(roomId);
  }
  contact(id: string): Promise<{ name: string; friend: boolean } | null> {
    return this.#parts.rooms.contact(id);
  }

  async file(messageId: string, maxBytes: number): Promise<{ name: string; bytes: Buffer } | null> {
    try {
      return await fetchFile(this.#parts.puppet, messageId, maxBytes);
    } catch (error) {
      this.#options.log.warn({ message: messageId, error: faultLine(error) }, 'a file could not be fetched');
      return null;
    }
  }

  get #supervisor(): Supervisor | null {
    return this.#parts.line.supervisor;
  }

  async #begin(): Promise<void> {
    const { line, life, over } = this.#parts;
    try {
      line.heardAt = await life.load();
      if (over.signal.aborted) return;
      life.start();
      await this.#wechaty.start();
    } catch (error) {
      this.#options.log.error({ error: faultLine(error) }, 'the account could not start');
      this.#parts.told.alarm(`the account could not start: ${faultLine(error)}`);
    }
  }

  /** wechaty lets go of the puppet, the puppet of the line. */
  async #end(): Promise<void> {
    await this.#begun;
    await this.#wechaty.stop().catch(() => undefined);
    await this.#supervisor?.stop();
  }
}
