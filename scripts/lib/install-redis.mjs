import { existsSync } from 'node:fs';
import { findProgram } from './find.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * How each package manager is asked, first to last; `update` is tried once when the first asking fails (a fresh
 * machine has no package lists).
 */
const MANAGERS = [
  {
    program: 'apt-get',
    install: [['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', 'redis-server']],
    update: ['update', '-o', 'DPkg::Lock::Timeout=120'],
    startsService: true,
  },
  {
    program: 'dnf',
    install: [
      ['install', '-y', 'valkey'],
      ['install', '-y', 'redis'],
    ],
  },
  {
    program: 'apk',
    install: [
      ['add', '--no-cache', 'redis'],
      ['add', '--no-cache', 'valkey'],
    ],
  },
  { program: 'brew', install: [['install', 'redis']], asUser: true },
];

/**
 * The machine as the installer sees it; tests give another one.
 * @typedef {{ env: NodeJS.ProcessEnv, folders?: string[], uid?: number, policy?: string }} Machine
 */

/** What stands before a command so that it has the rights: nothing for root, sudo when it asks no password. */
async function rights(asUser, { env, folders, uid = process.getuid?.() }) {
  if (asUser) return uid === 0 ? null : [];
  if (uid === 0) return [];
  const sudo = findProgram(['sudo'], env, folders);
  if (sudo === null) return null;
  const { code } = await run(sudo, ['-n', 'true'], { env, output: 'keep' });
  return code === 0 ? [sudo, '-n'] : null;
}

/** Runs one command with rights, without questions. */
async function quietly(prefix, command, env) {
  const line = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  const { code } = await run(line[0], line.slice(1), { env, output: 'keep' });
  return code === 0;
}

/**
 * Debian starts a server when its package is installed, and again at every boot: a Redis on port 6379 that nobody asked
 * for. Huiyin runs its own, so the package's service is held back while it is installed and then disabled; both only
 * because it was us who installed it. A policy that an administrator has set stays as it is.
 */
async function withoutService(prefix, { env, policy = '/usr/sbin/policy-rc.d' }, install) {
  const ours = !existsSync(policy);
  const hold = `printf '#!/bin/sh\\nexit 101\\n' > ${policy} && chmod 755 ${policy}`;
  if (ours) await quietly(prefix, ['sh', '-c', hold], env);
  try {
    return await install();
  } finally {
    if (ours) await quietly(prefix, ['rm', '-f', policy], env);
    const disable = 'systemctl disable --now redis-server || update-rc.d redis-server disable || true';
    await quietly(prefix, ['sh', '-c', disable], env);
  }
}

async function installWith(manager, path, prefix, machine) {
  say(`Installing a Redis server with ${manager.program} … 安装 Redis`);
  const call = (args) => quietly(prefix, [path, ...args], machine.env);
  const tryAll = async () => {
    for (const args of manager.install) if (await call(args)) return true;
    return false;
  };
  const install = async () =>
    (await tryAll()) || (manager.update !== undefined && (await call(manager.update)) && tryAll());
  return manager.startsService ? withoutService(prefix, machine, install) : install();
}

/**
 * Installs a Redis server through the machine's package manager, when that is allowed without a password.
 * @param {Machine} machine
 * @returns {Promise<boolean>} false: no manager, no rights, or it failed
 */
export async function installRedis(machine) {
  for (const manager of MANAGERS) {
    const path = findProgram([manager.program], machine.env, machine.folders);
    if (path === null) continue;
    const prefix = await rights(manager.asUser ?? false, machine);
    return prefix !== null && (await installWith(manager, path, prefix, machine));
  }
  return false;
}
