/** What a classifier reaches on rows whose classes are known. */
export interface Measures {
  accuracy: number;
  /** Mean of the classes' f1, each counted alike. */
  macro_f1: number;
  classes: Record<string, ClassMeasures>;
}

export interface ClassMeasures {
  precision: number;
  recall: number;
  f1: number;
  /** Rows whose true class this is. */
  rows: number;
}

/** @param pairs true and found class of each row. Classes are those that occur on either side. */
export function measure(pairs: readonly { truth: string; found: string }[]): Measures {
  const names = [...new Set(pairs.flatMap(({ truth, found }) => [truth, found]))].sort();
  const classes = Object.fromEntries(names.map((name) => [name, measureClass(name, pairs)]));
  const right = pairs.filter(({ truth, found }) => truth === found).length;
  return {
    accuracy: share(right, pairs.length),
    macro_f1: share(
      Object.values(classes).reduce((sum, { f1 }) => sum + f1, 0),
      names.length,
    ),
    classes,
  };
}

function measureClass(name: string, pairs: readonly { truth: string; found: string }[]): ClassMeasures {
  const rows = pairs.filter(({ truth }) => truth === name).length;
  const found = pairs.filter((pair) => pair.found === name).length;
  const right = pairs.filter((pair) => pair.found === name && pair.truth === name).length;
  return {
    precision: share(right, found),
    recall: share(right, rows),
    f1: share(2 * right, found + rows),
    rows,
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
