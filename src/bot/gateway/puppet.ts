import type { FileBoxInterface } from 'file-box';
import { PuppetService } from 'wechaty-puppet-service';
import type { GatewayAddress } from '../account-options.js';
import type { StockManager } from './channel.js';
import type { GatewayEvent } from './event.js';
import { readEvent } from './event.js';
import { AwayError } from './fault.js';
import type { EventResponse, PuppetClient } from './protocol.js';

type Payload<Name extends GatewayEvent['name']> = Extract<GatewayEvent, { name: Name }>['payload'];

/** What the account hears. Called synchronously, in the order of the stream. */
export interface PuppetHooks {
  message(id: string): void;
  login(contactId: string): void;
  logout(reason: string): void;
  scan(event: Payload<'scan'>): void;
  friendship(id: string): void;
  invitation(id: string): void;
  roomJoin(event: Payload<'room-join'>): void;
  roomLeave(event: Payload<'room-leave'>): void;
  roomTopic(event: Payload<'room-topic'>): void;
  /** Something that was asked before may have changed. */
  dirty(event: Payload<'dirty'>): void;
  fault(error: string): void;
  garbage(why: string): void;
}

/** What replaces the stock manager's own connecting. */
export interface Line {
  start(): void;
  stop(): Promise<void>;
  readonly client: unknown;
}

/** The stock watchdog resets a puppet that is silent; our supervisor does that better. */
const NO_WATCHDOG_S = 20 * 86_400;

/**
 * wechaty-puppet-service's client with a connection of ours, and without what hurts: no Stop and no Logout ever reach
 * the gateway, no files in the home folder, no caches that go stale, no wechaty pipeline for messages (it asks for
 * all members of a room first).
 */
export class GatewayPuppet extends PuppetService {
  readonly #hooks: PuppetHooks;
  readonly #makeLine: (stock: StockManager) => Line;

  constructor(address: GatewayAddress, hooks: PuppetHooks, makeLine: (stock: StockManager) => Line) {
    super({ ...address, timeoutSeconds: NO_WATCHDOG_S });
    this.#hooks = hooks;
    this.#makeLine = makeLine;
  }

  /** No payload store. */
  protected override hookPayloadStore(): void {}

  /** The stock manager stays for its settings; its start, stop and client are the line's. */
  protected override bridgeGrpcEventStream(stock: StockManager): void {
    const line = this.#makeLine(stock);
    Object.defineProperty(stock, 'client', { get: () => line.client });
    stock.start = async () => line.start();
    stock.stop = () => line.stop();
  }

  /** Only here: the gateway's account stays logged in. */
  override async logout(reason?: string): Promise<void> {
    this.#logoutHere(reason ?? '');
  }

  /** The supervisor's business. */
  override async reset(): Promise<void> {}

  /** A file that the gateway describes. Throws on what describes none. */
  fileFromJson(json: string): FileBoxInterface {
    return this.FileBoxUuid.fromJSON(json);
  }

  /** The connection at this moment; throws AwayError without one. */
  get client(): PuppetClient {
    if (!this._grpcManager) throw new AwayError('not started');
    return this.grpcManager.client as PuppetClient;
  }

  hear(response: EventResponse): void {
    const event = readEvent(response.getType(), response.getPayload());
    if (event.name === 'garbage') this.#hooks.garbage(event.why);
    else if (event.name === 'message') this.#hooks.message(event.payload.messageId);
    else if (!this.#hearRoom(event)) this.#hearAccount(event);
  }

  #hearRoom(event: GatewayEvent): boolean {
    if (event.name === 'room-join') this.#hooks.roomJoin(event.payload);
    else if (event.name === 'room-leave') this.#hooks.roomLeave(event.payload);
    else if (event.name === 'room-topic') this.#hooks.roomTopic(event.payload);
    else if (event.name === 'dirty') this.#hearDirty(event.payload);
    else return false;
    return true;
  }

  #hearDirty(payload: Payload<'dirty'>): void {
    this.onDirty(payload);
    this.#hooks.dirty(payload);
  }

  /** These wechaty hears too. */
  #hearAccount(event: GatewayEvent): void {
    switch (event.name) {
      case 'login':
        this.#hooks.login(event.payload.contactId);
        return this.#loginHere(event.payload.contactId);
      case 'logout':
        this.#hooks.logout(event.payload.data ?? '');
        return this.#logoutHere(event.payload.data ?? '');
      case 'scan':
        this.#hooks.scan(event.payload);
        this.emit('scan', { status: event.payload.status, qrcode: event.payload.qrcode ?? '' });
        return;
      case 'friendship':
        this.#hooks.friendship(event.payload.friendshipId);
        this.emit('friendship', event.payload);
        return;
      case 'room-invite':
        this.#hooks.invitation(event.payload.roomInvitationId);
        this.emit('room-invite', event.payload);
        return;
      case 'error':
        return this.#hooks.fault(errorText(event.payload));
      case 'heartbeat':
        this.emit('heartbeat', { data: event.payload.data ?? '' });
        return;
      case 'ready':
        this.emit('ready', { data: event.payload.data ?? '' });
        return;
      default: // dong, post, reset: nothing to do
    }
  }

  #loginHere(id: string): void {
    if (this.isLoggedIn && this.currentUserId === id) return;
    this.__currentUserId = undefined;
    this.login(id);
  }

  #logoutHere(reason: string): void {
    if (!this.isLoggedIn) return;
    const contactId = this.currentUserId;
    this.__currentUserId = undefined;
    this.emit('logout', { contactId, data: reason });
  }
}

function errorText(payload: { gerror?: unknown; data?: unknown }): string {
  const what = payload.gerror ?? payload.data ?? '';
  return (typeof what === 'string' ? what : JSON.stringify(what) || '').slice(0, 500);
}
