import { fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ended, owned } from './closing.mjs';

/** Questions to a process of ours, over the channel that Node gives: each answered with a value or an error. */
function questions(child, what) {
  const waiting = new Map();
  let last = 0;
  const fail = (why) => {
    for (const { reject } of waiting.values()) reject(new Error(`${what}: ${why}`));
    waiting.clear();
  };
  child.on('message', ({ id, value, error }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value);
    else one?.reject(new Error(`${what}: ${error}`));
  });
  child.once('exit', (code, signal) => fail(`ended (${signal ?? code})`));
  return (ask, value) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      child.send({ id, ask, value });
    });
}

/** A module of the benchmark as a process of its own; what it prints goes to our stderr. */
export function ownProcess(url, env = {}) {
  // One of the peers' packages advertises on stdout otherwise.
  const file = fileURLToPath(url);
  const child = owned(
    fork(file, [], {
      env: { ...process.env, DOTENV_CONFIG_QUIET: 'true', ...env },
      stdio: ['ignore', 2, 2, 'ipc'],
      serialization: 'advanced',
    }),
  );
  return { pid: child.pid, ask: questions(child, file), stop: () => ended(child) };
}

/** A program with our probe in it: it tells of its CPU and memory, and knows nothing of it. */
export function probedProgram(file, env, onOutput = () => undefined) {
  const probe = new URL('./probe.mjs', import.meta.url).href;
  const child = owned(
    spawn(process.execPath, ['--import', probe, file], {
      env,
      stdio: ['ignore', 'pipe', 2, 'ipc'],
      serialization: 'advanced',
    }),
  );
  child.stdout.on('data', (bytes) => onOutput(bytes.toString()));
  return { pid: child.pid, child, ask: questions(child, file), stop: () => ended(child) };
}
