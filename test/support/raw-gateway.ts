import { grpc, puppet } from 'wechaty-grpc';

/** The protobuf side of the protocol, as far as these tests build answers of it (wechaty-grpc's own types get lost). */
interface Message {
  getId(): string;
  getText(): string;
  [setter: `set${string}`]: ((value: unknown) => void) | undefined;
}
type Build = new () => Message;
interface Protocol {
  PuppetService: grpc.ServiceDefinition;
  EventResponse: Build;
  DingResponse: Build;
  StartResponse: Build;
  MessagePayloadResponse: Build;
  MessageSendTextResponse: Build;
  ContactPayloadResponse: Build;
  EventType: Record<string, number>;
}
export const protocol = puppet as unknown as Protocol;

type Unary = grpc.ServerUnaryCall<Message, Message>;
type Answer = grpc.sendUnaryData<Message>;
type Stream = grpc.ServerWritableStream<Message, Message>;

export interface RawPayload {
  id?: string;
  talkerId?: string;
  listenerId?: string;
  roomId?: string;
  text?: string;
  timestamp?: number;
  type?: number;
}

/** An error with a gRPC status, for handlers to throw. */
export function status(code: number, details: string): Error {
  return Object.assign(new Error(details), { code, details });
}

/** A gateway written by hand: it can say anything, also what no proper gateway says. */
export class RawGateway {
  readonly #server = new grpc.Server();
  readonly streams: Stream[] = [];
  readonly asked: string[] = [];
  readonly sent: string[] = [];
  readonly calls = { start: 0, stop: 0, logout: 0, ding: 0 };
  /** Greets a stream with a heartbeat, as wechaty-puppet-service does. */
  greets = true;
  /** Answers a ding with a dong on the stream. */
  dongs = true;
  onEvent: (stream: Stream) => void = () => undefined;
  payload: (id: string) => Promise<RawPayload> = async (id) => ({
    id,
    talkerId: 'wxid_he',
    roomId: 'r@x',
    text: id,
  });
  send: (text: string) => Promise<string> = async () => '';
  port = 0;

  static async start(
    options: Partial<Pick<RawGateway, 'greets' | 'dongs' | 'onEvent'>> = {},
  ): Promise<RawGateway> {
    const gateway = Object.assign(new RawGateway(), options);
    gateway.#server.addService(protocol.PuppetService, gateway.#handlers());
    const bind = (done: (error: Error | null, port: number) => void): void =>
      gateway.#server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), done);
    gateway.port = await new Promise((resolve, reject) =>
      bind((error, port) => (error ? reject(error) : resolve(port))),
    );
    return gateway;
  }

  /** One event to the newest stream; the payload goes out as it is. */
  event(type: string | number, payload: unknown): void {
    const response = new protocol.EventResponse();
    response.setType?.(typeof type === 'number' ? type : (protocol.EventType[`EVENT_TYPE_${type}`] ?? -1));
    response.setPayload?.(typeof payload === 'string' ? payload : JSON.stringify(payload));
    this.streams.at(-1)?.write(response);
  }

  login(id = 'wxid_bot'): void {
    this.event('LOGIN', { contactId: id });
  }
  message(id: string): void {
    this.event('MESSAGE', { messageId: id });
  }

  async stop(): Promise<void> {
    this.#server.forceShutdown();
  }

  #handlers(): grpc.UntypedServiceImplementation {
    const count = (name: keyof RawGateway['calls'], response: Build) =>
      answering(async () => {
        this.calls[name] += 1;
        if (name === 'ding' && this.dongs) this.event('DONG', { data: '' });
        return new response();
      });
    return {
      event: (stream: Stream) => this.#open(stream),
      ding: count('ding', protocol.DingResponse),
      start: count('start', protocol.StartResponse),
      stop: count('stop', protocol.StartResponse),
      logout: count('logout', protocol.StartResponse),
      contactPayload: answering(async (call) =>
        filled(protocol.ContactPayloadResponse, { name: call.request.getId() }),
      ),
      messagePayload: answering(async (call) => {
        this.asked.push(call.request.getId());
        const { timestamp, ...rest } = await this.payload(call.request.getId());
        return filled(protocol.MessagePayloadResponse, {
          timestampDeprecated: timestamp ?? 0,
          type: 7,
          ...rest,
        });
      }),
      messageSendText: answering(async (call) => {
        this.sent.push(call.request.getText());
        return filled(protocol.MessageSendTextResponse, { id: await this.send(call.request.getText()) });
      }),
    };
  }

  #open(stream: Stream): void {
    this.streams.push(stream);
    stream.on('error', () => undefined);
    if (this.greets) this.event('HEARTBEAT', { data: 'hello' });
    this.onEvent(stream);
  }
}

function filled(build: Build, fields: Record<string, unknown>): Message {
  const message = new build();
  for (const [name, value] of Object.entries(fields)) {
    message[`set${name.charAt(0).toUpperCase()}${name.slice(1)}`]?.(value);
  }
  return message;
}

function answering(act: (call: Unary) => Promise<Message>): (call: Unary, answer: Answer) => void {
  return (call, answer) => {
    act(call).then(
      (message) => answer(null, message),
      (error: Error) => answer(error),
    );
  };
}
