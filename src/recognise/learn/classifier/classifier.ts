import { softmaxAt } from '../softmax.js';
import { documentOf } from './document.js';
import { Expert, FIRST_VIEW, WHOLE_VIEW, type ExpertData } from './expert.js';

/** A trained classifier. */
export interface ClassifierData {
  /** Names of the fields that it reads, the one that says most in the fewest words first. */
  fields: string[];
  classes: string[];
  /** Reads the first field: always used when there is no other. */
  first: ExpertData;
  /** Reads all of several fields. */
  whole: ExpertData | null;
}

/** With less than this beside the first field, the first field is all there is. */
const LEAST_REST = 10;

export interface Verdict {
  label: string;
  /** Probability of each class, in the order of the classifier's. */
  chances: Float32Array;
}

/** Reads texts into classes. */
export class Classifier {
  private readonly first: Expert;
  private readonly whole: Expert | null;

  constructor(private readonly data: ClassifierData) {
    this.first = new Expert(FIRST_VIEW, data.first);
    this.whole = data.whole && new Expert(WHOLE_VIEW, data.whole);
  }

  /** @param texts one for each field of the classifier, in its order; '' for one that is not there */
  read(texts: readonly string[]): Verdict {
    const document = documentOf(texts);
    const expert = document.rest.length >= LEAST_REST && this.whole ? this.whole : this.first;
    const chances = expert.read(document);
    softmaxAt(chances, 0, chances.length);
    let best = 0;
    chances.forEach((chance, c) => {
      if (chance > (chances[best] as number)) best = c;
    });
    return { label: this.data.classes[best] as string, chances };
  }
}
