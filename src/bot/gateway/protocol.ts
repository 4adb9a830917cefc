import type { grpc } from 'wechaty-grpc';
import { puppet } from 'wechaty-grpc';

/**
 * The part of the puppet protocol that we speak ourselves. wechaty-grpc's own types of it are lost on the way (its
 * declaration files bear names that the compiler does not find), so it is written down here.
 */
type Answer<T> = (error: grpc.ServiceError | null, answer?: T) => void;
type Call<Request, T> = (
  request: Request,
  metadata: grpc.Metadata,
  options: Partial<grpc.CallOptions>,
  answer: Answer<T>,
) => grpc.ClientUnaryCall;
interface WithId {
  setId(id: string): void;
}

export interface EventResponse {
  getType(): number;
  getPayload(): string;
}
export interface DingRequest {
  setData(data: string): void;
}
export interface LocationPayload {
  getAddress(): string;
  getName(): string;
  getLatitude(): number;
  getLongitude(): number;
}

export interface SendFileRequest {
  setConversationId(id: string): void;
  setFileBox(json: string): void;
}

export interface PuppetClient {
  event(request: object): grpc.ClientReadableStream<EventResponse>;
  ding: Call<DingRequest, object>;
  start: Call<object, object>;
  messageLocation: Call<WithId, { getLocation(): LocationPayload | undefined }>;
  messageFile: Call<WithId, { getFileBox(): string }>;
  messageSendFile: Call<SendFileRequest, { getId(): string }>;
  getChannel(): grpc.Channel;
  close(): void;
}

interface Protocol {
  PuppetClient: new (
    endpoint: string,
    credentials: grpc.ChannelCredentials,
    options: grpc.ClientOptions,
  ) => PuppetClient;
  EventRequest: new () => object;
  StartRequest: new () => object;
  DingRequest: new () => DingRequest;
  MessageLocationRequest: new () => WithId;
  MessageFileRequest: new () => WithId;
  MessageSendFileRequest: new () => SendFileRequest;
  EventType: Record<EventTypeName, number>;
}
type EventTypeName =
  | `EVENT_TYPE_${'MESSAGE' | 'LOGIN' | 'LOGOUT' | 'SCAN' | 'FRIENDSHIP' | 'DIRTY' | 'ERROR' | 'HEARTBEAT'}`
  | `EVENT_TYPE_${'ROOM_INVITE' | 'ROOM_JOIN' | 'ROOM_LEAVE' | 'ROOM_TOPIC' | 'DONG' | 'READY' | 'POST' | 'RESET'}`;

export const pb = puppet as unknown as Protocol;

/** A call as a promise: the gateway's answer, or its or the connection's error. */
export function ask<T>(make: (answer: Answer<T>) => grpc.ClientUnaryCall): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    make((error, answer) => (error ? reject(error) : resolve(answer)));
  });
}
