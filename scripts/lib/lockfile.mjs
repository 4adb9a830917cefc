/**
 * npm leaves packages for other platforms out of the lockfile when the registry at hand does not offer them, and then
 * refuses the lockfile itself (`npm ci`: "Missing … from lock file"). These functions find and add what is left out.
 */

/** Where in the tree `name` is found from `path`, as Node would look for it; null when the lockfile lacks it. */
function locate(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (at === '') return null;
  }
}

/** @returns {{ of: string, name: string, version: string }[]} optional packages that are named, yet stand nowhere */
export function missingOptional(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => locate(packages, path, name) === null)
      .map(([name, version]) => ({ of: path, name, version })),
  );
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const LIBC = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** What a binary package's name says about where it runs: `@swc/core-linux-arm64-musl` → linux, arm64, musl. */
export function platformOf(name) {
  const words = name.split('-');
  const at = words.findIndex((word) => SYSTEMS.includes(word));
  if (at < 0) return null;
  const [os, cpu, abi] = words.slice(at);
  if (cpu === undefined) return null;
  return { cpu: [cpu], ...(os === 'linux' && abi in LIBC ? { libc: [LIBC[abi]] } : {}), os: [os] };
}

/**
 * Adds what is missing: name, exact version and platform; npm fills in the rest where such a package is installed.
 * Returns the names added; leaves alone what names no exact version or platform.
 */
export function completeLock(lock) {
  const added = [];
  for (const { of, name, version } of missingOptional(lock.packages)) {
    const platform = platformOf(name);
    if (platform === null || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    const { dev } = lock.packages[of];
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
    added.push(name);
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return added;
}
