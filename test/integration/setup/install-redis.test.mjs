import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRedis } from '../../../scripts/lib/redis.mjs';

/**
 * The package manager of these tests: a shell script that writes down how it is called, and "installs" by making a file
 * that can be run. The real one is used by `npm start` on a machine without Redis, which no test here may change.
 */
class Machine {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'huiyin-machine-'));
    for (const tool of ['sh', 'env', 'chmod', 'cp', 'rm', 'true'])
      symlinkSync(`/bin/${tool}`, join(this.folder, tool));
    this.env = { PATH: this.folder };
  }

  program(name, script) {
    const path = join(this.folder, name);
    writeFileSync(
      path,
      `#!/bin/sh\necho "${name} $* [$DEBIAN_FRONTEND]" >> ${this.folder}/calls\n${script}\n`,
    );
    chmodSync(path, 0o755);
  }

  /** What `apt-get install` does when it works. */
  get installs() {
    return `printf '#!/bin/sh\\n' > ${this.folder}/redis-server; chmod 755 ${this.folder}/redis-server`;
  }

  calls() {
    const file = join(this.folder, 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }

  close() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

let machine;
beforeEach(() => {
  machine = new Machine();
  machine.program('systemctl', 'exit 0');
});
afterEach(() => machine.close());

const ensure = (uid = 0) =>
  ensureRedis({ env: machine.env, folders: [], uid, policy: join(machine.folder, 'policy-rc.d') });
const installed = () => join(machine.folder, 'redis-server');

describe('a Redis server for a machine without one', () => {
  it('is the one that is there, and nothing is installed', async () => {
    machine.program('apt-get', 'exit 1');
    machine.program('valkey-server', '');
    expect(await ensure()).toBe(join(machine.folder, 'valkey-server'));
    expect(machine.calls()).toEqual([]);
  });

  it('comes from apt-get without a question; package lists are fetched only when needed', async () => {
    machine.program('apt-get', machine.installs);
    expect(await ensure()).toBe(installed());
    expect(machine.calls()[0]).toMatch(/^apt-get install -y .*redis-server \[noninteractive\]$/);
    expect(machine.calls().filter((call) => call.startsWith('apt-get'))).toHaveLength(1);
  });

  it('fetches package lists on a machine that has none yet', async () => {
    const lists = join(machine.folder, 'lists');
    const apt = `case "$1" in update) : > ${lists};; *) [ -e ${lists} ] || exit 100; ${machine.installs};; esac`;
    machine.program('apt-get', apt);
    expect(await ensure()).toBe(installed());
    const verbs = machine.calls().map((call) => call.split(' ').slice(0, 2).join(' '));
    expect(verbs).toEqual(['apt-get install', 'apt-get update', 'apt-get install', 'systemctl disable']);
  });

  it('keeps the package from starting a service, and leaves no trace of doing so', async () => {
    const policy = join(machine.folder, 'policy-rc.d');
    machine.program('apt-get', `cp ${policy} ${machine.folder}/seen; ${machine.installs}`);
    await ensure();
    expect(readFileSync(join(machine.folder, 'seen'), 'utf8')).toBe('#!/bin/sh\nexit 101\n');
    expect(existsSync(policy)).toBe(false);
    expect(machine.calls().at(-1)).toMatch(/^systemctl disable --now redis-server/);
  });

  it("leaves an administrator's own policy for services as it is", async () => {
    const policy = join(machine.folder, 'policy-rc.d');
    writeFileSync(policy, 'theirs');
    machine.program('apt-get', machine.installs);
    await ensure();
    expect(readFileSync(policy, 'utf8')).toBe('theirs');
  });

  it('comes through sudo when sudo asks no password', async () => {
    machine.program('sudo', 'shift; exec "$@"');
    machine.program('dnf', `case "$*" in *valkey*) exit 1;; *) ${machine.installs};; esac`);
    expect(await ensure(1000)).toBe(installed());
    const calls = machine.calls().filter((call) => call.startsWith('dnf'));
    expect(calls).toEqual([
      'dnf install -y valkey [noninteractive]',
      'dnf install -y redis [noninteractive]',
    ]);
  });

  it('cannot be had when sudo wants a password', async () => {
    machine.program('sudo', 'exit 1');
    machine.program('dnf', machine.installs);
    await expect(ensure(1000)).rejects.toThrow(/No redis-server/);
    expect(machine.calls()).toEqual(['sudo -n true []']);
  });

  it('cannot be had without a package manager: one line names the three ways on', async () => {
    const error = await ensure().catch((reason) => reason);
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(/^No redis-server .*apt-get install.*docker compose.*REDIS_URL.*$/);
  });

  it('cannot be had when the package manager fails', async () => {
    machine.program('dnf', 'exit 1');
    await expect(ensure()).rejects.toThrow(/No redis-server/);
  });

  it('is not installed where HUIYIN_INSTALL=no forbids it', async () => {
    machine.program('dnf', machine.installs);
    machine.env.HUIYIN_INSTALL = 'no';
    await expect(ensure()).rejects.toThrow(/No redis-server/);
    expect(machine.calls()).toEqual([]);
  });
});
