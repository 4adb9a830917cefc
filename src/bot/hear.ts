import type { Group } from '../cases/directory.js';
import type { Incoming } from '../cases/message.js';
import type { IntakeQueue, Recents } from '../cases/ports.js';
import type { RoomReader } from '../recognise/api.js';
import type { Arrived } from './account-port.js';
import {
  mayTakeLong,
  understand,
  type Heard,
  type Scene,
  type Understood,
  type UnderstandOptions,
} from './understand.js';

export interface HearOptions extends UnderstandOptions {
  recents: Recents;
  intake: IntakeQueue;
  /** Tries to bind a room that is not known yet; the group when it now is. */
  bind: (message: Incoming) => Promise<Group | null>;
  /** Wakes the workers for a chat. */
  wake: (chatId: string) => Promise<void>;
  heard: (outcome: Heard) => void;
}

/**
 * The next messages of others in one chat, in its order. Chatter ends here; everything else stands in its chat's durable
 * queue when the promise resolves, with how many of them, from the first, were heard. They are read one after the other
 * and kept together: a busy chat waits once for the store instead of three times for each line.
 */
export async function hear(options: HearOptions, run: Arrived[]): Promise<number> {
  const [first] = run;
  if (!first) return 0;
  const scene = await sceneOf(options, first.message, run);
  if (!scene) {
    for (const _ of run) options.heard('foreign');
    return run.length;
  }
  const understood = await readAlong(options, run, scene);
  await keep(options, first.message.chat.id, understood);
  for (const { outcome } of understood) options.heard(outcome);
  return understood.length;
}

/** Null: a group that is none of ours. */
async function sceneOf(options: HearOptions, first: Incoming, run: Arrived[]): Promise<Scene | null> {
  const { id, room } = first.chat;
  const group = room ? (options.directory().groupOf(id) ?? (await options.bind(first))) : null;
  if (room && !group) return null;
  const next = new Set(run.map(({ message }) => message.id));
  let reader: Promise<RoomReader> | null = null;
  return { group, reader: () => (reader ??= options.readers.of(id, group?.place ?? null, next)) };
}

/** What may take long begins a run of its own; one that fails is left with those behind it, and comes again. */
async function readAlong(options: HearOptions, run: Arrived[], scene: Scene): Promise<Understood[]> {
  const understood: Understood[] = [];
  for (const arrived of run) {
    if (understood.length > 0 && mayTakeLong(options, arrived.message)) return understood;
    try {
      understood.push(await understand(options, arrived, scene));
    } catch (error) {
      if (understood.length === 0) throw error;
      return understood;
    }
  }
  return understood;
}

async function keep(options: HearOptions, chatId: string, understood: Understood[]): Promise<void> {
  const remembered = understood.flatMap((one) => one.remembered ?? []);
  const hidden = remembered.filter((one) => one.hidden).map(({ message }) => message.id);
  await options.recents.remember(
    remembered.map(({ message }) => message),
    new Set(hidden),
  );
  const items = understood.flatMap(({ item }) => item ?? []);
  if (items.length === 0) return;
  await options.intake.push(items);
  await options.wake(chatId);
}
