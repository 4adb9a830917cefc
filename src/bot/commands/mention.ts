import { part, without } from './text.js';
import type { Typed } from './text.js';

/**
 * The text without mentions of the bot, wherever they stand. `onlyBot`: the bot is mentioned and nobody else, so that a
 * first `@…` is the bot whatever this room calls it.
 */
export function stripBot(text: Typed, botName: string, onlyBot: boolean): Typed {
  const named = botName === '' ? text : stripName(text, botName);
  return onlyBot && named.flat === text.flat ? stripFirst(named) : named;
}

function stripName(text: Typed, botName: string): Typed {
  const parts = text.flat.split(`@${fold(botName)}`);
  if (parts.length === 1 || parts.length > 50) return text;
  let at = 0;
  const kept: Typed[] = [];
  for (const [i, piece] of parts.entries()) {
    const start = at + (i === 0 ? 0 : botName.length + 1);
    kept.push({ raw: text.raw.slice(start, start + piece.length), flat: piece });
    at = start + piece.length;
  }
  const joined = { raw: kept.map((p) => p.raw).join(' '), flat: kept.map((p) => p.flat).join(' ') };
  return part(joined, 0);
}

/** As `typed` folds ASCII letters; names hold little else that folds. */
function fold(name: string): string {
  return name.replace(/[a-z]/gu, (c) => c.toUpperCase());
}

/** WeChat ends a mention with U+2005; typed by hand it ends at a blank. */
function stripFirst(text: Typed): Typed {
  const hit = /(?:^|(?<= ))@[^ @]{1,30}(?: |$)/u.exec(text.flat.slice(0, 600));
  return hit ? without(text, hit.index, hit.index + hit[0].length) : text;
}
