import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { writeHeapSnapshot } from 'node:v8';
import { answering } from './answering.mjs';

/** Of the kernel's clock, a second. */
const TICKS = 100;

/** Loaded into the program that is measured: tells what it has used so far. Nothing runs unless asked. */
const watching = { delay: null, timer: null, rss: 0, profile: null };

answering({
  used: () => {
    const { user, system } = process.cpuUsage();
    return { cpuS: (user + system) / 1e6 + childrenCpuS(), rss: process.memoryUsage().rss };
  },
  memory: () => process.memoryUsage(),
  heap: (file) => writeHeapSnapshot(file),
  /** From now on: how long the loop stands still, and the most memory; with a file, also a profile. */
  watch: async (file) => {
    watching.delay = monitorEventLoopDelay({ resolution: 1 });
    watching.delay.enable();
    watching.rss = 0;
    watching.timer = setInterval(
      () => (watching.rss = Math.max(watching.rss, process.memoryUsage.rss())),
      50,
    );
    if (file) watching.profile = { file, session: await profiling() };
  },
  watched: async () => {
    clearInterval(watching.timer);
    watching.delay.disable();
    if (watching.profile) await written(watching.profile);
    watching.profile = null;
    return { blockMs: watching.delay.max / 1e6, rss: watching.rss };
  },
});
process.channel?.unref();

/** Of the processes that it has started: those that ended, and those that run. */
function childrenCpuS() {
  const own = fieldsOf(process.pid);
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    const fields = fieldsOf(pid);
    return fields?.[1] === String(process.pid) ? [Number(fields[11]) + Number(fields[12])] : [];
  });
  const ended = Number(own[13]) + Number(own[14]);
  return [ended, ...running].reduce((sum, ticks) => sum + ticks, 0) / TICKS;
} // prettier-ignore

/** Of /proc/PID/stat, from the state on. */
function fieldsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  } catch {
    return null; // ended meanwhile
  }
}

async function profiling() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return session;
}

async function written({ file, session }) {
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(profile));
}
