import { spawn } from 'node:child_process';

it('passes, but leaves a process', () => {
  spawn('sleep', ['60'], { detached: true, stdio: 'ignore' }).unref();
});
