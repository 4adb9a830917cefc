import { parseRedisUrl } from '../../../src/config-redis.js';

describe('REDIS_URL', () => {
  it.each(['redis://127.0.0.1:6379', 'redis://localhost', 'rediss://user:pw@redis.example:6380/2', 'redis://[::1]:6379/0'])(
    '%s is one server',
    (url) => {
      expect(parseRedisUrl(url)).toEqual({ ok: true, target: { kind: 'single', url } });
    },
  );

  it('reads a cluster', () => {
    expect(parseRedisUrl('redis+cluster://u:p%40w@a:7000,b:7001,[::1]')).toEqual({
      ok: true,
      target: {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 7000 },
          { host: 'b', port: 7001 },
          { host: '::1', port: 6379 },
        ],
        username: 'u',
        password: 'p@w',
      },
    });
  });

  it('reads sentinels, with the name behind the hosts', () => {
    expect(parseRedisUrl('redis+sentinel://:pw@s1:26379,s2/mymaster/3')).toEqual({
      ok: true,
      target: {
        kind: 'sentinel',
        sentinels: [
          { host: 's1', port: 26_379 },
          { host: 's2', port: 26_379 },
        ],
        name: 'mymaster',
        db: 3,
        username: null,
        password: 'pw',
      },
    });
  });

  it.each([
    'localhost:6379',
    'http://localhost:6379',
    'redis://',
    'redis://host:notaport',
    'redis://host/database',
    'redis+cluster://',
    'redis+cluster://a:7000,,b:7001',
    'redis+cluster://a:70000',
    'redis+cluster://a:7000/0',
    'redis+sentinel://s1:26379',
    'redis+sentinel://s1:26379/',
    '',
  ])('%j is refused with the forms that are right', (url) => {
    expect(parseRedisUrl(url)).toMatchObject({ ok: false, mend: expect.stringContaining('redis+sentinel://') });
  });
});
