import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Decision } from './cases/message.js';
import type { Judge } from './cli-reader.js';
import type { RoomReader } from './recognise/api.js';
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
  judge: Judge,
): Promise<ClassifyExit> {
  const rooms = new Rooms(judge);
  const gone = watchPipe(output);
  const inOrder = new InOrder((text) => write(output, text, gone.signal));
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
      const decision = rooms.decide(line);
      const text =
        decision instanceof Promise ? decision.then((one) => shown(line, one)) : shown(line, decision);
      await inOrder.add(text);
    }
  }
  await inOrder.end();
  const report = judge.report();
  if (report !== '') errors.write(`${report}\n`);
  return exit;
}

/** The rooms of the transcripts. With a second reader a room's lines wait for one another, rooms do not. */
class Rooms {
  private readonly rooms = new Map<string, RoomReader>();
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(private readonly judge: Judge) {}

  decide(line: TranscriptLine): Decision | Promise<Decision> {
    const { recogniser, settle } = this.judge;
    const room = this.rooms.get(line.group) ?? recogniser.room([]);
    this.rooms.set(line.group, room);
    const message = roomMessage(line);
    if (!settle) return room.read(message);
    const decided = (this.last.get(line.group) ?? Promise.resolve()).then(() =>
      settle(room, message, room.read(message)),
    );
    this.last.set(line.group, decided);
    return decided;
  }
}

/** Lines that may be under way at one time: no more than the second reader's row takes. */
const AHEAD = 24;

/** Writes what becomes ready in the order in which it was added, each as soon as it can be. */
class InOrder {
  private tail: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly put: (text: string) => Promise<void>) {}

  /** Resolves when there is room for another one. */
  async add(text: string | Promise<string>): Promise<void> {
    if (typeof text === 'string' && this.waiting === 0) return this.put(text);
    this.waiting += 1;
    this.tail = this.tail.then(async () => {
      await this.put(await text);
      this.waiting -= 1;
    });
    if (this.waiting >= AHEAD) await this.tail;
  }

  end(): Promise<void> {
    return this.tail;
  }
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

function shown(line: TranscriptLine, decision: Decision): string {
  const { action, intent, category, urgency, sealed, matter, confidence, ask } = decision;
  const { group, seq } = line;
  const number = matter === null ? null : Number(matter);
  return `${JSON.stringify({ group, seq, action, intent, category, urgency, sealed, matter: number, confidence, ask })}\n`;
}
