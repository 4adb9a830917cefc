import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './paths.mjs';
import { say } from './say.mjs';

const FILE = join(ROOT, '.setup.lock');

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** The process that holds the lock, or null: nobody, or somebody who died with it. */
function holder() {
  try {
    const pid = Number(readFileSync(FILE, 'utf8'));
    return pid > 0 && alive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** Does one set-up at a time in this folder: two `npm start` side by side must not install over each other. */
export async function withSetupLock(work) {
  let told = false;
  while (!take()) {
    if (holder() === null) rmSync(FILE, { force: true });
    else {
      if (!told) say('Another set-up is running in this folder, waiting for it … 等待另一个安装结束');
      told = true;
      await sleep(250);
    }
  }
  const release = () => rmSync(FILE, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
