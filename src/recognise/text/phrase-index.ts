/** A phrase found in a text: `value` is what was registered with it. */
export interface Hit {
  value: number;
  start: number;
  end: number;
}

/**
 * Finds all registered phrases in a text in one pass: a trie whose edges stand in one map, walked from each
 * position. Linear in the text but for the length of the longest phrase; no regular expressions.
 */
export class PhraseIndex {
  private readonly roots = new Int32Array(0x10000);
  private readonly edges = new Map<number, number>();
  private readonly values: (number[] | undefined)[] = [undefined];

  /** Registers a phrase; one phrase may carry several values. */
  add(phrase: string, value: number): void {
    if (phrase === '') throw new Error('lexicon: an empty phrase would match everywhere');
    let node = this.root(phrase.charCodeAt(0));
    for (let i = 1; i < phrase.length; i++) node = this.step(node, phrase.charCodeAt(i));
    const values = (this.values[node] ??= []);
    if (!values.includes(value)) values.push(value);
  }

  /** All hits, ordered by start, then by length. */
  scan(text: string): Hit[] {
    const hits: Hit[] = [];
    for (let start = 0; start < text.length; start++) {
      let node: number | undefined = this.roots[text.charCodeAt(start)];
      let end = start + 1;
      while (node) {
        const values = this.values[node];
        if (values) for (const value of values) hits.push({ value, start, end });
        if (end >= text.length) break;
        node = this.edges.get(node * 0x10000 + text.charCodeAt(end));
        end++;
      }
    }
    return hits;
  }

  private root(code: number): number {
    return (this.roots[code] ||= this.node());
  }

  private step(node: number, code: number): number {
    const key = node * 0x10000 + code;
    const next = this.edges.get(key) ?? this.node();
    this.edges.set(key, next);
    return next;
  }

  private node(): number {
    return this.values.push(undefined) - 1;
  }
}
