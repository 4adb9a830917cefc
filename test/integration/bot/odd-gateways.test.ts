import { grpc } from 'wechaty-grpc';
import { openAccount } from '../../support/account-scene.js';
import { eventually, sleep } from '../../support/eventually.js';
import { RawGateway, status } from '../../support/raw-gateway.js';
import { rawScene } from '../../support/raw-scene.js';

describe('an account on a gateway that', () => {
  const raw = rawScene();

  it('sends login and messages in the same breath as its greeting: none is lost', async () => {
    const all = Array.from({ length: 200 }, (_, i) => `m${i}`);
    await raw.open({
      onEvent: () => {
        raw.gateway.login();
        for (const id of all) raw.gateway.message(id);
      },
    });
    await eventually('all', () => raw.heard().length === all.length);
    expect(raw.heard()).toEqual(all);
    expect(raw.scene.told.logins).toEqual([{ id: 'wxid_bot', name: 'wxid_bot' }]);
  });

  it('greets nobody and never dongs', async () => {
    await raw.open({ greets: false, dongs: false });
    raw.gateway.login();
    raw.gateway.message('m1');
    await eventually('message', () => raw.heard().length === 1);
    await sleep(8000);
    expect(raw.gateway.streams).toHaveLength(1);
    expect(raw.gateway.calls.ding).toBeGreaterThanOrEqual(2);
    expect(raw.scene.account.connected).toBe(true);
  });

  it('talks nonsense in its events: counted, logged in one line each, followed nowhere', async () => {
    await raw.open();
    raw.gateway.event('MESSAGE', 'this is no JSON');
    raw.gateway.event('MESSAGE', {});
    raw.gateway.event('MESSAGE', { messageId: 7 });
    raw.gateway.event('MESSAGE', 'null');
    raw.gateway.event('LOGIN', { contactId: '' });
    raw.gateway.event('ROOM_JOIN', { roomId: 'r@x', inviteeIdList: 'all' });
    raw.gateway.event('DIRTY', { payloadType: 99, payloadId: 'x' });
    raw.gateway.event('SCAN', [1, 2]);
    raw.gateway.event(4711, { messageId: 'x' });
    raw.gateway.login();
    raw.gateway.message('m1');
    await eventually('the message after it', () => raw.heard().includes('m1'));
    expect(raw.scene.account.counts.garbage).toBe(9);
    expect(raw.scene.log.filter((line) => line.includes('without sense'))).toHaveLength(9);
    expect(raw.scene.told.logins).toHaveLength(1);
  });

  it('sends errors, heartbeats, posts and resets: nothing happens', async () => {
    await raw.open();
    raw.gateway.event('ERROR', { gerror: '{"message":"x"}' });
    raw.gateway.event('ERROR', { data: 'y' });
    raw.gateway.event('POST', { postId: '1' });
    raw.gateway.event('RESET', { data: 'z' });
    raw.gateway.event('READY', { data: 'r' });
    raw.gateway.message('m1');
    await eventually('message', () => raw.heard().length === 1);
    expect(raw.scene.account.counts.garbage).toBe(0);
    expect(raw.gateway.streams).toHaveLength(1);
  });

  it('ends the stream and keeps the connection: heard again', async () => {
    await raw.open();
    raw.gateway.streams[0]?.end();
    await eventually('a second stream', () => raw.gateway.streams.length === 2);
    raw.gateway.message('m1');
    await eventually('message', () => raw.heard().length === 1);
  });

  it('forgets the stream while it answers calls (deaf): heard again', async () => {
    await raw.open();
    raw.gateway.login();
    await eventually('a dong was heard', () => raw.gateway.calls.ding >= 2);
    await sleep(300);
    raw.gateway.dongs = false; // to the first stream nothing comes any more
    await eventually('a second stream', () => raw.gateway.streams.length === 2);
    raw.gateway.message('m1');
    await eventually('message', () => raw.heard().length === 1);
    // Without dongs at all it is not given up again and again.
    await sleep(13_000);
    expect(raw.gateway.streams).toHaveLength(2);
    expect(raw.scene.told.gaps).toHaveLength(1);
  });

  it('serves another process already: says so, and takes over when that goes', async () => {
    let busy = true;
    raw.gateway = await RawGateway.start({
      onEvent: (stream) => {
        const error = status(grpc.status.ALREADY_EXISTS, 'can not call twice');
        if (busy) stream.emit('error', Object.assign(error, { metadata: stream.metadata }));
      },
      greets: false,
    });
    raw.scene = openAccount({ port: raw.gateway.port, timing: { awayAlarmMs: 1000 } });
    await eventually('alarm', () => raw.scene.told.alarms.length === 1);
    expect(raw.scene.told.alarms[0]).toMatch(/another event stream/);
    expect(raw.scene.account.connected).toBe(false);
    busy = false;
    await eventually('connected', () => raw.scene.account.connected);
  });

  it('refuses the token: says which variable to mend', async () => {
    raw.gateway = await RawGateway.start({
      greets: false,
      onEvent: (stream) =>
        stream.emit(
          'error',
          Object.assign(status(grpc.status.UNAUTHENTICATED, 'no'), { metadata: stream.metadata }),
        ),
    });
    raw.scene = openAccount({ port: raw.gateway.port });
    await eventually('log', () =>
      raw.scene.log.some((line) => line.includes('WECHATY_PUPPET_SERVICE_TOKEN')),
    );
  });
});
