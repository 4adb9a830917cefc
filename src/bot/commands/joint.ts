import type { ParsedCommand } from '../../cases/command.js';
import { NUMERALS, toNumber } from './numbers.js';
import { command, malformed } from './scene.js';
import { bare } from './text.js';
import type { Typed } from './text.js';

const JOINT = new RegExp(
  `^(?:请|要)? ?并办(?<rest>[ :,]*(?:(?<place>\\p{Script=Han}{2,12}(?:镇|乡|街道|县|市|区))[ ,#]*)?#?(?<run>\\d{1,4}|[${NUMERALS}]{1,4})[ 条号件]*)?$`,
  'u',
);

const NAMES_CASES = /^(?:请|要)? ?并办(?!理)[^#]{0,20}#\d/u;

/** `并办 1`, `并办 店门镇 1`: an official's answer to the offer of handling several villages' cases as one. */
export function jointCommand(text: Typed): ParsedCommand | null {
  if (text.flat.length > 60) return null;
  const hit = JOINT.exec(bare(text))?.groups;
  // Two cases named instead of the offer: meant for us, and told how it is written.
  if (!hit) return NAMES_CASES.test(bare(text)) ? malformed('joint') : null;
  const number = toNumber(hit['run'] ?? '');
  if (!(number >= 1)) return malformed('joint');
  return command({ verb: 'joint', number, place: hit['place'] ?? null });
}
