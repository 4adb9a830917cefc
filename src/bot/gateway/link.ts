import { grpc } from 'wechaty-grpc';
import { pause } from '../pause.js';
import { AwayError, codeOf, faultKind, faultLine } from './fault.js';
import type { EventResponse, PuppetClient } from './protocol.js';
import { ask, pb } from './protocol.js';
import { ConnectionSockets } from './sockets.js';

export interface LinkHandlers {
  /** The stream stands; called before its first event is handed on. */
  opened(): void;
  event(event: EventResponse): void;
}

/** How a link ended: by itself, or because we let go. */
export interface LinkEnd {
  reason: string;
  /** gRPC's status, where there was one. */
  code: number | null;
}

const CLOSE_YOUNG_MS = 100;
/** What a gateway sends without its puppet. */
const LIFELESS = new Set([
  pb.EventType.EVENT_TYPE_HEARTBEAT,
  pb.EventType.EVENT_TYPE_DONG,
  pb.EventType.EVENT_TYPE_ERROR,
]);
/** A gateway that sends nothing at the start of a stream has this long to refuse it after it answered a call. */
const SETTLE_MS = 250;

/**
 * One connection to the gateway with its event stream. Every event is handed on from the first on, in order (the stock
 * client loses those that come together with the first). Ends once, and is never used again.
 */
export class Link {
  readonly client: PuppetClient;
  readonly #sockets = new ConnectionSockets();
  readonly #handlers: LinkHandlers;
  readonly #over = new AbortController();
  readonly #standing = new AbortController();
  #stream: grpc.ClientReadableStream<EventResponse> | null = null;
  #opened = false;
  #end: LinkEnd | null = null;
  /** Counts the events heard, to see whether any came since. */
  heard = 0;
  /** An event came that only a running puppet causes. */
  lively = false;

  constructor(client: PuppetClient, handlers: LinkHandlers) {
    this.client = client;
    this.#handlers = handlers;
  }

  get end(): LinkEnd | null {
    return this.#end;
  }

  /** Aborted when the link has ended. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Opens the stream; true when it stands within `ms`. Otherwise the link has ended. */
  async open(ms: number): Promise<boolean> {
    this.#connect();
    this.#listen();
    void this.#openByAnswer(ms);
    await pause(ms, AbortSignal.any([this.over, this.#standing.signal]));
    if (!this.#opened) this.#finish({ reason: `no sign of life within ${ms} ms`, code: null });
    return this.#opened && this.#end === null;
  }

  /** Only asks whether the gateway answers at all, without a stream. */
  async answers(ms: number): Promise<boolean> {
    this.#connect();
    return this.ding('huiyin', ms).then(() => true, isAnswer);
  }

  /** Resolves when the gateway has answered; rejects with its error or the connection's. */
  async ding(data: string, ms: number): Promise<void> {
    if (this.#end) throw new AwayError('connection closed');
    const request = new pb.DingRequest();
    request.setData(data);
    const within = { deadline: Date.now() + ms };
    await ask((answer) => this.client.ding(request, new grpc.Metadata(), within, answer));
  }

  /** Lets go of stream and connection, at once; the gateway's account is not touched. */
  close(): void {
    this.#finish({ reason: 'closed', code: null });
  }

  #connect(): void {
    this.#sockets.during(() => void this.client.getChannel().getConnectivityState(true));
  }

  #listen(): void {
    const stream = this.client.event(new pb.EventRequest());
    this.#stream = stream;
    stream.on('data', (event: EventResponse) => this.#hear(event));
    stream.on('error', (error: unknown) => this.#finish({ reason: faultLine(error), code: codeOf(error) }));
    stream.on('end', () => this.#finish({ reason: 'the gateway ended the stream', code: null }));
  }

  #hear(event: EventResponse): void {
    if (this.#end) return;
    this.heard += 1;
    this.lively ||= !LIFELESS.has(event.getType());
    this.#open();
    this.#handlers.event(event);
  }

  #open(): void {
    if (this.#opened) return;
    this.#opened = true;
    this.#sockets.settle();
    this.#standing.abort();
    this.#handlers.opened();
  }

  /** For gateways that greet nobody: an answered call, and a stream that nobody refused. */
  async #openByAnswer(ms: number): Promise<void> {
    if (!(await this.ding('huiyin', ms).then(() => true, isAnswer))) return;
    await pause(SETTLE_MS, this.over);
    if (!this.#end) this.#open();
  }

  #finish(end: LinkEnd): void {
    if (this.#end) return;
    this.#end = end;
    this.#stream?.cancel();
    // Before its sockets go: a channel that sees one fail and is not closed yet tries again.
    if (this.#opened || this.#sockets.begun) this.client.close();
    // gRPC closes no channel for good that has not found its address yet: it would go on connecting for ever.
    else setTimeout(() => this.client.close(), CLOSE_YOUNG_MS);
    this.#sockets.reset();
    this.#over.abort();
  }
}

/** An error that the gateway itself sent is as good a sign of life as a success. */
export function isAnswer(error: unknown): boolean {
  return faultKind(error) !== 'away' && codeOf(error) !== grpc.status.DEADLINE_EXCEEDED;
}
