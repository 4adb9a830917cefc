import type { ParsedCommand } from '../../cases/command.js';
import { onlyLines } from './list.js';
import { command, malformed } from './scene.js';
import type { Scene } from './scene.js';
import { bare, gap, part } from './text.js';
import type { Typed } from './text.js';

const WORD = /^(?:请 ?|帮忙 ?|麻烦 ?)?(?:代为登记|代登记|补登记|登记诉求|登记)(?:一下)?/u;

/** `登记 内容`, or `登记` quoting the villager's message (text '': the quote stays with the message); null: talk. */
export function registered(text: Typed, scene: Scene): ParsedCommand | null {
  const word = WORD.exec(text.flat)?.[0];
  if (word === undefined) return null;
  const after = part(text, word.length);
  const apart = gap(text.flat.slice(word.length, word.length + 50));
  const content = part(text, word.length + apart).raw;
  if (bare(text) === word || content === '')
    return scene.hasQuote ? register('') : malformedHere(word, scene);
  if (apart === 0 || after.flat === '') return null;
  if (onlyLines(content)) return malformed(scene.speaker.openList ? 'pick' : 'register');
  return /\p{L}{2}/u.test(content) ? register(content) : malformed('register');
}

function register(text: string): ParsedCommand {
  return command({ verb: 'register', text });
}

/** 登记一下 alone may be said to a neighbour. */
function malformedHere(word: string, scene: Scene): ParsedCommand | null {
  return word === '登记' || scene.addressed ? malformed('register') : null;
}
