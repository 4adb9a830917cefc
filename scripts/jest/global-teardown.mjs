import { processesMarked } from './processes.mjs';

/** The last look: whatever a test started and no test file's own check saw ended. */
export default function teardown() {
  const left = processesMarked(`${process.env['HUIYIN_TEST_RUN']}:`);
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  if (left.length === 0) return;
  throw new Error(`Tests left processes running: ${left.map((p) => `${p.pid} ${p.command}`).join('; ')}`);
}
