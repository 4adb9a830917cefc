import { grpc } from 'wechaty-grpc';
import { openAccount } from '../../support/account-scene.js';
import { eventually } from '../../support/eventually.js';
import type { RawPayload } from '../../support/raw-gateway.js';
import { RawGateway, status } from '../../support/raw-gateway.js';
import { rawScene } from '../../support/raw-scene.js';

describe('an account on a gateway that', () => {
  const raw = rawScene();

  it('answers payloads without sense: retried, then reported, and the others go on', async () => {
    const nonsense: Record<string, RawPayload> = {
      empty: {},
      silent: { id: 'silent', roomId: 'r@x', text: 'nobody says this' },
    };
    await raw.open({}, { timing: { holdMs: 200, backoffMaxMs: 50 } });
    raw.gateway.payload = async (id) => nonsense[id] ?? { id, talkerId: 'wxid_he', roomId: 'r@x', text: id };
    for (const id of ['empty', 'silent', 'm1', 'm2']) raw.gateway.message(id);
    await eventually('the others', () => raw.heard().length === 2);
    await eventually('the reports', () => raw.scene.told.unreadable.length === 2);
    expect(raw.scene.told.unreadable.map(([id]) => id).sort()).toEqual(['empty', 'silent']);
    expect(raw.scene.told.unreadable[0]?.[1]).toMatch(/without sense.*talkerId/);
    expect(raw.gateway.asked.filter((id) => id === 'empty')).toHaveLength(5);
    expect(raw.scene.log.join('')).not.toContain('nobody says this');
  });

  it('knows no such message: five clear answers, then reported', async () => {
    await raw.open({}, { timing: { backoffMaxMs: 50 } });
    raw.gateway.payload = async () => {
      throw status(grpc.status.NOT_FOUND, 'gone');
    };
    raw.gateway.message('gone');
    await eventually('the report', () => raw.scene.told.unreadable.length === 1);
    expect(raw.gateway.asked).toHaveLength(5);
  });

  it('fails with its payloads for a while: read in the end', async () => {
    await raw.open({}, { timing: { backoffMaxMs: 50 } });
    let failures = 20;
    raw.gateway.payload = async (id) => {
      failures -= 1;
      if (failures > 0) throw new Error('busy');
      return { id, talkerId: 'wxid_he', roomId: 'r@x', text: 'late' };
    };
    raw.gateway.message('m1');
    await eventually('message', () => raw.heard().length === 1);
    expect(raw.scene.account.counts.retried).toBe(19);
    expect(raw.scene.told.unreadable).toEqual([]);
  });

  it('never gives one payload: given up after the set time', async () => {
    await raw.open({}, { timing: { backoffMaxMs: 50, unreadableAfterMs: 700 } });
    raw.gateway.payload = async () => {
      throw new Error('busy');
    };
    raw.gateway.message('m1');
    await eventually('the report', () => raw.scene.told.unreadable.length === 1);
    expect(raw.scene.told.unreadable[0]?.[1]).toMatch(/busy/);
  });

  it('meets handlers that throw and reject: nothing reaches the process', async () => {
    raw.gateway = await RawGateway.start();
    raw.scene = openAccount({ port: raw.gateway.port });
    let calls = 0;
    raw.scene.onMessage = async () => {
      calls += 1;
      if (calls < 4) throw new Error('the store is away');
    };
    raw.scene.told.logins.push = () => {
      throw new Error('bad listener');
    };
    await eventually('connected', () => raw.scene.account.connected);
    raw.gateway.login();
    raw.gateway.message('m1');
    await eventually('delivered at the fourth try', () => raw.heard().length === 1);
    expect(calls).toBe(4);
    expect(raw.scene.log.some((line) => line.includes('bad listener'))).toBe(true);
  });
});
