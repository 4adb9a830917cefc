import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the figures were taken on, and how busy it was. */
export function machine() {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    redis: redisVersion(),
    kernel: `${type()} ${release()}`,
    load: loadavg().map((one) => Math.round(one * 100) / 100),
  };
}

function redisVersion() {
  const line = execFileSync(process.env['HUIYIN_REDIS_SERVER'], ['--version'], { encoding: 'utf8' });
  return /v=(\S+)/.exec(line)?.[1] ?? line.trim();
}
