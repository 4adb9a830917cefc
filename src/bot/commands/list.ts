import type { Command } from '../../cases/command.js';
import { NUMERALS, toNumber } from './numbers.js';
import { readRef } from './ref.js';
import { bare, part, typed } from './text.js';
import type { Typed } from './text.js';

/** Answers to a chat's latest list of suggestions: `登记 1 2`, `全部登记`, `不是 3`, `都不是`, `并入 3 #4`. */
type ListCommand = Extract<Command, { verb: 'pick' | 'drop' | 'pick_into' }>;

/** No two ways to read one run: a pattern that cannot wander. */
const NUMBER = `(?:第 ?)?(?:\\d{1,2}(?!\\d)|[${NUMERALS}]{1,3}(?![${NUMERALS}]))`;
const MARK = '(?: ?[条号行])?';
const LINES = `${NUMBER}${MARK}(?:[ ,、.和跟及-]*${NUMBER}${MARK}){0,19}`;
/** A case follows: #4, 石门社区#4, 4号, or a sealed case's code. */
const CASE = '(?=[^ ]*#|第?\\d+ ?号|[A-Z][2-9][A-Z2-9]{4}(?![A-Z\\d]))';
const PICK = new RegExp(`^(?:请|要|把)?登记[ :,]*(${LINES})$`, 'u');
const DROP = new RegExp(
  `^(?:都|这)?不是(?:诉求)?[ :,]*(${LINES})$|^(${LINES}) ?(?:都|这条)?不是(?:诉求)?$`,
  'u',
);
const INTO = new RegExp(
  `^(?:并入|并到|合并到|并)[ :,]*(${LINES}) ?(?:到|进|入|并入|并到|与|和|给|,|、)? ?${CASE}`,
  'u',
);
const INTO_BACK = new RegExp(`^(${LINES}) ?(?:并入|并到|合并到|并进) ?${CASE}`, 'u');

const THESE = '(?:(?:这|上面|以上)(?:几|些)?[条个件]?(?:里面?)?)?';
const EACH = '(?:全部都?|全都?|都|通通|统统|(?:没有)?一[条个件][都也]?)';
const PICK_ALL = new RegExp(
  `^(?:请|把)?${THESE} ?(?:全部都?|全都?|都|通通|统统) ?要?登记(?:上|一下|下)?吧?$|^(?:请|要)?登记(?:全部|所有)(?:的)?$`,
  'u',
);
/** Says by itself that it is about suggestions. */
const DROP_ALL = new RegExp(`^${THESE} ?${EACH} ?(?:不用|不要|不需要|不必|不)登记$|^${THESE} ?${EACH} ?(?:不是|没有|不算)诉求$`, 'u'); // prettier-ignore
/** Neighbours and colleagues say it of anything: it answers the list only where it is said to the bot, or quotes the list. */
const NONE_OF_THEM = new RegExp(`^${THESE} ?${EACH} ?不是$`, 'u');
const LIST_LINE = /^ *\d{1,2} [^\n]{1,40}?[：:]/mu;

/** Whether a quoted message is a list of numbered lines, as the bot's suggestions are. */
export function showsList(quoted: string): boolean {
  return LIST_LINE.test(quoted.slice(0, 2_000));
}

/**
 * Reads an answer to a list; null when it is something else. Only asked while a list is open.
 * @param pointed said to the bot itself, or under the quoted list
 */
export function listCommand(text: Typed, pointed: boolean): ListCommand | null {
  if (text.flat.length > 120) return null;
  const whole = bare(text);
  if (PICK_ALL.test(whole)) return { verb: 'pick', lines: 'all' };
  if (DROP_ALL.test(whole)) return { verb: 'drop', lines: 'all' };
  if (NONE_OF_THEM.test(whole)) return pointed ? { verb: 'drop', lines: 'all' } : null;
  const pick = PICK.exec(whole);
  if (pick) return lines(pick[1], (found) => ({ verb: 'pick', lines: found }));
  const drop = DROP.exec(whole);
  if (drop) return lines(drop[1] ?? drop[2], (found) => ({ verb: 'drop', lines: found }));
  return into(text, whole);
}

function into(text: Typed, whole: string): ListCommand | null {
  const hit = INTO.exec(whole) ?? INTO_BACK.exec(whole);
  if (!hit) return null;
  const read = readRef(part(text, hit[0].length));
  if (!read || text.flat.slice(hit[0].length + read.end).trim().length > 2) return null;
  return lines(hit[1], (found) => ({ verb: 'pick_into', lines: found, ref: read.ref }));
}

/** Whether a text is numbers of lines and nothing else: no matter that anybody could act on. */
export function onlyLines(content: string): boolean {
  return new RegExp(`^${LINES}$`, 'u').test(bare(typed(content)));
}

function lines<T>(text: string | undefined, build: (found: number[]) => T): T | null {
  const found: number[] = [];
  const tokens = (text ?? '').matchAll(new RegExp(`(-?) ?(\\d{1,2}|[${NUMERALS}]{1,3})`, 'gu'));
  for (const [, dash, run = ''] of tokens) {
    const n = toNumber(run);
    if (!(n >= 1 && n <= 99)) return null;
    const from = found.at(-1);
    // 1-3 means 1, 2, 3.
    if (dash === '-' && from !== undefined) for (let i = from + 1; i < n; i += 1) found.push(i);
    found.push(n);
  }
  const unique = [...new Set(found)];
  return unique.length > 0 ? build(unique) : null;
}
