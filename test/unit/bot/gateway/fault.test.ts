import { grpc } from 'wechaty-grpc';
import { checkAddress } from '../../../../src/bot/gateway/address.js';
import { serviceConfig } from '../../../../src/bot/gateway/deadlines.js';
import { AwayError, faultKind, faultLine, GarbageError } from '../../../../src/bot/gateway/fault.js';
import { whyAway } from '../../../../src/bot/gateway/why-away.js';

const withCode = (code: number): Error => Object.assign(new Error('x'), { code });

describe('faultKind', () => {
  it.each([
    ['a lost connection', withCode(grpc.status.UNAVAILABLE), 'away'],
    ['a cancelled call', withCode(grpc.status.CANCELLED), 'away'],
    ['no connection', new AwayError('no'), 'away'],
    ['a closed channel', new Error('Channel has been shut down'), 'away'],
    ['no such message', withCode(grpc.status.NOT_FOUND), 'missing'],
    ['a refused token', withCode(grpc.status.UNAUTHENTICATED), 'denied'],
    ['nonsense', new GarbageError('no'), 'garbage'],
    ['a deadline', withCode(grpc.status.DEADLINE_EXCEEDED), 'other'],
    ["the gateway's own error", withCode(grpc.status.UNKNOWN), 'other'],
    ['a Node error with a word for a code', Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'other'],
    ['no error at all', 'boo', 'other'],
  ])('%s', (_what, error, kind) => {
    expect(faultKind(error)).toBe(kind);
  });
});

describe('faultLine', () => {
  it('is one short line', () => {
    expect(faultLine(new Error(`a\n  b${'x'.repeat(500)}`))).toMatch(/^a bx{1,198}$/);
    expect(faultLine(null)).toBe('null');
  });
});

describe('whyAway', () => {
  it('says what to do where something can be done', () => {
    expect(whyAway({ reason: 'x', code: grpc.status.UNAUTHENTICATED })).toContain(
      'WECHATY_PUPPET_SERVICE_TOKEN',
    );
    expect(whyAway({ reason: 'x', code: grpc.status.ALREADY_EXISTS })).toContain('another process');
    expect(whyAway({ reason: 'reset', code: grpc.status.UNAVAILABLE })).toBe('reset');
    expect(whyAway({ reason: 'ended', code: null })).toBe('ended');
  });
});

describe('serviceConfig', () => {
  interface Method {
    name: { service?: string; method?: string }[];
    timeout?: { seconds: number; nanos: number };
  }
  const methods = (
    JSON.parse(serviceConfig({ payloadDeadlineMs: 5500, sendDeadlineMs: 15_000 })) as {
      methodConfig: Method[];
    }
  ).methodConfig;
  const of = (method: string): Method | undefined =>
    methods.find((one) => one.name.some((n) => n.method === method));

  it('bounds every call but the event stream', () => {
    expect(of('Event')).not.toHaveProperty('timeout');
    expect(of('MessagePayload')?.timeout).toEqual({ seconds: 5, nanos: 500_000_000 });
    expect(of('MessageSendText')?.timeout).toEqual({ seconds: 15, nanos: 0 });
    expect(methods.at(-1)).toEqual({ name: [{}], timeout: { seconds: 15, nanos: 0 } });
  });
});

describe('checkAddress', () => {
  it('takes what wechaty-puppet-service takes, from options or environment', () => {
    expect(() => checkAddress({ token: 'insecure_x' }, {})).not.toThrow();
    expect(() => checkAddress({}, { WECHATY_PUPPET_SERVICE_TOKEN: 'uuid_1' })).not.toThrow();
    expect(() => checkAddress({ token: 'plain', tls: { serverName: 'gw' } }, {})).not.toThrow();
    expect(() =>
      checkAddress({ token: 'plain' }, { WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME: 'gw' }),
    ).not.toThrow();
  });
  it('says what is missing', () => {
    expect(() => checkAddress({}, {})).toThrow(/WECHATY_PUPPET_SERVICE_TOKEN/);
    expect(() => checkAddress({ token: '_x' }, {})).toThrow(/names no server/);
  });
});
