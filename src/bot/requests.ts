import type { Logger } from 'pino';
import { z } from 'zod';
import type { AccountHandlers } from './account-port.js';
import { faultLine } from './gateway/fault.js';
import { doubling, pause } from './pause.js';

export interface RequestSource {
  friendshipRawPayload(id: string): Promise<unknown>;
  friendshipAccept(id: string): Promise<void>;
  roomInvitationRawPayload(id: string): Promise<unknown>;
  roomInvitationAccept(id: string): Promise<void>;
}

const text = z.string().nullish().transform((value) => value ?? ''); // prettier-ignore
const friendshipSchema = z.object({ contactId: z.string().min(1), hello: text, type: z.number() });
const invitationSchema = z.object({ inviterId: z.string().min(1), topic: text });
/** wechaty-puppet's FriendshipType for "somebody asks". */
const ASKS = 2;
const TRIES = 6;

/** Friend requests and invitations: asks the house, and accepts where it says yes. A failing step is tried again. */
export class Requests {
  readonly #source: RequestSource;
  readonly #handlers: Pick<AccountHandlers, 'friendship' | 'invitation'>;
  readonly #log: Logger;
  readonly #over: AbortSignal;
  readonly #open = new Set<string>();

  constructor(
    source: RequestSource,
    handlers: Pick<AccountHandlers, 'friendship' | 'invitation'>,
    log: Logger,
    over: AbortSignal,
  ) {
    this.#source = source;
    this.#handlers = handlers;
    this.#log = log;
    this.#over = over;
  }

  friendship(id: string): void {
    void this.#answer(id, async () => {
      const asked = friendshipSchema.parse(await this.#source.friendshipRawPayload(id));
      if (asked.type !== ASKS) return;
      const { contactId, hello } = asked;
      if (await this.#handlers.friendship({ contactId, hello })) await this.#source.friendshipAccept(id);
    });
  }

  invitation(id: string): void {
    void this.#answer(id, async () => {
      const { inviterId, topic } = invitationSchema.parse(await this.#source.roomInvitationRawPayload(id));
      if (await this.#handlers.invitation({ inviterId, topic })) await this.#source.roomInvitationAccept(id);
    });
  }

  async #answer(id: string, act: () => Promise<void>): Promise<void> {
    if (this.#open.has(id)) return;
    this.#open.add(id);
    for (let failures = 0; failures < TRIES && !this.#over.aborted; failures += 1) {
      try {
        await act();
        break;
      } catch (error) {
        this.#log.warn({ id, failures, error: faultLine(error) }, 'answering a request failed');
      }
      await pause(doubling(failures, 500, 15_000), this.#over);
    }
    this.#open.delete(id);
  }
}
