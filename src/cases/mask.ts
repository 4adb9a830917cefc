import { CHINESE_DIGITS_PHONE, LETTERED, NUMBERS, SPELLED, isIdNumber, isSpelled } from './mask-patterns.js';

/** What the bot echoes of other people's words goes through here first: nothing personal, nothing that does something. */

/** Phone, ID and card numbers, plates, mail addresses and chat ids are cut to their beginning: `138****`. */
export function mask(text: string): string {
  return replaceNumbers(text, shortened, '****');
}

/** The same without leaving a beginning: each becomes `word`. For text that leaves the machine. */
export function withoutNumbers(text: string, word: string): string {
  return replaceNumbers(text, () => word, word);
}

function replaceNumbers(text: string, short: (hit: string, keep: number) => string, spoken: string): string {
  let masked = halfWidth(text);
  for (const { pattern, keep, only } of NUMBERS) {
    masked = masked.replace(pattern, (hit: string) => {
      const digits = hit.replace(/[^0-9Xx]/gu, '');
      return only === undefined || only(digits) ? short(digits, keep) : hit;
    });
  }
  for (const { pattern, keep } of LETTERED)
    masked = masked.replace(pattern, (hit: string) => short(hit, keep));
  masked = masked.replace(SPELLED, (hit: string) => (isSpelled(hit) ? spoken : hit));
  return masked.replace(CHINESE_DIGITS_PHONE, spoken);
}

/**
 * One harmless line of at most `max` characters: masked, without line breaks, control, invisible and direction
 * characters, and without a call to everybody (@所有人).
 */
export function clean(text: string, max: number): string {
  const visible = stripInvisible(text).replace(/\s+/gu, ' ');
  const line = mask(withoutCallToAll(visible)).trim();
  const characters = [...line];
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** A sentence to be followed by the template's own full stop. */
export function phrase(text: string, max: number): string {
  return clean(text, max).replace(/[\s。．.，,；;！!、]+$/u, '');
}

/** Without control, zero-width and direction characters and broken surrogates; line breaks become spaces. */
export function stripInvisible(text: string): string {
  return text
    .replace(/[\n\r\t\v\f\u2028\u2029]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]/gu, '');
}

/** A name after which WeChat shows a mention; U+2005 ends it. A nickname that calls everybody is not repeated. */
export function atName(name: string): string {
  const shown = clean(name, 20).replace(/[@＠]/gu, '');
  return shown === '' || MASKED.test(shown) || CALLS_ALL.test(shown) ? '' : `@${shown}\u2005`;
}

/** Nothing is left: a gateway that gave the id for a name, or somebody called by a number. */
const MASKED = /^\*+$/u;

const CALLS_ALL = /^(?:所有人|全体成员|全体人员|everyone|all)$/iu;

function withoutCallToAll(text: string): string {
  return text.replace(/[@＠]\s*(?=所有人|全体成员|全体人员|everyone\b|all\b)/giu, '');
}

/** Full-width figures, letters and signs as everybody else types them. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ－＋．]/gu, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

function shortened(text: string, keep: number): string {
  return `${text.slice(0, keep)}****`;
}

export { isIdNumber };
