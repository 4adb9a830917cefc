import type { Readable } from 'node:stream';
import { basename } from 'node:path';
import { grpc } from 'wechaty-grpc';
import type { PuppetClient } from './gateway/protocol.js';
import { ask, pb } from './gateway/protocol.js';

/** A file as the gateway describes it: where it lies, not yet its bytes. */
export interface RemoteFile {
  name: string;
  toStream(): Promise<Readable>;
}

export interface FileSource {
  readonly client: PuppetClient;
  fileFromJson(json: string): RemoteFile;
}

const WHOLE_MS = 60_000;

/**
 * A picture, voice or video of a message, at most `maxBytes`, within a minute. Null when it is larger. Rejects when it
 * cannot be had.
 */
export async function fetchFile(
  source: FileSource,
  messageId: string,
  maxBytes: number,
): Promise<{ name: string; bytes: Buffer } | null> {
  const request = new pb.MessageFileRequest();
  request.setId(messageId);
  const answer = await ask<{ getFileBox(): string }>((done) =>
    source.client.messageFile(request, new grpc.Metadata(), {}, done),
  );
  const file = source.fileFromJson(answer?.getFileBox() ?? '');
  const bytes = await download(file, maxBytes);
  return bytes && { name: basename(file.name), bytes };
}

async function download(file: RemoteFile, maxBytes: number): Promise<Buffer | null> {
  const late = new Error(`no whole file within ${WHOLE_MS / 1000} s`);
  let stop: (error: Error) => void = () => undefined;
  const timer = setTimeout(() => stop(late), WHOLE_MS);
  try {
    const stopped = new Promise<never>((_resolve, reject) => (stop = reject));
    stopped.catch(() => undefined);
    const stream = await Promise.race([file.toStream(), stopped]);
    stream.on('error', () => undefined);
    stop = (error) => stream.destroy(error);
    return await collect(stream, maxBytes);
  } finally {
    clearTimeout(timer);
  }
}

async function collect(stream: Readable, maxBytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > maxBytes) return null; // leaving the loop closes the stream
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
