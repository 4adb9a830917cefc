import { grpc } from 'wechaty-grpc';
import { z } from 'zod';
import type { LocationPayload, PuppetClient } from '../gateway/protocol.js';
import { ask, pb } from '../gateway/protocol.js';
import { PUPPET_TYPE } from './kind.js';
import type { Extras, Payload } from './payload.js';

export interface ExtrasSource {
  readonly client: PuppetClient;
  messageUrl(id: string): Promise<unknown>;
  messageMiniProgram(id: string): Promise<unknown>;
}

const titleSchema = z.object({ title: z.string() });
interface LocationAnswer {
  getLocation(): LocationPayload | undefined;
}
const NO_TITLE = 'NOTITLE';

/** Where a place lies, what a link is called. A failure leaves them out: the message itself is worth more. */
export async function extrasOf(source: ExtrasSource, id: string, payload: Payload): Promise<Extras> {
  switch (payload.type) {
    case PUPPET_TYPE.location:
      return locationOf(source.client, id).catch(() => ({}));
    case PUPPET_TYPE.url:
      return source.messageUrl(id).then(titleOf, () => ({}));
    case PUPPET_TYPE.miniProgram:
      return source.messageMiniProgram(id).then(titleOf, () => ({}));
    default:
      return {};
  }
}

function titleOf(raw: unknown): Extras {
  const read = titleSchema.safeParse(raw);
  return read.success && read.data.title !== NO_TITLE ? { title: read.data.title } : {};
}

/** Asked directly: wechaty-puppet-service loses the fields of the answer on the way. */
async function locationOf(client: PuppetClient, id: string): Promise<Extras> {
  const request = new pb.MessageLocationRequest();
  request.setId(id);
  const answer = await ask<LocationAnswer>((done) =>
    client.messageLocation(request, new grpc.Metadata(), {}, done),
  );
  const place = answer?.getLocation();
  if (!place) return {};
  const location = {
    latitude: place.getLatitude(),
    longitude: place.getLongitude(),
    name: place.getName(),
    address: place.getAddress(),
  };
  return { location };
}
