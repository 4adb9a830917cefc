import { resolve } from 'node:path';
import { didYouMean, envFault, type Fault } from './fault.js';
import { readGateway } from './gateway.js';
import { readSealedKeys } from './sealed-keys.js';
import { LOG_LEVELS, PARTS, type Config, type LogLevel, type Part } from './shape.js';
import { parseRedisAddress, RedisAddressError, type RedisAddress } from '../store/address.js';

type Env = Record<string, string | undefined>;

/** What the environment alone says. */
export type EnvConfig = Omit<Config, 'settings' | 'keys' | 'directory' | 'taxonomy' | 'messages'>;

/** One variable, read: its value (a default where it was wrong, so that reading goes on) and what was wrong. */
interface Read<Value> {
  value: Value;
  faults: Fault[];
}

/** Reads the variables of contracts; empty ones count as unset (compose hands over empty ones). */
export function readEnv(given: Env, packageConfigDir: string): { env: EnvConfig; faults: Fault[] } {
  const env = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, value?.trim() || undefined]),
  );
  const gateway = readGateway(env);
  const redis = readRedis(env['REDIS_URL']);
  const parts = readParts(env['HUIYIN_ROLES']);
  const port = readPort(env['PORT']);
  const host = readHost(env['HOST']);
  const logLevel = readLogLevel(env['LOG_LEVEL']);
  const timeZone = readTimeZone(env['TZ']);
  const manualClock = readClock(env['HUIYIN_CLOCK']);
  const dataDir = resolve(env['HUIYIN_DATA'] ?? 'data');
  const sealed = readSealedKeys(env, dataDir);
  const reads = [gateway, redis, parts, port, host, logLevel, timeZone, manualClock, sealed];
  return {
    env: {
      configDir: env['HUIYIN_CONFIG'] === undefined ? packageConfigDir : resolve(env['HUIYIN_CONFIG']),
      dataDir,
      sealed: sealed.value,
      parts: parts.value,
      redis: redis.value,
      gateway: gateway.gateway,
      http: { host: host.value, port: port.value },
      logLevel: logLevel.value,
      timeZone: timeZone.value,
      manualClock: manualClock.value,
    },
    faults: reads.flatMap((read) => read.faults),
  };
}

function readRedis(text: string | undefined): Read<RedisAddress | null> {
  if (text === undefined) return fine(null);
  try {
    return fine(parseRedisAddress(text));
  } catch (error) {
    if (!(error instanceof RedisAddressError)) throw error;
    // The store's own words, without the variable's name that they begin with.
    const [what = '', forms = ''] = error.message.replace('REDIS_URL: ', '').split('. Expected ');
    return { value: null, faults: [envFault('REDIS_URL', what, `write ${forms}`)] };
  }
}

function readParts(text: string | undefined): Read<Part[]> {
  const words = (text ?? 'all').toLowerCase().split(/[,\s]+/).filter((word) => word !== ''); // prettier-ignore
  const known: readonly string[] = [...PARTS, 'all'];
  const faults = words
    .filter((word) => !known.includes(word))
    .map((word) => envFault('HUIYIN_ROLES', 'names a role that does not exist', hint(word, known)));
  const chosen = PARTS.filter((part) => words.includes(part) || words.includes('all'));
  return { value: chosen.length > 0 ? chosen : [...PARTS], faults };
}

function readPort(text: string | undefined): Read<number> {
  const port = Number(text ?? 8080);
  if (/^\d{1,5}$/.test(text ?? '8080') && port <= 65_535) return fine(port);
  const mend = 'write a number from 1 to 65535, or 0 for any free port';
  return { value: 8080, faults: [envFault('PORT', 'not a port', mend)] };
}

function readHost(text: string | undefined): Read<string> {
  const host = text ?? '127.0.0.1';
  if (/^[\w.:-]+$/.test(host)) return fine(host);
  const mend = 'write an address to listen on, like 127.0.0.1 (this machine only) or 0.0.0.0 (all)';
  return { value: '127.0.0.1', faults: [envFault('HOST', 'not an address', mend)] };
}

function readLogLevel(text: string | undefined): Read<LogLevel> {
  const level = LOG_LEVELS.find((known) => known === (text ?? 'info').toLowerCase());
  if (level !== undefined) return fine(level);
  return { value: 'info', faults: [envFault('LOG_LEVEL', 'no such level', hint(text ?? '', LOG_LEVELS))] };
}

function readTimeZone(text: string | undefined): Read<string> {
  // `:/etc/localtime` and the like name a file of the machine: no zone to show, so the county's.
  const zone = text === undefined || /^:?\//.test(text) ? 'Asia/Shanghai' : text;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return fine(zone);
  } catch {
    const mend = 'write a name of the time zone database, like Asia/Shanghai, or unset it';
    return { value: 'Asia/Shanghai', faults: [envFault('TZ', 'no such time zone', mend)] };
  }
}

function readClock(text: string | undefined): Read<boolean> {
  if (text === undefined || text === 'manual') return fine(text === 'manual');
  const mend = 'write manual (tests only: time stands still but for POST /clock), or unset it';
  return { value: false, faults: [envFault('HUIYIN_CLOCK', 'no such clock', mend)] };
}

function hint(word: string, known: readonly string[]): string {
  const near = didYouMean(word, known);
  return `${near === null ? '' : `did you mean "${near}"? `}write one of: ${known.join(', ')}`;
}

function fine<Value>(value: Value): Read<Value> {
  return { value, faults: [] };
}
