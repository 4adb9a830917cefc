import fc from 'fast-check';
import { readEnv } from '../../../src/config/env.js';
import { formatFault } from '../../../src/config/fault.js';

const read = (env: Record<string, string | undefined>) => readEnv(env, '/opt/huiyin/config');
const faults = (env: Record<string, string | undefined>) => read(env).faults.map(formatFault);
const GATEWAY = { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_s3cr3t', WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788' };

describe('the environment', () => {
  it('may be empty', () => {
    expect(read({})).toEqual({
      env: {
        configDir: '/opt/huiyin/config',
        dataDir: expect.stringMatching(/\/data$/),
        parts: ['bot', 'worker', 'web'],
        sealed: { keys: [], file: expect.stringMatching(/\/data\/sealed\.key$/) },
        redis: null,
        gateway: null,
        http: { host: '127.0.0.1', port: 8080 },
        logLevel: 'info',
        timeZone: 'Asia/Shanghai',
        manualClock: false,
      },
      faults: [],
    });
  });

  it('counts empty variables as unset, as compose hands them over', () => {
    const empty = { REDIS_URL: '', PORT: ' ', WECHATY_PUPPET_SERVICE_TOKEN: '', WECHATY_PUPPET_SERVICE_ENDPOINT: '', TZ: '' };
    expect(read(empty)).toEqual(read({}));
  });

  it('reads what is set', () => {
    const { env } = read({ HUIYIN_CONFIG: '/etc/huiyin', HUIYIN_DATA: '/var/huiyin', PORT: '0', HOST: '0.0.0.0', LOG_LEVEL: 'debug', TZ: 'UTC', HUIYIN_CLOCK: 'manual', REDIS_URL: 'redis://r' }); // prettier-ignore
    expect(env).toMatchObject({
      configDir: '/etc/huiyin',
      dataDir: '/var/huiyin',
      http: { host: '0.0.0.0', port: 0 },
      logLevel: 'debug',
      timeZone: 'UTC',
      manualClock: true,
      redis: { kind: 'single', host: 'r', port: 6379 },
    });
  });

  it.each([
    ['bot', ['bot']],
    ['worker,web', ['worker', 'web']],
    ['web bot', ['bot', 'web']],
    ['all', ['bot', 'worker', 'web']],
  ])('HUIYIN_ROLES=%s', (text, parts) => {
    expect(read({ HUIYIN_ROLES: text }).env.parts).toEqual(parts);
  });

  it.each([
    ['redis://u:pw@r:7/2', { kind: 'single', host: 'r', port: 7, db: 2, tls: false }],
    ['rediss://r', { kind: 'single', tls: true }],
    ['/run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }],
    ['redis+cluster://a:7000,b:7001', { kind: 'cluster', nodes: [{ host: 'a', port: 7000 }, { host: 'b', port: 7001 }] }],
    ['redis+sentinel://s1,s2:26380/mymaster', { kind: 'sentinel', name: 'mymaster' }],
  ])('REDIS_URL=%s', (url, address) => {
    expect(read({ REDIS_URL: url })).toMatchObject({ faults: [], env: { redis: address } });
  });

  it.each([
    ['PORT', '99999', 'not a port; write a number from 1 to 65535'],
    ['PORT', '80a', 'not a port'],
    ['HOST', 'http://0.0.0.0', 'not an address'],
    ['LOG_LEVEL', 'inof', 'no such level; did you mean "info"?'],
    ['TZ', 'Mars/Phobos', 'no such time zone'],
    ['HUIYIN_CLOCK', 'fast', 'no such clock'],
    ['HUIYIN_ROLES', 'bot,wroker', 'names a role that does not exist; did you mean "worker"?'],
    ['REDIS_URL', 'http://localhost:6379', 'scheme "http" is unknown; write redis://'],
    ['REDIS_URL', 'redis+sentinel://a:1', 'a sentinel address ends with the name of its primary'],
    ['REDIS_URL', 'localhost:6379', 'it has no scheme; write redis://[user:password@]host:port[/db], rediss://… (TLS), redis+cluster://'],
  ])('%s=%s is a fault', (name, value, expected) => {
    const found = faults({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`environment ${name}: ${expected}`);
  });

  it('tells all faults at once', () => {
    expect(faults({ PORT: 'x', TZ: 'x', LOG_LEVEL: 'x', WECHATY_PUPPET_SERVICE_ENDPOINT: 'h:1' })).toHaveLength(4);
  });
});

describe('the gateway', () => {
  it('comes from wechaty’s own variables', () => {
    const env = {
      ...GATEWAY,
      WECHATY_PUPPET_SERVICE_AUTHORITY: 'token.example',
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
      WECHATY_PUPPET_SERVICE_TLS_CA_CERT: '-----BEGIN CERTIFICATE-----\\nAAA\\n-----END CERTIFICATE-----',
      WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME: 'gw',
    };
    expect(read(env)).toMatchObject({
      faults: [],
      env: {
        gateway: {
          token: 'insecure_s3cr3t',
          endpoint: '127.0.0.1:8788',
          authority: 'token.example',
          noTls: true,
          caCert: '-----BEGIN CERTIFICATE-----\nAAA\n-----END CERTIFICATE-----',
          serverName: 'gw',
        },
      },
    });
  });

  it('may be found by the token alone', () => {
    const { env, faults: found } = read({ WECHATY_PUPPET_SERVICE_TOKEN: 'uuid_1' });
    expect(found).toEqual([]);
    expect(env.gateway).toEqual({ token: 'uuid_1', endpoint: null, authority: null, noTls: false, caCert: null, serverName: null });
  });

  it('understands the names of before', () => {
    const { env } = read({ WECHATY_PUPPET_HOSTIE_TOKEN: 'x_1', WECHATY_SERVICE_DISCOVERY_ENDPOINT: 'https://api.old.example/' });
    expect(env.gateway).toMatchObject({ token: 'x_1', authority: 'api.old.example' });
  });

  it.each([
    ['an endpoint without a token', { WECHATY_PUPPET_SERVICE_TOKEN: '' }, 'TOKEN: missing, yet an endpoint is set; set WECHATY_PUPPET_SERVICE_TOKEN too'],
    ['a web address as endpoint', { WECHATY_PUPPET_SERVICE_ENDPOINT: 'http://gw:8788' }, 'ENDPOINT: not an address that gRPC can dial; write host:port'],
    ['an endpoint without a port', { WECHATY_PUPPET_SERVICE_ENDPOINT: 'gw' }, 'ENDPOINT: not an address'],
    ['a token that names no server', { WECHATY_PUPPET_SERVICE_TOKEN: 's3cr3t' }, 'TOKEN: has no "_" that ends the server name; write insecure_ before'],
    ['a token with a space', { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_s3c r3t' }, 'TOKEN: holds a space'],
    ['a flag that is neither', { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'yes' }, 'NO_TLS_INSECURE_CLIENT: neither true nor false'],
    ['a certificate’s file name', { WECHATY_PUPPET_SERVICE_TLS_CA_CERT: '/etc/ca.pem' }, 'TLS_CA_CERT: not a certificate in PEM form'],
  ])('%s is a fault', (_, change, expected) => {
    const found = faults({ ...GATEWAY, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`environment WECHATY_PUPPET_SERVICE_${expected}`);
  });

  it('a token without prefix is right when the server name is given', () => {
    expect(faults({ ...GATEWAY, WECHATY_PUPPET_SERVICE_TOKEN: 'plain', WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME: 'gw' })).toEqual([]);
  });

  it('never shows a secret in a fault, whichever variable it was put in', () => {
    const names = ['TOKEN', 'ENDPOINT', 'AUTHORITY', 'NO_TLS_INSECURE_CLIENT', 'TLS_CA_CERT', 'TLS_SERVER_NAME'].map((n) => `WECHATY_PUPPET_SERVICE_${n}`); // prettier-ignore
    const variable = fc.constantFrom(...names, 'REDIS_URL', 'PORT', 'HOST', 'TZ', 'LOG_LEVEL', 'HUIYIN_ROLES', 'HUIYIN_CLOCK');
    const wrapped = fc.constantFrom('k9Q7zSECRET', 'a k9Q7zSECRET', 'redis://u:k9Q7zSECRET@/x', 'http://k9Q7zSECRET');
    fc.assert(
      fc.property(fc.dictionary(variable, wrapped), (env) => {
        expect(faults(env).join('\n')).not.toContain('k9Q7zSECRET');
      }),
    );
  });
});
