import { grpc } from 'wechaty-grpc';
import { openAccount } from '../../support/account-scene.js';
import { eventually, sleep } from '../../support/eventually.js';
import { TestGateway } from '../../support/gateway.js';
import { FaultProxy } from '../../support/proxy.js';
import { status } from '../../support/raw-gateway.js';
import { rawScene } from '../../support/raw-scene.js';

const ROOM = { id: 'r1@chatroom', room: true };

describe('saying', () => {
  const raw = rawScene();

  it('is sent with the id that the gateway gives, or without one', async () => {
    await raw.open();
    raw.gateway.login();
    raw.gateway.send = async (text) => (text === 'a' ? 'sent_1' : '');
    expect(await raw.scene.account.say.text(ROOM, 'a', [])).toEqual({ result: 'sent', messageId: 'sent_1' });
    expect(await raw.scene.account.say.text(ROOM, 'b', [])).toEqual({ result: 'sent', messageId: null });
    expect(raw.gateway.sent).toEqual(['a', 'b']);
  });

  it('is unknown when no answer comes in time, and is said once', async () => {
    await raw.open({}, { timing: { sendDeadlineMs: 500 } });
    raw.gateway.send = () => new Promise(() => undefined);
    const started = performance.now();
    expect(await raw.scene.account.say.text(ROOM, 'a', [])).toEqual({ result: 'unknown', messageId: null });
    expect(performance.now() - started).toBeGreaterThan(450);
    await sleep(500);
    expect(raw.gateway.sent).toEqual(['a']);
  });

  it.each([
    ['an error of the gateway', () => new Error('网络异常')],
    ['an unavailable gateway', () => status(grpc.status.UNAVAILABLE, 'try later')],
    ['an internal error', () => status(grpc.status.INTERNAL, 'boom')],
  ])('is unknown after %s, and is said once', async (_what, error) => {
    await raw.open();
    raw.gateway.send = async () => {
      throw error();
    };
    expect((await raw.scene.account.say.text(ROOM, 'a', [])).result).toBe('unknown');
    await sleep(300);
    expect(raw.gateway.sent).toEqual(['a']);
  });

  it('is refused when the token is, and after a logout', async () => {
    await raw.open();
    raw.gateway.send = async () => {
      throw status(grpc.status.UNAUTHENTICATED, 'no');
    };
    expect((await raw.scene.account.say.text(ROOM, 'a', [])).result).toBe('refused');
    raw.gateway.login();
    raw.gateway.event('LOGOUT', { contactId: 'wxid_bot' });
    await eventually('logout', () => raw.scene.told.logouts.length === 1);
    expect((await raw.scene.account.say.text(ROOM, 'b', [])).result).toBe('refused');
    expect(raw.gateway.sent).toEqual(['a']);
  });
});

describe('saying over a line that breaks', () => {
  it('is unknown when the line breaks before the answer; it may have been said, and is not said again', async () => {
    const gateway = await TestGateway.start();
    gateway.room(ROOM.id, '群', []);
    const proxy = await FaultProxy.start(gateway.port);
    const scene = openAccount({ port: proxy.port });
    await eventually('login', () => scene.told.logins.length > 0);
    gateway.puppet.onSend = async (_text, left) => {
      if (left) proxy.cut();
    };
    const { result } = await scene.account.say.text(ROOM, '已收到 #1', []);
    expect(result).toBe('unknown');
    await eventually('connected again', () => scene.account.connected && scene.told.gaps.length > 0);
    await sleep(500);
    expect(gateway.puppet.sent.map(({ text }) => text)).toEqual(['已收到 #1']);
    expect(scene.account.counts).toMatchObject({ sent: 0, unknown: 1, refused: 0 });

    await gateway.down();
    await eventually('away', () => !scene.account.say.connected());
    expect((await scene.account.say.text(ROOM, '已收到 #2', [])).result).toBe('refused');
    await scene.account.stop(1000);
    await proxy.stop();
    await gateway.stop();
    expect(gateway.puppet.sent).toHaveLength(1);
  });
});
