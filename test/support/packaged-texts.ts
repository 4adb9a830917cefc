import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, type Texts } from '../../src/cases/messages.js';
import type { SayText } from '../../src/cases/digest-case-line.js';
import { formatFaults } from '../../src/config/fault.js';
import { readMessages } from '../../src/config/messages.js';
import { PACKAGED } from './config-folder.js';

/** The product's own texts, so that tests read what people read. */
export const packagedTexts: Texts = load();

export const say: SayText = (key, values) => render(packagedTexts, key, values);

function load(): Texts {
  const file = join(PACKAGED, 'messages.zh-CN.yaml');
  const read = readMessages(file, readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(formatFaults(read.faults));
  return read.texts;
}
