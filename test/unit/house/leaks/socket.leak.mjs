import { createServer, connect } from 'node:net';

it('passes, but leaves a server and a connection', async () => {
  const server = createServer(() => undefined);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect(server.address().port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  // Else this process could not end either.
  setTimeout(() => {
    socket.destroy();
    server.close();
  }, 5_000).unref();
});
