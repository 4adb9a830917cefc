import { z } from 'zod';
import { pb } from './protocol.js';

const id = z.string().min(1).max(512);
/** Gateways in other languages write null for what they do not know. */
const text = z.string().max(4096).nullish();
const ids = z.array(z.string()).max(5000);
const maybeId = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** What a gateway can tell, checked. Anything else is garbage: counted, logged by its fields' names, never followed. */
const SCHEMAS = {
  message: z.object({ messageId: id }),
  login: z.object({ contactId: id }),
  logout: z.object({ contactId: maybeId, data: text }),
  scan: z.object({ qrcode: text, status: z.number().default(0) }),
  friendship: z.object({ friendshipId: id }),
  'room-invite': z.object({ roomInvitationId: id }),
  'room-join': z.object({ roomId: id, inviteeIdList: ids, inviterId: maybeId }),
  'room-leave': z.object({ roomId: id, removeeIdList: ids, removerId: maybeId }),
  'room-topic': z.object({ roomId: id, newTopic: z.string().max(1024), changerId: maybeId }),
  dirty: z.object({ payloadType: z.number().int().min(1).max(6), payloadId: id }),
  error: z.object({ gerror: z.unknown().optional(), data: z.unknown().optional() }),
  heartbeat: z.object({ data: text }),
  dong: z.object({ data: text }),
  ready: z.object({ data: text }),
  post: z.object({}),
  reset: z.object({}),
} as const;

type Name = keyof typeof SCHEMAS;
export type GatewayEvent = { [K in Name]: { name: K; payload: z.infer<(typeof SCHEMAS)[K]> } }[Name];
export type Garbage = { name: 'garbage'; why: string };

const NAMES = new Map<number, Name>([
  [pb.EventType.EVENT_TYPE_MESSAGE, 'message'],
  [pb.EventType.EVENT_TYPE_LOGIN, 'login'],
  [pb.EventType.EVENT_TYPE_LOGOUT, 'logout'],
  [pb.EventType.EVENT_TYPE_SCAN, 'scan'],
  [pb.EventType.EVENT_TYPE_FRIENDSHIP, 'friendship'],
  [pb.EventType.EVENT_TYPE_ROOM_INVITE, 'room-invite'],
  [pb.EventType.EVENT_TYPE_ROOM_JOIN, 'room-join'],
  [pb.EventType.EVENT_TYPE_ROOM_LEAVE, 'room-leave'],
  [pb.EventType.EVENT_TYPE_ROOM_TOPIC, 'room-topic'],
  [pb.EventType.EVENT_TYPE_DIRTY, 'dirty'],
  [pb.EventType.EVENT_TYPE_ERROR, 'error'],
  [pb.EventType.EVENT_TYPE_HEARTBEAT, 'heartbeat'],
  [pb.EventType.EVENT_TYPE_DONG, 'dong'],
  [pb.EventType.EVENT_TYPE_READY, 'ready'],
  [pb.EventType.EVENT_TYPE_POST, 'post'],
  [pb.EventType.EVENT_TYPE_RESET, 'reset'],
]);

export function readEvent(type: number, payload: string): GatewayEvent | Garbage {
  const name = NAMES.get(type);
  if (name === undefined) return { name: 'garbage', why: `unknown event type ${type}` };
  const json = parseJson(payload);
  if (json === undefined) return { name: 'garbage', why: `${name}: payload is no JSON` };
  const read = SCHEMAS[name].safeParse(json);
  if (!read.success) return { name: 'garbage', why: `${name}: ${issuePaths(read.error)}` };
  return { name, payload: read.data } as GatewayEvent;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Which fields are wrong, without what stood in them. */
export function issuePaths(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'payload'} (${issue.code})`).join(', ');
}
