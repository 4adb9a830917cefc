import { NUMBER, PLACE, ROOM } from './histories.mjs';

/** A command to Redis with stand-ins, ready to be written for one case after another. */
const MARK = new RegExp(`(${NUMBER}|${ROOM}|${PLACE}|<keys>|<raised>|<handles>)`);
const SLOTS = { [NUMBER]: 'number', [ROOM]: 'room', [PLACE]: 'place', '<keys>': 'keys', '<raised>': 'raised', '<handles>': 'handles' }; // prettier-ignore

function compileArgument(text) {
  const parts = String(text).split(MARK).map((part) => ({ slot: SLOTS[part] ?? null, text: part })); // prettier-ignore
  const plain = parts.filter(({ slot }) => slot === null);
  const bytes = plain.reduce((sum, part) => sum + Buffer.byteLength(part.text), 0);
  const slots = parts.flatMap(({ slot }) => slot ?? []);
  return { parts, bytes, slots };
}

/**
 * What the store keeps of one case, by the same keys and in the same form as save.lua and case-people.ts leave it (a
 * test holds the two against each other): state, history, indexes. Operations and sent rows are left out: the store
 * itself drops them after 30 days.
 */
export function commandsOf({ case: one, events }, { moments, final }) {
  const id = one.id;
  const links = [...new Set(events.map((event) => event.messageId))].flatMap((message) => [message, id]);
  const times = moments.filter(([, at]) => at !== null).flatMap(([letter, at]) => [at, `${letter}|${id}`]);
  return [
    ['SET', `<keys>case:${id}`, JSON.stringify(one)],
    ['RPUSH', `<keys>events:${id}`, ...events.map((event) => JSON.stringify(event))],
    ['ZADD', '<keys>touched', ...times],
    ['HSET', '<keys>links', ...links],
    ['ZADD', '<raised>', one.openedAt, id],
    ...(final ? [] : [['ZADD', '<keys>open', one.openedAt, id], ['ZADD', '<keys>ladder', 0, id], ['ZADD', '<handles>', 'GT', one.version, id]]),
  ]; // prettier-ignore
}

/** @returns {(values: Record<string, string>, bytes: Record<string, number>) => string} writes the commands for one case */
export function compile(commands) {
  const compiled = commands.map((command) => command.map(compileArgument));
  return (values, bytes) => {
    let out = '';
    for (const command of compiled) {
      out += `*${command.length}\r\n`;
      for (const argument of command) {
        let size = argument.bytes;
        for (const slot of argument.slots) size += bytes[slot];
        out += `$${size}\r\n`;
        for (const { slot, text } of argument.parts) out += slot === null ? text : values[slot];
        out += '\r\n';
      }
    }
    return out;
  };
}
