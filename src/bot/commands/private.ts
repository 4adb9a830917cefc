import type { ParsedCommand } from '../../cases/command.js';
import { toNumber } from './numbers.js';
import { command, malformed } from './scene.js';
import { bare, gap, part } from './text.js';
import type { Typed } from './text.js';

const ENROL = /^(?:我要|请)?(?:绑定|认证)(?:码|身份)?[ :,]*/u;
const CODE = /^(?:发码|发绑定码|生成绑定码)(?:给|[ :,]|$)/u;

/** 绑定 (anybody) and 发码 (officials): private chats only, a code is nobody else's business. */
export function privateCommand(text: Typed, official: boolean): ParsedCommand | null {
  const word = bare(text);
  const enrol = ENROL.exec(word);
  if (enrol) return enrolment(word.slice(enrol[0].length));
  const code = official ? CODE.exec(text.flat) : null;
  return code ? codeFor(part(text, code[0].length)) : null;
}

/** Six digits, however spaced or spelt. Not an official yet, so that a wrong form is answered to everybody here. */
function enrolment(rest: string): ParsedCommand | null {
  const digits = rest.replace(/[\s,、.-]/gu, '');
  const code = /^[零〇一二两三四五六七八九]{6}$/u.test(digits) ? [...digits].map(toNumber).join('') : digits;
  if (/^\d{6}$/u.test(code)) return command({ verb: 'enrol', code });
  return rest === '' || /^[\d\s]+$/u.test(rest) ? malformed('enrol') : null;
}

function codeFor(rest: Typed): ParsedCommand {
  const body = part(rest, gap(rest.flat.slice(0, 20)));
  const name = body.raw.replace(/^@/u, '').replace(/[\s。.！!]+$/u, '');
  return name === '' || name.length > 40 || name.includes('\n')
    ? malformed('code')
    : command({ verb: 'code', name });
}
