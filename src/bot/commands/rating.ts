import type { CaseRef, Command } from '../../cases/command.js';
import type { Rating } from '../../cases/words.js';
import { readRef, severalRefs } from './ref.js';
import type { Read } from './ref.js';
import { bare, gap, note, part } from './text.js';
import type { Typed } from './text.js';

type Rate = Extract<Command, { verb: 'rate' }>;

const WHO = '(?:我们?|我家|我们家|表示|对此)?(?:都|表示)?';
const WORDS: [Rating, RegExp][] = [
  [
    'unsatisfied',
    new RegExp(`^${WHO}(?:一点[都也]|很|非常|十分|极其|极)?不(?:是很|是太|太|够|怎么|大)?满意`, 'u'),
  ],
  ['fairly', new RegExp(`^${WHO}(?:基本上?|还算|比较|勉强|大体|大致)满意`, 'u')],
  ['satisfied', new RegExp(`^${WHO}(?:很|非常|十分|特别|挺|蛮|相当|太)?满意`, 'u')],
];
const PARTICLE =
  /^(?:了|的|啦|哦|噢|呢|吧|咯|哈|呀|啊|嘞|得很|极了){0,2}(?=[\s:,;.。、~…!#[]|$|谢|感|辛|\p{Extended_Pictographic})/u;
/** Behind 不满意 without a comma, what makes it talk and no rating: 不满意就退货, 不满意吗, 不满意的话. */
const TALK = /^(?:[吗么就可的也得啊吧呢你他她它咋还都能者度率率]|价格|包退|退|换货|不要|请联系|再说)/u;
const THANKS = /^(?:满意|谢谢|多谢|感谢|辛苦|好评|点赞|好得很|\[|\p{Extended_Pictographic})/u;
/** 满意 度98%, 满意：85人: figures, not a rating. */
const FIGURES = /^(?:度|率|\d|调查)/u;

/** Reads 满意, 基本满意, 不满意 with the case before or behind, and the reason; null when it is talk about satisfaction. */
export function ratingOf(text: Typed, quoted: CaseRef): Rate | null {
  const first = readRef(text);
  const leading = first && first.mark !== 'bare' ? first : null;
  const body = leading ? part(text, leading.end) : text;
  const word = wordAt(part(body, gap(body.flat.slice(0, 50))));
  if (!word) return null;
  const trailing = leading ? null : refBehind(word.rest);
  const ref = leading ?? trailing;
  const rest = trailing ? part(word.rest, trailing.end) : word.rest;
  if (severalRefs(rest.flat) && ref) return null;
  if (!ref && !meant(word, rest, quoted)) return null;
  return {
    verb: 'rate',
    ref: ref?.ref ?? quoted,
    rating: word.rating,
    reason: bare(rest) === '' ? '' : note(rest),
  };
}

interface Word {
  rating: Rating;
  rest: Typed;
}

function wordAt(text: Typed): Word | null {
  const start = text.flat.slice(0, 40);
  for (const [rating, pattern] of WORDS) {
    const hit = pattern.exec(start)?.[0];
    if (hit === undefined) continue;
    const particle = PARTICLE.exec(start.slice(hit.length))?.[0].length ?? 0;
    return {
      rating,
      rest: { raw: text.raw.slice(hit.length + particle), flat: text.flat.slice(hit.length + particle) },
    };
  }
  return null;
}

function refBehind(rest: Typed): Read | null {
  const at = gap(rest.flat.slice(0, 50));
  const read = readRef({ raw: rest.raw.slice(at), flat: rest.flat.slice(at) });
  if (!read) return null;
  const next = rest.flat.slice(at + read.end, at + read.end + 2);
  const ends = next === '' || gap(next) > 0;
  // 不满意 3个月了: the number counts something.
  if (read.mark !== 'sure' && (!ends || !/^第?\d/u.test(rest.flat.slice(at)))) return null;
  return { ...read, end: at + read.end };
}

/** Without a case the word must stand alone, or the reason be set off from it. */
function meant(word: Word, rest: Typed, quoted: CaseRef): boolean {
  if (bare(rest) === '') return true;
  if (THANKS.test(rest.flat)) return true;
  if (gap(rest.flat.slice(0, 50)) > 0 || rest.flat.startsWith('!')) return setOff(rest);
  return (
    word.rating === 'unsatisfied' &&
    !/^[?]/u.test(rest.flat) &&
    (quoted.kind !== 'none' || !TALK.test(rest.flat))
  );
}

function setOff(rest: Typed): boolean {
  const reason = rest.flat.slice(gap(rest.flat.slice(0, 50)));
  return !FIGURES.test(reason) && !TALK.test(reason) && !reason.startsWith('?');
}
