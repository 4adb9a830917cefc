import { Worker } from 'node:worker_threads';

it('passes, but leaves a thread', async () => {
  const worker = new Worker('setInterval(() => undefined, 1000)', { eval: true });
  await new Promise((resolve) => worker.once('online', resolve));
  setTimeout(() => void worker.terminate(), 5_000).unref();
});
