/** What the set-up tells a person: short lines on stderr, so that stdout stays the program's own. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A fault that a person can mend: its message is all that is shown, no stack. */
export class SetupError extends Error {
  /** @param {string} message what is wrong and what to do @param {number} [exitCode] */
  constructor(message, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a command of ours; a SetupError becomes its one message and its exit code. */
export async function asCommand(main) {
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exit(error.exitCode);
  }
}
