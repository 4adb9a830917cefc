import type { CaseRef } from '../../cases/command.js';
import { NUMERALS, toNumber } from './numbers.js';
import { typed } from './text.js';
import type { Typed } from './text.js';

/** How a case was written: `sure` (#3, no.3, 3号件, M7K2QX), `号` (3号: may be a date or a house), `bare` (3, 三). */
export type Mark = 'sure' | '号' | 'bare';

export interface Read {
  ref: CaseRef;
  mark: Mark;
  /** Characters used up. */
  end: number;
}

export const NO_REF: CaseRef = { kind: 'none' };
/** No village ever gets further. */
const MAX_NUMBER = 9_999_999;

const UNIT_NAME = '[\\p{Script=Han}\\dA-Z]{1,20}';
/** The last part of a place as villages, towns and counties are called. */
const PLACE = `(?:${UNIT_NAME}\\/){0,3}${UNIT_NAME}?(?:社区|街道|村|镇|乡|县|区|市|居委会|办事处|林场|农场)`;
/** Not `#1e3`, `#3.5`, `#3-1`: a number that goes on is none. */
const ENDS = '(?!\\d|[A-Z][+-]?\\d|[./-]\\d)';
const NUMBER = `(\\d{1,7}${ENDS}|[${NUMERALS}]{1,7}(?![${NUMERALS}]))`;
/** `3号楼`, `3号桥`, `3号线`: a thing of the world, not a case. */
const NOT_HOUSE = '(?![楼栋门桥线院井机桩车房铺路台厅球床厂站窗电馆公坝塘库渠变])';
const OPEN = '[(\\[【]? ?';
const CLOSE = '(?: ?[)\\]】])?';

const SURE = new RegExp(`^${OPEN}(?:(${PLACE}) ?)?(?:案件|案|件|编号|诉求|第)?(?:(?:#+|NO\\.?|№)[ .:]*|编号 ?:? ?)${NUMBER}(?: ?号${NOT_HOUSE})?(?:(?:案件|件|单)(?!\\p{Script=Han}))?${CLOSE}`, 'u'); // prettier-ignore
const COUNTED = new RegExp(
  `^(?:(${PLACE}) ?)?第? ?${NUMBER} ?(?:号? ?(?:案件|件案|件诉求)|号单|号件|(?<=第.{1,8})件)`,
  'u',
);
const HAO = new RegExp(`^(?:(${PLACE}) ?)?第? ?${NUMBER} ?号${NOT_HOUSE}`, 'u');
const BARE = new RegExp(`^()${NUMBER}`, 'u');
const CODE = /^#?([A-Z2-9]{6})(?![A-Z\d])/u;

/** Reads a case's number or code at the start of the text; null: there is none. Constant time. */
export function readRef(text: Typed): Read | null {
  const flat = text.flat.slice(0, 120);
  return (
    numbered(text, SURE.exec(flat), 'sure') ??
    code(text, flat) ??
    numbered(text, COUNTED.exec(flat), 'sure') ??
    numbered(text, HAO.exec(flat), '号') ??
    numbered(text, BARE.exec(flat), 'bare')
  );
}

function numbered(text: Typed, hit: RegExpExecArray | null, mark: Mark): Read | null {
  if (!hit) return null;
  const number = toNumber(hit[2] ?? '');
  if (!(number >= 1 && number <= MAX_NUMBER)) return null;
  const at = hit[1] === undefined || hit[1] === '' ? -1 : hit[0].indexOf(hit[1]);
  const place = at < 0 ? null : text.raw.slice(at, at + (hit[1]?.length ?? 0)).replaceAll('／', '/');
  return { ref: { kind: 'number', number, place }, mark, end: hit[0].length };
}

/** A sealed case's code. Letters alone must be typed as capitals: `google` is a word. */
function code(text: Typed, flat: string): Read | null {
  const hit = CODE.exec(flat);
  const found = hit?.[1];
  if (!hit || found === undefined || /^\d+$/u.test(found)) return null;
  const spelt = text.raw.slice(0, hit[0].length);
  if (!/\d/u.test(found) && spelt !== spelt.toUpperCase()) return null;
  return { ref: { kind: 'code', code: found }, mark: 'sure', end: hit[0].length };
}

/** A `#` that leads to no number: `#0`, `#-1`, `#99999999999`, `#1e3`. */
export function brokenRef(flat: string): boolean {
  return /^[(\[【]?(?:#|NO\.?|№) *[-+\d]/u.test(flat.slice(0, 20));
}

/** More than one case where one is wanted: `#3、#4`, `#3,4`, `#3 #4`. */
export function severalRefs(rest: string): boolean {
  return /^ ?(?:[,、和跟及] *#? *\d{1,7}(?=[ ,、:]|$|号)|[,、和跟及]? *#+ *\d)/u.test(rest.slice(0, 40));
}

const SHOWN = new RegExp(`(?:(?<![\\p{Script=Han}\\dA-Z/])(${PLACE}))?#(\\d{1,7})${ENDS}`, 'gu');

/** The one case that a quoted message shows; none when it shows several (a merged receipt) or no number. */
export function quotedRef(quoted: string): CaseRef {
  const text = typed(quoted.slice(0, 2000));
  const hits = [...text.flat.matchAll(SHOWN)];
  const numbers = new Set(hits.map((hit) => Number(hit[2])));
  const places = new Set(hits.flatMap((hit) => (hit[1] === undefined ? [] : [hit[1]])));
  const [number = 0] = numbers;
  const [place = null] = places;
  if (numbers.size !== 1 || places.size > 1 || number < 1) return NO_REF;
  return { kind: 'number', number, place };
}
