/** Where Redis is, read from REDIS_URL. */
export type RedisAddress =
  | ({ kind: 'single'; host: string; port: number; db: number } & Access)
  | ({ kind: 'socket'; path: string; db: number } & Access)
  | ({ kind: 'cluster'; nodes: HostPort[] } & Access)
  | ({ kind: 'sentinel'; nodes: HostPort[]; name: string; db: number; sentinelPassword?: string } & Access);

export interface HostPort {
  host: string;
  port: number;
}

interface Access {
  username?: string;
  password?: string;
  tls: boolean;
}

const FORMS =
  'redis://[user:password@]host:port[/db], rediss://… (TLS), redis+cluster://h:p,h:p, redis+sentinel://h:p,h:p/name, or the path of a unix socket';

/** A REDIS_URL that cannot be understood. Its message never repeats the credentials. */
export class RedisAddressError extends Error {
  override readonly name = 'RedisAddressError';

  constructor(what: string) {
    super(`REDIS_URL: ${what}. Expected ${FORMS}`);
  }
}

/** Parses REDIS_URL. @throws RedisAddressError */
export function parseRedisAddress(text: string): RedisAddress {
  const given = text.trim();
  if (given.startsWith('/')) return { kind: 'socket', path: given, db: 0, tls: false };
  const url = /^([a-z+]+):\/\/(.*)$/is.exec(given);
  if (!url) throw new RedisAddressError('it has no scheme');
  const scheme = (url[1] ?? '').toLowerCase();
  const parts = splitRest(url[2] ?? '');
  if (scheme === 'unix')
    return { kind: 'socket', path: socketPath(parts), db: 0, tls: false, ...parts.access };
  const form = /^redis(s?)(\+cluster|\+sentinel)?$/.exec(scheme);
  if (!form) throw new RedisAddressError(`scheme "${scheme}" is unknown`);
  const access = { ...parts.access, tls: form[1] === 's' };
  if (form[2] === '+cluster') return cluster(parts, access);
  if (form[2] === '+sentinel') return sentinel(parts, access);
  return single(parts, access);
}

/** The address as it may stand in logs: no user, no password. */
export function describeAddress(address: RedisAddress): string {
  const list = (nodes: HostPort[]) => nodes.map((node) => `${node.host}:${node.port}`).join(',');
  const scheme = address.tls ? 'rediss' : 'redis';
  switch (address.kind) {
    case 'socket':
      return `unix://${address.path}`;
    case 'single':
      return `${scheme}://${address.host}:${address.port}/${address.db}`;
    case 'cluster':
      return `${scheme}+cluster://${list(address.nodes)}`;
    case 'sentinel':
      return `${scheme}+sentinel://${list(address.nodes)}/${address.name}`;
  }
}

interface Parts {
  access: { username?: string; password?: string };
  hosts: string;
  path: string[];
  query: URLSearchParams;
}

function splitRest(rest: string): Parts {
  const [main = '', query = ''] = rest.split('?', 2);
  const at = main.lastIndexOf('@');
  const [hosts = '', ...path] = main.slice(at + 1).split('/');
  return {
    access: at < 0 ? {} : credentials(main.slice(0, at)),
    hosts,
    path,
    query: new URLSearchParams(query),
  };
}

function credentials(text: string): { username?: string; password?: string } {
  const colon = text.indexOf(':');
  const username = decode(colon < 0 ? text : text.slice(0, colon));
  const password = colon < 0 ? '' : decode(text.slice(colon + 1));
  return { ...(username && { username }), ...(password && { password }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RedisAddressError(
      'the user or password holds a % that is no percent-encoding (write it as %25)',
    );
  }
}

function socketPath(parts: Parts): string {
  const path = `${parts.hosts}/${parts.path.join('/')}`;
  if (!path.startsWith('/'))
    throw new RedisAddressError('a unix socket needs a full path, as in unix:///run/redis.sock');
  return path;
}

function single(parts: Parts, access: Access): RedisAddress {
  const nodes = hostPorts(parts.hosts);
  const [node] = nodes;
  if (!node || nodes.length > 1)
    throw new RedisAddressError('several hosts need redis+cluster:// or redis+sentinel://');
  return { kind: 'single', ...node, db: database(parts.path[0]), ...access };
}

function cluster(parts: Parts, access: Access): RedisAddress {
  if (database(parts.path[0]) !== 0) throw new RedisAddressError('a cluster has only database 0');
  return { kind: 'cluster', nodes: hostPorts(parts.hosts), ...access };
}

function sentinel(parts: Parts, access: Access): RedisAddress {
  const name = decode(parts.path[0] ?? '');
  if (!name)
    throw new RedisAddressError(
      'a sentinel address ends with the name of its primary, as in …:26379/mymaster',
    );
  const sentinelPassword = parts.query.get('sentinelPassword');
  const nodes = hostPorts(parts.hosts, 26_379);
  return {
    kind: 'sentinel', nodes, name, db: database(parts.path[1]), ...access, ...(sentinelPassword && { sentinelPassword }),
  }; // prettier-ignore
}

function hostPorts(text: string, standard = 6_379): HostPort[] {
  return text.split(',').map((one) => {
    const match = /^(\[[0-9a-f:.]+\]|[^:[\]\s]+)(?::(\d{1,5}))?$/i.exec(one.trim());
    const port = Number(match?.[2] ?? standard);
    if (!match?.[1] || port < 1 || port > 65_535)
      throw new RedisAddressError('a host is missing or has no valid port');
    return { host: match[1].replace(/^\[|\]$/g, ''), port };
  });
}

function database(text: string | undefined): number {
  if (!text) return 0;
  if (!/^\d{1,4}$/.test(text)) throw new RedisAddressError('the database after / is not a number');
  return Number(text);
}
