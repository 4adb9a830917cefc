import type { RedisLogin, RedisNode, RedisTarget } from './config-shape.js';

const FORMS =
  'write redis://[user:password@]host[:port][/db], rediss://… (TLS), redis+cluster://[user:password@]h:p,h:p or redis+sentinel://[user:password@]h:p,h:p/name';

/** Why an address cannot be used; holds nothing of the address, which can carry a password. */
export type RedisParsed = { ok: true; target: RedisTarget } | { ok: false; what: string; mend: string };

/** Reads REDIS_URL. Sentinels listen on 26379 and Redis on 6379 when no port is written. */
export function parseRedisUrl(text: string): RedisParsed {
  const scheme = /^([a-z+]+):\/\//i.exec(text)?.[1]?.toLowerCase() ?? '';
  const rest = text.slice(scheme.length + 3);
  if (scheme === 'redis' || scheme === 'rediss') return single(text);
  if (scheme === 'redis+cluster') return cluster(rest);
  if (scheme === 'redis+sentinel') return sentinel(rest);
  return wrong('this is not an address of a Redis that the product knows');
}

function single(text: string): RedisParsed {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.hostname === '') return wrong('no host can be read in this address');
  if (!/^\/?\d{0,2}$/.test(url.pathname)) return wrong('the database behind the last "/" is not a number');
  return { ok: true, target: { kind: 'single', url: text } };
}

function cluster(rest: string): RedisParsed {
  const { login, hosts, path } = split(rest);
  const nodes = readNodes(hosts, 6379);
  if (nodes === null) return wrong('the list of hosts cannot be read');
  if (path !== '') return wrong('a cluster has no databases, yet something stands behind "/"');
  return { ok: true, target: { kind: 'cluster', nodes, ...login } };
}

function sentinel(rest: string): RedisParsed {
  const { login, hosts, path } = split(rest);
  const sentinels = readNodes(hosts, 26379);
  if (sentinels === null) return wrong('the list of hosts cannot be read');
  const [, name = '', db = '0'] = /^([\w.-]+)(?:\/(\d{1,2}))?$/.exec(path) ?? [];
  if (name === '') return wrong('the name of the watched Redis is missing behind the hosts');
  return { ok: true, target: { kind: 'sentinel', sentinels, name, db: Number(db), ...login } };
}

function split(rest: string): { login: RedisLogin; hosts: string; path: string } {
  const at = rest.lastIndexOf('@');
  const slash = rest.indexOf('/', at + 1);
  const hosts = rest.slice(at + 1, slash < 0 ? undefined : slash);
  const path = slash < 0 ? '' : rest.slice(slash + 1);
  return { login: readLogin(at < 0 ? '' : rest.slice(0, at)), hosts, path };
}

/** `user:password`, `:password`; percent signs as in any address. */
function readLogin(text: string): RedisLogin {
  const [user = '', ...password] = text.split(':');
  return { username: decode(user), password: decode(password.join(':')) };
}

function decode(text: string): string | null {
  if (text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a bare percent sign in a password
  }
}

/** `a:7000,b:7001,[::1]:7002`; null when one of them cannot be read. */
function readNodes(hosts: string, defaultPort: number): RedisNode[] | null {
  const nodes: RedisNode[] = [];
  for (const text of hosts.split(',')) {
    const [, v6, host, port] = /^(?:\[([\da-f:]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(text.trim()) ?? [];
    const number = port === undefined ? defaultPort : Number(port);
    const name = v6 ?? host;
    if (name === undefined || number < 1 || number > 65_535) return null;
    nodes.push({ host: name, port: number });
  }
  return nodes;
}

function wrong(what: string): RedisParsed {
  return { ok: false, what, mend: FORMS };
}
