import type { CaseRef, ParsedCommand, Verb } from '../../cases/command.js';
import { categoryOf } from './categories.js';
import { findDays, leadingDay } from './days.js';
import { coAssign, coDone, onlyCase } from './sharing.js';
import type { Frame } from './frame.js';
import { whom } from './names.js';
import { readRef, severalRefs } from './ref.js';
import { NONE, command, malformed, pointed, refOf, wrong } from './scene.js';
import type { Scene } from './scene.js';
import { gap, note, part } from './text.js';

type Reader = (frame: Frame, scene: Scene) => ParsedCommand;

/** Behind a glued word, what makes it a sentence: 退回来了, 办结不了, 进展得很快. */
const SENTENCE = /^[来去得的过吗么呢吧不掉出起率表单数量会证书]/u;

/** Verbs that take no words: words behind them are let go where the case is plain. */
function plain(verb: 'accept' | 'publish' | 'void'): Reader {
  return (frame, scene) => {
    if (frame.rest.flat !== '' && (frame.glued || !pointed(frame, scene))) return NONE;
    if (verb === 'publish' && (frame.rest.flat !== '' || !pointed(frame, scene))) return wrong(frame, scene);
    return command({ verb, ref: refOf(frame, scene) });
  };
}

/** Verbs that need the actor's words. */
function worded(build: (words: string, frame: Frame, scene: Scene) => ParsedCommand): Reader {
  return (frame, scene) => {
    if (frame.glued && (frame.ref === null || SENTENCE.test(frame.rest.flat))) return NONE;
    const words = note(frame.rest);
    if (words !== '' && !pointed(frame, scene)) return NONE;
    return words === '' ? wrong(frame, scene) : build(words, frame, scene);
  };
}

const resolve: Reader = (frame, scene) => {
  if (frame.glued && (frame.ref === null || SENTENCE.test(frame.rest.flat))) return NONE;
  return command({ verb: 'resolve', ref: refOf(frame, scene), done: note(frame.rest) });
};

const supervise: Reader = (frame, scene) => {
  if (frame.rest.flat !== '' && (frame.glued || !pointed(frame, scene))) return NONE;
  const ref = refOf(frame, scene);
  // The bare word asks what is under watch.
  if (frame.rest.flat === '' && ref.kind === 'none' && !scene.hasQuote) return command({ verb: 'watched' });
  const dated = leadingDay(frame.rest);
  if (!dated) return command({ verb: 'supervise', ref, note: note(frame.rest) });
  return command({ verb: 'supervise', ref, note: note(dated.rest), until: dated.until });
};

const lift: Reader = (frame, scene) => {
  if (frame.rest.flat !== '' && (frame.glued || !pointed(frame, scene))) return NONE;
  const words = note(frame.rest);
  return command({ verb: 'lift', ref: refOf(frame, scene), ...(words !== '' && { note: words }) });
};

/** 局, 办, 站 …: a unit may be named without @ and without a case. */
const UNIT = /[局办站所委队部院科股厅中心社区公司镇乡村]$/u;

const assign: Reader = (frame, scene) => {
  const who = whom(frame.rest);
  if (!who || (frame.glued && !scene.hasQuote && !frame.ref && !who.mentioned)) return wrong(frame, scene);
  if (!pointed(frame, scene) && !who.mentioned && who.days === null) return NONE;
  return command({ verb: 'assign', ref: refOf(frame, scene), to: who.to, days: who.days });
};

const transfer: Reader = (frame, scene) => {
  const who = whom(frame.rest);
  if (!who || (frame.glued && !scene.hasQuote && !frame.ref && !who.mentioned)) return wrong(frame, scene);
  if (!pointed(frame, scene) && !who.mentioned && !UNIT.test(who.to)) return NONE;
  return command({ verb: 'transfer', ref: refOf(frame, scene), to: who.to });
};

const extend: Reader = (frame, scene) => {
  const span = findDays(frame.rest);
  // 延期 明天的会: without a case only a number of days makes it ours.
  if (
    frame.rest.flat !== '' &&
    !frame.broken &&
    (span === null ? !frame.ref && frame.glued : span.named && !pointed(frame, scene))
  )
    return NONE;
  const reason = span ? note(span.rest).replace(/^(?:原因|理由|因为?)[:：\s]+/u, '') : '';
  if (!span || reason === '') return wrong(frame, scene);
  return command({ verb: 'extend', ref: refOf(frame, scene), days: span.days, reason });
};

const merge: Reader = (frame, scene) => {
  const lead =
    /^(?:到|与|和|跟|同|并入|并到|并|入|给|进|[ ,、>])*/u.exec(frame.rest.flat.slice(0, 20))?.[0].length ?? 0;
  const read = readRef(part(frame.rest, lead));
  // `合并 #5 3`: as likely three of something.
  const second = read && (read.mark !== 'bare' || frame.ref?.mark === 'bare') ? read : null;
  const into = second ?? frame.ref;
  const ref = second ? (frame.ref?.ref ?? scene.quoted) : scene.quoted;
  if (!frame.ref || !into || ref.kind === 'none' || same(ref, into.ref)) return wrong(frame, scene);
  const left = second ? part(frame.rest, lead + second.end).flat : frame.rest.flat;
  return gap(left) === left.length ? command({ verb: 'merge', ref, into: into.ref }) : wrong(frame, scene);
};

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const recategorise: Reader = (frame, scene) => {
  const category = categoryOf(note(frame.rest), scene.categories);
  if (!category) return frame.loose ? NONE : wrong(frame, scene);
  return command({ verb: 'recategorise', ref: refOf(frame, scene), category });
};

/** With a list open, `不是诉求 3` is more likely its line 3 than case #3: a line dropped does less harm. */
const voided: Reader = (frame, scene) => {
  const number = frame.ref?.ref.kind === 'number' ? frame.ref.ref.number : null;
  if (scene.speaker.openList && number !== null && frame.ref?.mark !== 'sure' && frame.rest.flat === '') {
    return command({ verb: 'drop', lines: [number] });
  }
  return plain('void')(frame, scene);
};

/** Words that mean a sealed case, and without a code nothing: 解密 and 导出 are everyday words, too. */
function ofCode(build: (ref: CaseRef, words: string) => ParsedCommand): Reader {
  return (frame) => (frame.ref?.ref.kind === 'code' ? build(frame.ref.ref, note(frame.rest)) : NONE);
}

const READERS: Partial<Record<Verb, Reader>> = {
  accept: plain('accept'),
  assign,
  transfer,
  hand_back: worded((reason, frame, scene) =>
    command({ verb: 'hand_back', ref: refOf(frame, scene), reason }),
  ),
  progress: worded((words, frame, scene) =>
    command({ verb: 'progress', ref: refOf(frame, scene), note: words }),
  ),
  resolve,
  extend,
  ask: worded((question, frame, scene) => command({ verb: 'ask', ref: refOf(frame, scene), question })),
  decline: worded((reason, frame, scene) => command({ verb: 'decline', ref: refOf(frame, scene), reason })),
  co_assign: coAssign,
  co_done: coDone,
  agree: onlyCase('agree'),
  split: onlyCase('split'),
  merge,
  supervise,
  lift,
  publish: plain('publish'),
  seal: worded((reason, frame, scene) => command({ verb: 'seal', ref: refOf(frame, scene), reason })),
  unseal: ofCode((ref, words) =>
    words === '' ? malformed('unseal') : command({ verb: 'unseal', ref, words }),
  ),
  copy: ofCode((ref, words) => (words === '' ? command({ verb: 'copy', ref }) : NONE)),
  void: voided,
  recategorise,
};

/** An official's command out of its parts. */
export function officialCommand(frame: Frame, scene: Scene): ParsedCommand {
  const read = READERS[frame.verb];
  if (!read) return NONE;
  if (frame.broken) return frame.loose ? NONE : malformed(frame.verb);
  if (frame.loose && !besideCase(frame, scene)) return NONE;
  if (frame.ref && frame.verb !== 'merge' && severalRefs(frame.rest.flat)) return malformed(frame.verb);
  return read(frame, scene);
}

/** Everyday words command only beside a certain case. */
function besideCase(frame: Frame, scene: Scene): boolean {
  return (
    frame.ref !== null || (scene.quoted.kind !== 'none' && (!frame.glued || NAMING.includes(frame.verb)))
  );
}

const NAMING: Verb[] = ['assign', 'transfer', 'co_assign'];
