import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end, passing on the signals that reach us.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: 'show' | 'keep' }} [options]
 *   `show` hands the program our terminal (its stdout goes to our stderr); `keep` returns what it wrote.
 * @returns {Promise<{ code: number, output: string }>} code 127 when there is no such program, 128+n after signal n.
 *   When we are told to stop, the program is told too, and we end after it.
 */
export function run(command, args, { cwd, env = process.env, output = 'show' } = {}) {
  const stdio = output === 'show' ? ['inherit', 2, 2] : ['ignore', 'pipe', 'pipe'];
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio });
    const kept = [];
    let stopped = 0;
    const pass = (signal) => {
      stopped = 128 + constants.signals[signal];
      child.kill(signal);
    };
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    for (const signal of FORWARDED) process.on(signal, pass);
    const end = (code) => {
      for (const signal of FORWARDED) process.off(signal, pass);
      if (stopped > 0) process.exit(stopped);
      resolve({ code, output: Buffer.concat(kept).toString() });
    };
    child.once('error', () => end(127));
    child.once('close', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}
