import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Recogniser, RoomReader } from './recognise/api.js';
import { faultsOf, roomMessage, TranscriptLine } from './recognise/transcript.js';

/** Exit codes of `huiyin classify`: 1 when any line could not be read. */
export type ClassifyExit = 0 | 1;

/**
 * `huiyin classify`: transcripts as JSON lines in, one decision a line out, in order, each written as soon as it is
 * made. A line that is not a transcript object gets a line on `errors` with its number, no output, and exit code 1
 * at the end. Waits when `output` is full; ends early, without error, when the reader of `output` has gone.
 */
export async function classifyStream(
  input: Readable,
  output: Writable,
  errors: Writable,
  recogniser: Recogniser,
): Promise<ClassifyExit> {
  const rooms = new Map<string, RoomReader>();
  const gone = watchPipe(output);
  let exit: ClassifyExit = 0;
  let number = 0;
  for await (const raw of createInterface({ input, crlfDelay: Infinity })) {
    if (gone.signal.aborted) break;
    number++;
    const line = parseLine(raw);
    if (typeof line === 'string') {
      exit = 1;
      errors.write(`line ${number}: ${line}\n`);
    } else {
      await write(output, `${JSON.stringify(decide(recogniser, rooms, line))}\n`, gone.signal);
    }
  }
  return exit;
}

/** A closed pipe (`| head`) is no fault of ours. */
function watchPipe(output: Writable): AbortController {
  const gone = new AbortController();
  output.once('error', (error: NodeJS.ErrnoException) => {
    gone.abort(error.code === 'EPIPE' ? undefined : error);
  });
  output.once('close', () => gone.abort());
  return gone;
}

async function write(output: Writable, text: string, gone: AbortSignal): Promise<void> {
  if (output.write(text) || gone.aborted) return;
  await once(output, 'drain', { signal: gone }).catch((error: unknown) => {
    if (!gone.aborted) throw error;
  });
}

function parseLine(raw: string): TranscriptLine | string {
  if (raw.trim() === '') return 'empty; expected one JSON object';
  let value: unknown;
  try {
    value = JSON.parse(raw.replace(/^\ufeff/, ''));
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const parsed = TranscriptLine.safeParse(value);
  return parsed.success ? parsed.data : faultsOf(parsed.error);
}

function decide(
  recogniser: Recogniser,
  rooms: Map<string, RoomReader>,
  line: TranscriptLine,
): Record<string, unknown> {
  const reader = rooms.get(line.group) ?? recogniser.room([]);
  rooms.set(line.group, reader);
  const { matter, ...decision } = reader.read(roomMessage(line));
  const { action, intent, category, urgency, sealed, confidence, ask } = decision;
  return {
    group: line.group,
    seq: line.seq,
    action,
    intent,
    category,
    urgency,
    sealed,
    matter: matter === null ? null : Number(matter),
    confidence,
    ask,
  };
}
