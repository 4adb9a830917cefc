const PRUNE_AT = 1_000;

/** A timer that can still fire, and keeps the process waiting for it. */
const waiting = (timer) => timer.hasRef() && !timer._destroyed;

/**
 * Watches the timers that code in this global object sets.
 * @param {typeof globalThis} scope
 * @returns {() => number} how many are waiting
 */
export function watchTimers(scope) {
  let timers = new Set();
  for (const name of ['setTimeout', 'setInterval']) {
    const real = scope[name];
    const watched = (...args) => {
      const timer = real(...args);
      if (timers.size >= PRUNE_AT) timers = new Set([...timers].filter(waiting));
      timers.add(timer);
      return timer;
    };
    // util.promisify knows the real one by a property.
    Object.defineProperties(watched, Object.getOwnPropertyDescriptors(real));
    scope[name] = watched;
  }
  return () => [...timers].filter(waiting).length;
}
