import { readdirSync, readFileSync } from 'node:fs';

/** The mark that every process started by a test carries in its environment. */
export const MARK = 'HUIYIN_TEST_FILE';

function fileOf(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** A process that has ended but was not yet waited for is no leak. */
const isZombie = (pid) => /^State:\s+Z/m.test(fileOf(pid, 'status'));

/**
 * The running processes that carry this mark (children, and orphans too), except ourselves. Empty where the machine has
 * no /proc.
 * @param {string} mark start of the mark's value
 * @returns {{ pid: number, command: string }[]}
 */
export function processesMarked(mark) {
  let names = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  const wanted = `${MARK}=${mark}`;
  return names
    .map(Number)
    .filter((pid) => pid !== process.pid && !isZombie(pid))
    .filter((pid) =>
      fileOf(pid, 'environ')
        .split('\0')
        .some((entry) => entry.startsWith(wanted)),
    )
    .map((pid) => ({ pid, command: fileOf(pid, 'cmdline').split('\0').join(' ').trim().slice(0, 120) }));
}
