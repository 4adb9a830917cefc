import type { ParsedCommand } from '../../cases/command.js';
import { NUMERALS, toNumber } from './numbers.js';
import { command, malformed } from './scene.js';
import { bare } from './text.js';
import type { Typed } from './text.js';

const EXPORT = /^(?:请|帮我)?导出(?:数据|报表|表格)?[ :,]*/u;
const FORMAT = / *(?:格式)?(csv|xlsx|excel|表格)$/iu;
const MONTH = new RegExp(`^(?:(20\\d{2}) ?(?:[-/.年]) ?)?(\\d{1,2}|[${NUMERALS}]{1,3}) ?月?份?(?:的)?$`, 'u');
const CODE = /^#?[A-Za-z]\d[A-Za-z0-9]{4}$/u;
const FORGET = /^(?:请|帮我)?(确认)? ?(?:忘记我|忘了我|忘掉我|删除我的信息)$/u;

/** `导出 5月`, `导出 2026-05 csv` (officials), `忘记我` (anybody): private chats only. */
export function officeCommand(text: Typed, official: boolean): ParsedCommand | null {
  const word = bare(text);
  const forget = FORGET.exec(word);
  if (forget) return command({ verb: 'forget', sure: forget[1] !== undefined });
  const head = official ? EXPORT.exec(word) : null;
  return head ? exported(word.slice(head[0].length).trim()) : null;
}

function exported(rest: string): ParsedCommand | null {
  const named = FORMAT.exec(rest)?.[1]?.toLowerCase();
  const format = named === 'csv' ? 'csv' : 'xlsx';
  const what = rest.replace(FORMAT, '').trim();
  // `导出 A7K3M9` is a copy of a sealed case: not of this file.
  if (CODE.test(what.normalize('NFKC'))) return null;
  if (/^(?:上个?月|上月份?)?$/u.test(what))
    return command({ verb: 'export', year: null, month: null, format });
  const hit = MONTH.exec(what);
  const month = hit ? toNumber(hit[2] ?? '') : NaN;
  if (!hit || !(month >= 1 && month <= 12)) return malformed('export');
  return command({ verb: 'export', year: hit[1] === undefined ? null : Number(hit[1]), month, format });
}
