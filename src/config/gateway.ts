import { envFault, type Fault } from './fault.js';
import type { Gateway } from './shape.js';

type Env = Record<string, string | undefined>;
const PREFIX = 'WECHATY_PUPPET_SERVICE_';
const ENDPOINT = `${PREFIX}ENDPOINT`;
const TOKEN = `${PREFIX}TOKEN`;

/**
 * The gateway as wechaty-puppet-service's own variables give it, the old HOSTIE names included; null when none is set.
 * Values stand in no fault: a token pasted into the wrong variable must not reach a log.
 */
export function readGateway(env: Env): { gateway: Gateway | null; faults: Fault[] } {
  const token = env[TOKEN] ?? env['WECHATY_PUPPET_HOSTIE_TOKEN'] ?? null;
  const endpoint = env[ENDPOINT] ?? env['WECHATY_PUPPET_HOSTIE_ENDPOINT'] ?? null;
  if (token === null) return { gateway: null, faults: withoutToken(endpoint) };
  const gateway = {
    token,
    endpoint,
    authority: env[`${PREFIX}AUTHORITY`] ?? discoveryHost(env['WECHATY_SERVICE_DISCOVERY_ENDPOINT']),
    noTls: isTrue(env[`${PREFIX}NO_TLS_INSECURE_CLIENT`]),
    caCert: env[`${PREFIX}TLS_CA_CERT`]?.replaceAll('\\n', '\n') ?? null,
    serverName: env[`${PREFIX}TLS_SERVER_NAME`] ?? null,
  };
  return { gateway, faults: [...checkToken(gateway), ...checkEndpoint(endpoint), ...checkTls(env, gateway)] };
}

function withoutToken(endpoint: string | null): Fault[] {
  if (endpoint === null) return [];
  return [envFault(TOKEN, 'missing, yet an endpoint is set', `set ${TOKEN} too, or unset ${ENDPOINT}`)];
}

/** The client takes the TLS server name from the part of the token before its last `_`, and throws without one. */
function checkToken({ token, serverName }: Gateway): Fault[] {
  if (/\s/.test(token))
    return [envFault(TOKEN, 'holds a space or a line end', 'copy the token again, without them')];
  if (serverName !== null || token.lastIndexOf('_') > 0) return [];
  const mend = `write insecure_ before the token when the gateway is your own, or set ${PREFIX}TLS_SERVER_NAME`;
  return [envFault(TOKEN, 'has no "_" that ends the server name', mend)];
}

const GRPC_ADDRESS = /^(dns|ipv4|ipv6|unix|wechaty|xds):\S+$/;
const HOST_PORT = /^(\[[\da-f:]+\]|[\w.-]+):(\d{1,5})$/i;

function checkEndpoint(endpoint: string | null): Fault[] {
  if (endpoint === null || GRPC_ADDRESS.test(endpoint)) return [];
  const port = Number(HOST_PORT.exec(endpoint)?.[2] ?? 0);
  if (port >= 1 && port <= 65_535) return [];
  const mend = 'write host:port, like 127.0.0.1:8788, without http://';
  return [envFault(ENDPOINT, 'not an address that gRPC can dial', mend)];
}

function checkTls(env: Env, { caCert }: Gateway): Fault[] {
  const faults: Fault[] = [];
  const name = `${PREFIX}NO_TLS_INSECURE_CLIENT`;
  if (!/^(true|false|1|0)?$/i.test(env[name] ?? ''))
    faults.push(envFault(name, 'neither true nor false', 'write true or false'));
  if (caCert !== null && !caCert.includes('-----BEGIN CERTIFICATE-----')) {
    const mend = 'put the PEM text itself here (with \\n for line ends), not the name of a file';
    faults.push(envFault(`${PREFIX}TLS_CA_CERT`, 'not a certificate in PEM form', mend));
  }
  return faults;
}

function isTrue(value: string | undefined): boolean {
  return /^(true|1)$/i.test(value ?? '');
}

/** The old variable held a web address; the authority is its host. */
function discoveryHost(address: string | undefined): string | null {
  return address?.replace(/^https?:\/\//, '').replace(/\/+$/, '') ?? null;
}
