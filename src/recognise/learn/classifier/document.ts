/** A text to classify, evened out: its first field (a title, say), and the rest as one. */
export interface Document {
  first: string;
  rest: string;
}

/** Full width to half width, small letters, every number 0, one space for any. */
export function evenOut(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[0-9]+/g, '0').replace(/\s+/g, ' ').trim(); // prettier-ignore
}

const LONGEST_SENTENCE = 60;
const SHORTEST_SENTENCE = 8;

/** Makes a document of a row's fields. Where the first is empty, the beginning of the others stands in for it. */
export function documentOf([first = '', ...others]: readonly string[]): Document {
  const [head, rest] = [evenOut(first), evenOut(others.join(' '))];
  return { first: head === '' ? (sentences(rest, 1)[0] ?? rest.slice(0, LONGEST_SENTENCE)) : head, rest };
}

/** The first sentences of an evened-out text that are long enough to be about something. */
export function sentences(text: string, atMost: number): string[] {
  return text
    .split(/[。!?;]/)
    .filter((sentence) => sentence.length >= SHORTEST_SENTENCE)
    .slice(0, atMost)
    .map((sentence) => sentence.slice(0, LONGEST_SENTENCE));
}
