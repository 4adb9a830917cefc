import ts from 'typescript';

/** A function that holds tests is a chapter (a describe block): its tests are the functions. */
const HOLDS_TESTS = /^\s*(it|test)(\.\w+)*[(`]/m;

/** Lines of each function with a body in this source. */
export function functionSizes(text) {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
  const sizes = [];
  const visit = (node) => {
    if (
      ts.isFunctionLike(node) &&
      node.body !== undefined &&
      !HOLDS_TESTS.test(node.body.getFullText(source))
    ) {
      sizes.push(lineOf(node.end) - lineOf(node.getStart(source)) + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}
