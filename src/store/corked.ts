import type { Writable } from 'node:stream';
import { Cluster, type Redis } from 'ioredis';

/**
 * Commands that are given in one turn of the loop leave in one write. A busy bot has many chats whose next commands
 * follow from one packet of answers; a call of the system for each of them cost a fifth of its time.
 */
export function corkWrites(client: Redis | Cluster): void {
  if (client instanceof Cluster) client.on('+node', (node: Redis) => corkWrites(node));
  else client.on('connect', () => cork(streamOf(client)));
}

/** ioredis keeps its socket to itself; without it commands go one by one, as they always did. */
function streamOf(client: Redis): Writable | null {
  const { stream } = client as unknown as { stream?: Partial<Writable> | null };
  return typeof stream?.cork === 'function' ? (stream as Writable) : null;
}

function cork(stream: Writable | null): void {
  if (stream === null) return;
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  let held = false;
  const release = (): void => {
    held = false;
    stream.uncork();
  };
  stream.write = (...args: unknown[]): boolean => {
    if (!held) {
      held = true;
      stream.cork();
      process.nextTick(release);
    }
    return write(...args);
  };
}
