import type { ParsedCommand, Verb } from '../../cases/command.js';
import type { Frame } from './frame.js';
import { severalRefs } from './ref.js';
import { NONE, command, malformed, refOf } from './scene.js';
import type { Scene } from './scene.js';
import { bare } from './text.js';
import type { Typed } from './text.js';

/** 查 #3 到哪了？ 查 3号的进度 */
const ASKING =
  /^(?:的|现在|办理|进度|进展|情况|结果|状态|到哪里?了?|怎么样了?|怎样了?|咋样了?|如何|办得|办到|办了没有?|好了没有?|一下){0,5}[了呢吗吧啊呀哦?!.。~ ]*$/u;

const OPEN: Verb[] = ['show', 'withdraw', 'join'];

/** 查, 撤回, 附议: open to everybody. */
export function openCommand(frame: Frame, scene: Scene, text: Typed): ParsedCommand {
  if (!OPEN.includes(frame.verb)) return NONE;
  if (frame.broken && !frame.loose) return scene.speaker.official ? malformed(frame.verb) : NONE;
  if (frame.ref && severalRefs(frame.rest.flat)) return scene.speaker.official ? malformed(frame.verb) : NONE;
  if (frame.verb === 'show') return show(frame, scene, text);
  if (frame.verb === 'withdraw') return withdraw(frame, scene);
  return join(frame, scene);
}

function show(frame: Frame, scene: Scene, text: Typed): ParsedCommand {
  if (!ASKING.test(frame.rest.flat.slice(0, 60)) || frame.rest.flat.length > 60) return NONE;
  // 查！ is a call for somebody's blood.
  if (frame.ref === null && text.flat.endsWith('!')) return NONE;
  const said =
    frame.ref !== null ||
    scene.hasQuote ||
    scene.addressed ||
    /^(?:查|查询|查进度|查进展)$/u.test(bare(text));
  return said ? command({ verb: 'show', ref: refOf(frame, scene) }) : NONE;
}

function withdraw(frame: Frame, scene: Scene): ParsedCommand {
  const ref = refOf(frame, scene);
  if (frame.loose) {
    if (ref.kind === 'none' || frame.rest.flat !== '') return NONE;
    // An official's 撤销 takes back the last step, whatever its case: not to be mistaken for a withdrawal.
    return scene.speaker.official ? malformed('undo') : command({ verb: 'withdraw', ref });
  }
  // 撤回了一条消息 is WeChat's own line.
  if (frame.glued || (frame.ref === null && frame.rest.flat !== '')) return NONE;
  return command({ verb: 'withdraw', ref });
}

function join(frame: Frame, scene: Scene): ParsedCommand {
  const ref = refOf(frame, scene);
  if (frame.glued || (frame.loose && ref.kind === 'none')) return NONE;
  return command({ verb: 'join', ref });
}

/** `进度 #3`, `#3 进展怎么样了？`: from anybody a question, as nothing is reported. */
export function asksProgress(frame: Frame, text: Typed): boolean {
  if (frame.verb !== 'progress' || !frame.ref || frame.loose) return false;
  return frame.rest.flat === ''
    ? /[?？吗呢]$/u.test(text.flat)
    : ASKING.test(frame.rest.flat) && frame.rest.flat.length <= 30;
}
