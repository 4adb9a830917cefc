import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Millis } from '../cases/case.js';
import type { RecordBook } from '../cases/record.js';
import { CONFIG_FILES } from '../config/files.js';

/** A file that the operator's folder lacks: the one that came with the product counts. */
const PACKAGED = 'packaged';

/** At a start: holds the configuration files against those of the last start, and records which is another one. */
export async function recordConfig(record: RecordBook, configDir: string, now: Millis): Promise<void> {
  const known = await record.digests();
  for (const file of CONFIG_FILES) {
    const digest = await digestOf(join(configDir, file));
    const before = known[file];
    if (digest === before) continue;
    await record.noteDigest(file, digest, {
      op: `config:${file}:${digest}:${now}`,
      kind: 'config',
      at: now,
      by: { id: 'system', name: '' },
      verb: before === undefined ? 'first_seen' : 'changed',
      case: null,
      outcome: 'ok',
      detail: { file, digest, ...(before !== undefined && { before }) },
    });
  }
}

async function digestOf(path: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
      .slice(0, 16);
  } catch {
    return PACKAGED;
  }
}
