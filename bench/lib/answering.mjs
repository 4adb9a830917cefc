/** The other end of child.mjs: answers each question with what its handler gives. @param {Record<string, Function>} handlers */
export function answering(handlers) {
  process.on('message', ({ id, ask, value }) => {
    Promise.resolve()
      .then(() => handlers[ask](value))
      .then(
        (answer) => process.send({ id, value: answer }),
        (error) => process.send({ id, error: error instanceof Error ? error.stack : String(error) }),
      );
  });
}

/** A process of ours that only answers ends with the one that asks. */
export function endWithParent() {
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
}
