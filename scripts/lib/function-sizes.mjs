import ts from 'typescript';

/** Lines of each function with a body in this source; describe blocks of tests are chapters, not functions. */
export function functionSizes(text) {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
  const sizes = [];
  const visit = (node) => {
    const isChapter =
      ts.isCallExpression(node.parent ?? node) && /^describe\b/.test(node.parent.expression.getText(source));
    if (ts.isFunctionLike(node) && node.body !== undefined && !isChapter) {
      sizes.push(lineOf(node.end) - lineOf(node.getStart(source)) + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}
