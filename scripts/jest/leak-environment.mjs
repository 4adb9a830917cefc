import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';
import { MARK, processesMarked } from './processes.mjs';
import { watchTimers } from './timers.mjs';

/** What costs the machine something, as `process.getActiveResourcesInfo()` names it. */
const HANDLES = [
  'TCPSocketWrap',
  'TCPServerWrap',
  'PipeWrap',
  'PipeServerWrap',
  'ProcessWrap',
  'UDPWrap',
  'FSEventWrap',
];
/** A test's last sockets and timers may need a moment to end after the test has let go of them. */
const GRACE_MS = 15_000;

function openHandles() {
  const all = process.getActiveResourcesInfo();
  // A write to a full pipe keeps our own output active for a while; that is no test's doing.
  for (const stream of OWN_STREAMS) {
    const at = stream.writableLength > 0 ? all.indexOf('PipeWrap') : -1;
    if (at >= 0) all.splice(at, 1);
  }
  return Object.fromEntries(HANDLES.map((kind) => [kind, all.filter((name) => name === kind).length]));
}

// Node opens its own output when it is first used; a piped one would look like a test's pipe.
const OWN_STREAMS = [process.stdout, process.stderr];

/** Where the sockets lead that are still there: which side of what they are. */
function openSockets() {
  return process
    ._getActiveHandles()
    .filter((handle) => handle instanceof Socket && !OWN_STREAMS.includes(handle))
    .map((socket) => {
      const { localPort, remotePort, connecting, destroyed, writableEnded, bytesRead } = socket;
      const state = { connecting, destroyed, writableEnded, paused: socket.isPaused(), bytesRead };
      return `socket ${localPort} to ${remotePort} ${JSON.stringify(state)}`;
    });
}

let serial = 0;

/** Fails a test file that leaves sockets, servers, timers, threads or processes behind. */
export default class LeakEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.graceMs = config.projectConfig.testEnvironmentOptions.graceMs ?? GRACE_MS;
    serial += 1;
    this.mark = `${process.env['HUIYIN_TEST_RUN'] ?? 'run'}:${process.pid}:${serial}`;
    this.threads = new Set();
    this.onThread = (thread) => {
      this.threads.add(thread);
      thread.once('exit', () => this.threads.delete(thread));
    };
  }

  async setup() {
    await super.setup();
    // Children get it whether a test hands on its own environment or leaves the default.
    process.env[MARK] = this.mark;
    this.global.process.env[MARK] = this.mark;
    this.before = openHandles();
    this.timersWaiting = watchTimers(this.global);
    process.on('worker', this.onThread);
  }

  /** One entry for each kind of thing that is there and was not before. */
  leaks() {
    const now = openHandles();
    const found = HANDLES.map((kind) => [kind, now[kind] - this.before[kind]]);
    found.push(['timer', this.timersWaiting()], ['thread', this.threads.size]);
    const processes = processesMarked(this.mark).map(({ pid, command }) => `process ${pid}: ${command}`);
    return [...found.filter(([, n]) => n > 0).map(([kind, n]) => `${n} ${kind}`), ...processes];
  }

  async teardown() {
    process.off('worker', this.onThread);
    let left = this.leaks();
    for (const end = Date.now() + this.graceMs; left.length > 0 && Date.now() < end; left = this.leaks())
      await sleep(50);
    for (const { pid } of processesMarked(this.mark)) process.kill(pid, 'SIGKILL');
    const sockets = left.some((one) => one.includes('TCPSocketWrap')) ? openSockets() : [];
    await super.teardown();
    if (left.length > 0)
      throw new Error(
        `This test file left behind (close it in afterAll): ${[...left, ...sockets].join('; ')}`,
      );
  }
}
