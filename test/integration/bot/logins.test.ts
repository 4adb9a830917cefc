import { eventually, sleep } from '../../support/eventually.js';
import type { RawPayload } from '../../support/raw-gateway.js';
import { rawScene } from '../../support/raw-scene.js';

describe('an account on a gateway that', () => {
  const raw = rawScene();

  it('never says who is logged in: the private messages tell', async () => {
    await raw.open();
    const from: Record<string, RawPayload> = {
      p1: { talkerId: 'wxid_he', listenerId: 'wxid_bot', text: 'a' },
      p2: { talkerId: 'wxid_tan', listenerId: 'wxid_bot', text: 'b' },
      own: { talkerId: 'wxid_bot', listenerId: 'wxid_he', text: 'c' },
    };
    raw.gateway.payload = async (id) => from[id] ?? {};
    raw.gateway.message('p1');
    raw.gateway.message('p2');
    await eventually('login', () => raw.scene.account.self?.id === 'wxid_bot');
    raw.gateway.message('own');
    await eventually('own', () => raw.scene.told.own.length === 1);
    expect(raw.heard()).toEqual(['p1', 'p2']);
  });

  it('logs out, shows a code, logs in: told, alarmed once, shown and hidden', async () => {
    await raw.open({}, { timing: { logoutAlarmMs: 300 } });
    raw.gateway.login();
    await eventually('login', () => raw.scene.told.logins.length === 1);
    raw.gateway.event('LOGOUT', { contactId: 'wxid_bot', data: 'kicked' });
    await eventually('logout', () => raw.scene.told.logouts.length === 1);
    expect(raw.scene.account.self).toBeNull();
    expect((await raw.scene.account.say.text({ id: 'r@x', room: true }, '在', [])).result).toBe('refused');
    raw.gateway.event('SCAN', { status: 2, qrcode: 'https://qr' });
    await eventually('code', () => raw.scene.account.qr === 'https://qr');
    await eventually('alarm', () => raw.scene.told.alarms.length === 1);
    await sleep(400);
    expect(raw.scene.told.alarms).toEqual(['logged out for 0 min: kicked']);
    raw.gateway.login();
    await eventually('login', () => raw.scene.told.logins.length === 2);
    expect(raw.scene.account.qr).toBeNull();
    expect(raw.scene.told.scans).toEqual(['https://qr', null]);
    expect(raw.scene.told.logouts).toEqual(['kicked']);
  });

  it('says that the account is banned: alarm at once, and only once', async () => {
    await raw.open();
    raw.gateway.event('ERROR', { data: '你的账号已被封禁' });
    raw.gateway.event('ERROR', { data: '你的账号已被封禁' });
    await eventually('alarm', () => raw.scene.told.alarms.length > 0);
    await sleep(100);
    expect(raw.scene.told.alarms).toHaveLength(1);
  });

  it('repeats itself after a reconnect: one login, every message once', async () => {
    await raw.open({ onEvent: () => raw.gateway.login() });
    raw.gateway.message('m1');
    await eventually('message', () => raw.heard().length === 1);
    raw.gateway.streams[0]?.end();
    await eventually('a second stream', () => raw.gateway.streams.length === 2);
    for (const id of ['m1', 'm2', 'm1', 'm2']) raw.gateway.message(id);
    await eventually('m2', () => raw.heard().includes('m2'));
    await sleep(200);
    expect(raw.heard()).toEqual(['m1', 'm2']);
    expect(raw.scene.told.logins).toHaveLength(1);
  });
});
