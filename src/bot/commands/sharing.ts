import type { ParsedCommand } from '../../cases/command.js';
import type { Frame } from './frame.js';
import { whom } from './names.js';
import { NONE, command, pointed, refOf, wrong } from './scene.js';
import type { Scene } from './scene.js';
import { note, part } from './text.js';

/** 协办, 协办办结, 同意, 拆分: commands about a case that several people or several cases have to do with. */

/** `协办 #3 @龙桂香 通知各户`: the name first, then the part. */
export function coAssign(frame: Frame, scene: Scene): ParsedCommand {
  const who = whom(frame.rest);
  if (!who || (frame.glued && !scene.hasQuote && !frame.ref && !who.mentioned)) return wrong(frame, scene);
  if (!pointed(frame, scene) && !who.mentioned) return NONE;
  const at = frame.rest.raw.indexOf(who.to);
  const words = at < 0 ? '' : note(part(frame.rest, at + who.to.length));
  return command({ verb: 'co_assign', ref: refOf(frame, scene), to: who.to, part: words });
}

export function coDone(frame: Frame, scene: Scene): ParsedCommand {
  if (frame.glued && frame.ref === null) return NONE;
  return command({ verb: 'co_done', ref: refOf(frame, scene), done: note(frame.rest) });
}

/** Words that people say all day: they command only with a certain case and nothing else. */
export function onlyCase(verb: 'agree' | 'split') {
  return (frame: Frame, scene: Scene): ParsedCommand => {
    const ref = refOf(frame, scene);
    if (frame.rest.flat !== '') return NONE;
    if (ref.kind !== 'none') return command({ verb, ref });
    return verb === 'agree' ? NONE : wrong(frame, scene);
  };
}
