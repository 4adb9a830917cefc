import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MESSAGE_TYPES } from '../cases/words.js';
import type { ChatLine } from './api.js';
import type { World } from './world.js';

const LINES_KEPT = 1_000;
const WRITE_AFTER_MS = 500;

const placeShape = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string(),
  address: z.string(),
});

const lineShape = z.object({
  id: z.string(),
  seq: z.number(),
  chat: z.string(),
  room: z.boolean(),
  from: z.string(),
  at: z.number(),
  type: z.enum(MESSAGE_TYPES),
  text: z.string(),
  mentions: z.array(z.string()),
  quoted: z.object({ id: z.string(), name: z.string(), text: z.string(), reply: z.string() }).exactOptional(),
  file: z.object({ name: z.string(), size: z.number() }).exactOptional(),
  seconds: z.number().exactOptional(),
  place: placeShape.exactOptional(),
  recalled: z.boolean().exactOptional(),
});

const keptShape = z.object({
  version: z.literal(1),
  friends: z.array(z.string()),
  lines: z.array(lineShape),
});
type Kept = z.infer<typeof keptShape>;

/** Writes the chat to `<folder>/village.json` soon after each change, and reads it at the start. */
export class Keeper {
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly world: World,
  ) {}

  /** Puts back what an earlier run kept. A file that cannot be read is moved aside: the village starts empty. */
  async restore(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const kept = await this.read();
    for (const line of kept?.lines ?? []) this.world.log.restore(line satisfies ChatLine);
    for (const id of kept?.friends ?? [])
      if (this.world.society.find(id)) this.world.society.setFriend(id, true);
    await this.world.files.keepOnly(new Set((kept?.lines ?? []).map((l) => l.id)));
  }

  /** Something changed: write before long. */
  touch(): void {
    this.timer ??= setTimeout(() => void this.flush(), WRITE_AFTER_MS).unref();
  }

  /** Writes now, whole or not at all. A full disk costs the chat after a restart, never the village. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const text = JSON.stringify(this.snapshot());
    this.writing = this.writing.then(() => this.write(text)).catch(() => undefined);
    await this.writing;
    await this.world.files.settled();
  }

  private get path(): string {
    return join(this.folder, 'village.json');
  }

  private snapshot(): Kept {
    const lines = [...this.world.log.all()].slice(-LINES_KEPT);
    return { version: 1, friends: this.world.society.friendIds(), lines };
  }

  private async write(text: string): Promise<void> {
    await writeFile(`${this.path}.new`, text);
    await rename(`${this.path}.new`, this.path);
  }

  private async read(): Promise<Kept | null> {
    const text = await readFile(this.path, 'utf8').catch(() => null);
    if (text === null) return null;
    try {
      return keptShape.parse(JSON.parse(text));
    } catch {
      await rename(this.path, `${this.path}.unreadable`);
      return null;
    }
  }
}
