import type { Village } from '../../../src/village/api.js';
import { startVillage } from '../../../src/village/village.js';
import { connect, until } from '../../support/puppet-client.js';
import type { Client } from '../../support/puppet-client.js';
import { CENSUS } from '../../support/village-census.js';

const CLOCK = { now: () => Date.parse('2026-05-02T08:00:00+08:00') };
const SHIMEN = '石门社区监督服务群';

/** Everything that goes wrong on a gateway, on purpose. */
describe('the gateway in bad weather', () => {
  let village: Village;
  let client: Client;

  beforeEach(async () => {
    village = await startVillage({ clock: CLOCK, census: CENSUS });
    client = await connect(village);
  });

  afterEach(async () => {
    await client.stop().catch(() => undefined);
    await village.stop();
  });

  const post = (text: string): string => village.post({ from: 'wxid_he', room: SHIMEN, text });

  it('comes back on the same port with people and history, still logged in', async () => {
    const before = post('停水了');
    await client.next();
    await village.stopGateway();
    await until(() => !village.botConnected);
    const missed = post('没有人听见');
    await village.startGateway();
    const again = await connect(village);
    const after = post('来水了');
    expect(await again.next()).toBe(after);
    expect(again.heard).not.toContain(missed);
    expect((await again.puppet.messagePayload(before)).text).toBe('停水了');
    expect(village.lines(village.rooms[0]?.id ?? '').map((l) => l.text)).toEqual([
      '停水了',
      '没有人听见',
      '来水了',
    ]);
    await again.stop();
  });

  it('leaves nothing behind on the puppet over ten restarts', async () => {
    for (let i = 0; i < 10; i++) await village.outage(1);
    const again = await connect(village);
    const id = post('一次就够');
    await again.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(again.heard).toEqual([id]);
    await again.stop();
  });

  it('logs in again when a client that said stop comes back', async () => {
    await client.stop();
    const again = await connect(village);
    expect(again.puppet.currentUserId).toBe(village.bot.id);
    const id = post('听得到吗');
    expect(await again.next()).toBe(id);
    await again.stop();
  });

  it('delays and refuses payloads as told', async () => {
    village.faults.payloadError = (_, attempt) => (attempt < 3 ? 'gateway is busy' : null);
    const id = post('慢一点');
    await client.next();
    await expect(client.puppet.messagePayload(id)).rejects.toThrow('gateway is busy');
    await expect(client.puppet.messagePayload(id)).rejects.toThrow('gateway is busy');
    village.faults.payloadDelayMs = 150;
    const began = performance.now();
    expect((await client.puppet.messagePayload(id)).text).toBe('慢一点');
    expect(performance.now() - began).toBeGreaterThan(140);
  });

  it('refuses a send, or posts it and loses the answer', async () => {
    const room = village.rooms[0]?.id ?? '';
    village.faults.sendRefused = 'flood control';
    await expect(client.puppet.messageSendText(room, '一')).rejects.toThrow('flood control');
    expect(village.sent()).toHaveLength(0);
    village.faults.sendRefused = null;
    village.faults.sendAnswerLost = 'deadline';
    await expect(client.puppet.messageSendText(room, '二')).rejects.toThrow('deadline');
    expect(village.sent().map((m) => m.text)).toEqual(['二']);
    expect(await client.next()).toBe(village.sent()[0]?.id);
  });

  it('holds the echo back', async () => {
    village.faults.echoDelayMs = -1;
    await client.puppet.messageSendText(village.rooms[0]?.id ?? '', '没有回声');
    const next = post('下一句');
    expect(await client.next()).toBe(next);
  });

  it('fails pictures as told', async () => {
    const file = { name: 'a.png', bytes: Buffer.from('a') };
    const id = village.post({ from: 'wxid_he', room: SHIMEN, type: 'image', file });
    await client.next();
    const attempts: number[] = [];
    village.faults.fileError = (_, attempt) => {
      attempts.push(attempt);
      return attempt === 1 ? 'expired' : null;
    };
    // The stock client tries an older call when the first fails; that one never ends where the gateway fails it too.
    expect(await (await client.puppet.messageFile(id)).toBuffer()).toEqual(file.bytes);
    expect(attempts).toEqual([1, 2]);
  });

  it('can be logged out on the phone and in again', async () => {
    const codes: (string | undefined)[] = [];
    client.puppet.on('scan', ({ qrcode }) => {
      codes.push(qrcode);
    });
    await village.logOut('kicked');
    await until(() => !client.puppet.isLoggedIn && codes.length === 1);
    await expect(client.puppet.messageSendText(village.rooms[0]?.id ?? '', '在吗')).rejects.toThrow(
      'not logged in',
    );
    village.logIn();
    await until(() => client.puppet.isLoggedIn);
  });
});

describe('the gateway with TLS', () => {
  it('serves a client that trusts the packaged authority', async () => {
    const village = await startVillage({ clock: CLOCK, census: CENSUS, tls: true });
    expect(village.env).not.toHaveProperty('WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT');
    const client = await connect(village);
    const id = village.post({ from: 'wxid_he', room: SHIMEN, text: '加了密' });
    expect(await client.next()).toBe(id);
    await client.stop();
    await village.stop();
  });
});
