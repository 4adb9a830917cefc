import type { Category, PetitionKind, Urgency } from '../../cases/words.js';
import { plainCharacters } from '../text/characters.js';
import { PhraseIndex } from '../text/phrase-index.js';
import { commonWords } from '../text/variants.js';
import { WEIGHTS, type CategoryLexicon, type FrameSpec, type PhraseSpec } from './types.js';

/** What a hit of the lexicon means: weight in log-odds. */
export interface Meaning {
  id: number;
  category: Category;
  weight: number;
  urgency: Urgency;
  kind: PetitionKind;
}

/** One entry behind a phrase of the index. */
export type Entry =
  | { type: 'thing'; id: number }
  | { type: 'state'; id: number }
  | { type: 'phrase'; meaning: Meaning }
  | { type: 'sign'; id: number }
  | { type: 'mask' };

export interface Frame extends Meaning {
  gap: number;
}

export interface Lexicon {
  index: PhraseIndex;
  entries: Entry[];
  /** Frames by thing × state, see `pairKey`. */
  frames: Map<number, Frame>;
  /** Thing lists that say where or who, not what. */
  untopical: Set<number>;
  /** Category of each thing list, by its id. */
  thingCategory: Map<number, Category>;
  signNames: string[];
  maxGap: number;
  /** How many thing × state word pairs and phrases the data spells out. */
  size: number;
}

export interface LexiconSource {
  categories: CategoryLexicon[];
  states: Record<string, string>;
  /** Names of states that count a little beside any thing. */
  fallback: string;
  signs: Record<string, string>;
  masks: string;
}

export const pairKey = (thing: number, state: number): number => thing * 0x1000 + state;

/** A word list as the index needs it: evened out as messages are, without doubles. */
export function wordList(words: string): string[] {
  const plain = words.split(/\s+/).map((word) => commonWords(plainCharacters(word)));
  return [...new Set(plain.filter((word) => word !== ''))];
}

class Compiler {
  readonly index = new PhraseIndex();
  readonly entries: Entry[] = [];
  readonly frames = new Map<number, Frame>();
  readonly thingCategory = new Map<number, Category>();
  readonly untopical = new Set<number>();
  private readonly states = new Map<string, { id: number; words: number }>();
  private meanings = 0;
  private things = 0;
  size = 0;
  maxGap = 0;

  constructor(private readonly fallback: string) {}

  list(words: string, entry: Entry): number {
    const value = this.entries.push(entry) - 1;
    const all = wordList(words);
    for (const word of all) this.index.add(word, value);
    return all.length;
  }

  state(scope: string, name: string, words: string): void {
    const id = this.states.size + 1;
    this.states.set(scope + name, { id, words: this.list(words, { type: 'state', id }) });
  }

  category(lexicon: CategoryLexicon): void {
    for (const [name, words] of Object.entries(lexicon.states ?? {}))
      this.state(`${lexicon.category}.`, name, words);
    const things = new Map<string, { id: number; words: number }>();
    for (const [name, words] of Object.entries(lexicon.things)) {
      const id = ++this.things;
      this.thingCategory.set(id, lexicon.category);
      if (lexicon.untopical?.split(' ').includes(name)) this.untopical.add(id);
      things.set(name, { id, words: this.list(words, { type: 'thing', id }) });
    }
    for (const spec of lexicon.frames) this.frame(lexicon.category, things, spec);
    const general = [...things.keys()]
      .filter((name) => !lexicon.noFallback?.split(' ').includes(name))
      .join(' ');
    if (general !== '')
      this.frame(lexicon.category, things, {
        things: general,
        states: this.fallback,
        weight: 'maybe',
        gap: 4,
      });
    for (const spec of lexicon.phrases) {
      this.size += this.list(spec.words, { type: 'phrase', meaning: this.meaning(lexicon.category, spec) });
    }
  }

  private frame(
    category: Category,
    things: Map<string, { id: number; words: number }>,
    spec: FrameSpec,
  ): void {
    const frame: Frame = { ...this.meaning(category, spec), gap: spec.gap ?? 4 };
    this.maxGap = Math.max(this.maxGap, frame.gap);
    for (const thingName of spec.things.split(' ')) {
      const thing = things.get(thingName);
      if (!thing)
        throw new Error(
          `lexicon ${category}: a frame names the thing list "${thingName}", which is not there`,
        );
      for (const stateName of spec.states.split(' ')) {
        const state = this.states.get(`${category}.${stateName}`) ?? this.states.get(stateName);
        if (!state)
          throw new Error(
            `lexicon ${category}: a frame names the state list "${stateName}", which is not there`,
          );
        const key = pairKey(thing.id, state.id);
        if (this.frames.has(key)) continue; // the first frame of two lists counts, fallbacks come last
        this.frames.set(key, frame);
        this.size += thing.words * state.words;
      }
    }
  }

  private meaning(category: Category, spec: PhraseSpec | FrameSpec): Meaning {
    return {
      id: ++this.meanings,
      category: spec.category ?? category,
      weight: WEIGHTS[spec.weight],
      urgency: spec.urgency ?? 'normal',
      kind: spec.kind ?? 'petition',
    };
  }
}

/** Builds the index of all word lists. Throws when a frame names a list that does not exist. */
export function compileLexicon(source: LexiconSource): Lexicon {
  const compiler = new Compiler(source.fallback);
  for (const [name, words] of Object.entries(source.states)) compiler.state('', name, words);
  for (const category of source.categories) compiler.category(category);
  const signNames = Object.keys(source.signs);
  signNames.forEach((name, id) => compiler.list(source.signs[name] ?? '', { type: 'sign', id }));
  compiler.list(source.masks, { type: 'mask' });
  const { index, entries, frames, thingCategory, untopical, maxGap, size } = compiler;
  return { index, entries, frames, thingCategory, untopical, signNames, maxGap, size };
}
