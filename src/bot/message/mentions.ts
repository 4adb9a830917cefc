/** What stands behind an @ in this chat. */
export interface Mentionable {
  id: string;
  /** Nickname, room alias: all that people may have typed. */
  names: string[];
}

/** WeChat closes a mention with U+2005; people who type it by hand use a space, a punctuation mark, or nothing. */
const CLOSES = /^(?:[\u2005\s,，.。:：;；、!！?？]|$)/u;

/** Ids of those whose `@name` stands in the text. Of two names with one beginning the longer counts. */
export function mentionedIn(text: string, people: Iterable<Mentionable>): string[] {
  if (!text.includes('@') && !text.includes('＠')) return [];
  const names = [...people]
    .flatMap(({ id, names }) => names.filter((name) => name !== '').map((name) => ({ id, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (const at of text.matchAll(/[@＠]/g)) {
    const rest = text.slice(at.index + 1);
    const longest = names.find(({ name }) => rest.startsWith(name) && CLOSES.test(rest.slice(name.length)));
    if (!longest) continue;
    for (const { id, name } of names) if (name === longest.name) found.add(id);
  }
  return [...found];
}
