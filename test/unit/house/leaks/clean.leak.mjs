import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

it('starts a server and a process, and ends them', async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const child = spawn('sleep', ['60']);
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => server.close(resolve));
  setTimeout(() => undefined, 200);
});
