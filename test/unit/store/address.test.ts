import { describe, expect, it } from '@jest/globals';
import { describeAddress, parseRedisAddress } from '../../../src/store/address.js';

describe('REDIS_URL', () => {
  it.each([
    ['redis://localhost', { kind: 'single', host: 'localhost', port: 6379, db: 0, tls: false }],
    ['redis://10.0.0.1:7000/3', { kind: 'single', host: '10.0.0.1', port: 7000, db: 3, tls: false }],
    ['REDIS://[::1]:7000', { kind: 'single', host: '::1', port: 7000, db: 0, tls: false }],
    [
      'rediss://u:p%40ss:word@h:1',
      { kind: 'single', host: 'h', port: 1, db: 0, tls: true, username: 'u', password: 'p@ss:word' },
    ],
    ['redis://:a@b@h', { kind: 'single', host: 'h', port: 6379, db: 0, tls: false, password: 'a@b' }],
    ['/run/redis.sock', { kind: 'socket', path: '/run/redis.sock', db: 0, tls: false }],
    [
      'unix://:pw@/run/redis.sock',
      { kind: 'socket', path: '/run/redis.sock', db: 0, tls: false, password: 'pw' },
    ],
    [
      'redis+cluster://a:1,b:2',
      {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 1 },
          { host: 'b', port: 2 },
        ],
        tls: false,
      },
    ],
    [
      'rediss+cluster://u:p@a:1',
      { kind: 'cluster', nodes: [{ host: 'a', port: 1 }], tls: true, username: 'u', password: 'p' },
    ],
    [
      'redis+sentinel://a,b:2/main',
      {
        kind: 'sentinel',
        nodes: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 2 },
        ],
        name: 'main',
        db: 0,
        tls: false,
      },
    ],
    [
      'redis+sentinel://:p@a:1/main/2?sentinelPassword=sp',
      {
        kind: 'sentinel',
        nodes: [{ host: 'a', port: 1 }],
        name: 'main',
        db: 2,
        tls: false,
        password: 'p',
        sentinelPassword: 'sp',
      },
    ],
  ])('reads %s', (text, expected) => {
    expect(parseRedisAddress(text)).toEqual(expected);
  });

  it.each([
    ['localhost:6379', /no scheme/],
    ['', /no scheme/],
    ['http://u:s3cret@h', /scheme "http" is unknown/],
    ['redis://u:s3cret@', /host is missing/],
    ['redis://u:s3cret@h:99999', /no valid port/],
    ['redis://u:s3cret@h:1/x', /database/],
    ['redis://u:s3cret%@h:1', /percent-encoding/],
    ['redis://a:1,b:2', /redis\+cluster/],
    ['redis+cluster://u:s3cret@a:1/3', /only database 0/],
    ['redis+sentinel://u:s3cret@a:1', /name of its primary/],
    ['redis+other://u:s3cret@a:1', /unknown/],
    ['unix://u:s3cret@redis.sock', /full path/],
  ])('refuses %s with what is wrong, what is right, and no password', (text, why) => {
    const parse = () => parseRedisAddress(text);
    expect(parse).toThrow(why);
    expect(parse).toThrow(/^REDIS_URL: .*Expected redis:\/\//);
    expect(parse).not.toThrow(/s3cret/);
  });

  it.each([
    'redis://u:s3cret@h:1/2',
    'rediss+cluster://u:s3cret@a:1,b:2',
    'redis+sentinel://u:s3cret@a:1/main',
    'unix://u:s3cret@/x',
  ])('is described without its credentials: %s', (text) => {
    const said = describeAddress(parseRedisAddress(text));
    expect(said).toBe(text.replace('u:s3cret@', ''));
  });
});
