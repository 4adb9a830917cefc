import { FileBox } from 'file-box';
import { grpc } from 'wechaty-grpc';
import { ask, pb, type PuppetClient } from './gateway/protocol.js';

/**
 * Hands a file to the gateway in one call, its bytes inside. Not by the stock client: that answers any error, also a
 * lost answer, by sending the file a second time another way.
 */
export async function sendFile(
  client: PuppetClient,
  chatId: string,
  file: { name: string; bytes: Uint8Array },
): Promise<string> {
  const request = new pb.MessageSendFileRequest();
  request.setConversationId(chatId);
  const base64 = Buffer.from(file.bytes).toString('base64');
  request.setFileBox(JSON.stringify(FileBox.fromBase64(base64, file.name)));
  const answer = await ask<{ getId(): string }>((done) =>
    client.messageSendFile(request, new grpc.Metadata(), {}, done),
  );
  return answer?.getId() ?? '';
}
