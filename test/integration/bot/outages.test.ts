import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { DEFAULT_TIMING } from '../../../src/bot/account-options.js';
import type { Scene } from '../../support/account-scene.js';
import { openAccount } from '../../support/account-scene.js';
import { eventually, sleep } from '../../support/eventually.js';
import { freePort, TestGateway } from '../../support/gateway.js';
import { PATIENCE_MS } from '../../support/patience.js';
import { FaultProxy } from '../../support/proxy.js';

const ROOM = 'r1@chatroom';
/** The product's promise. Time that the machine gave to others is taken off: see `heardAgain`. */
const RETURN_MS = 5000;
const TALK_MS = 20;
/** HUIYIN_TEST_OUTAGE_S=300 runs the outage of five minutes itself, and says what it measured. */
const OUTAGE_S = process.env['HUIYIN_TEST_OUTAGE_S'];

describe.each([{ tls: false }, { tls: true }])('an account through outages (tls $tls)', ({ tls }) => {
  let gateway: TestGateway;
  let proxy: FaultProxy;
  let scene: Scene;

  beforeEach(async () => {
    gateway = await TestGateway.start({ tls });
    gateway.person('wxid_he', '老贺');
    gateway.room(ROOM, '石门社区监督服务群', ['wxid_he']);
    proxy = await FaultProxy.start(gateway.port);
    scene = openAccount({ port: proxy.port, tls: gateway.tls });
    await eventually('the first login', () => scene.told.logins.length > 0);
    await heardAgain();
  });

  afterEach(async () => {
    await scene.account.stop(2000);
    await proxy.stop();
    await gateway.stop();
  });

  /**
   * Says something every 20 ms until one of it is heard; how long that took, less what the timer came late: on a loaded
   * machine this process stood still meanwhile, account and gateway both.
   */
  async function heardAgain(): Promise<number> {
    const before = scene.told.messages.length;
    let late = 0;
    let due = performance.now() + TALK_MS;
    const talk = setInterval(() => {
      late += Math.max(0, performance.now() - due);
      due = performance.now() + TALK_MS;
      gateway.puppet.post({ talkerId: 'wxid_he', roomId: ROOM, text: '在吗' });
    }, TALK_MS);
    try {
      return (await eventually('a message is heard again', () => scene.told.messages.length > before)) - late;
    } finally {
      clearInterval(talk);
    }
  }

  function untouched(): void {
    expect(gateway.puppet.calls).toMatchObject({ logout: 0, stop: 0 });
    expect(gateway.puppet.isLoggedIn).toBe(true);
  }

  it('hears again after a connection reset, and tells of the gap', async () => {
    const before = Date.now();
    proxy.cut();
    expect(await heardAgain()).toBeLessThan(RETURN_MS);
    expect(scene.told.gaps).toHaveLength(1);
    expect(scene.told.gaps[0]?.from).toBeLessThanOrEqual(before + 2_000); // what was on its way is heard still
    expect(scene.told.gaps[0]?.to).toBeGreaterThanOrEqual(before);
    expect(scene.told.logins).toHaveLength(1);
    untouched();
  });

  it('hears again after a blip of a second', async () => {
    await proxy.away(1000);
    expect(await heardAgain()).toBeLessThan(RETURN_MS);
    expect(scene.account.connected).toBe(true);
    expect(scene.told.gaps[0]?.ms).toBeGreaterThanOrEqual(950);
    untouched();
  });

  it('hears again after a restart of the gateway', async () => {
    await gateway.restart(500);
    expect(await heardAgain()).toBeLessThan(RETURN_MS);
    expect(scene.told.gaps).toHaveLength(1);
  });

  const outageMs = 1_000 * Number(OUTAGE_S ?? (tls ? 5 : 30));
  const longOutage = async (): Promise<void> => {
    const clockBefore = Date.now();
    await gateway.down();
    await eventually('it is noticed', () => !scene.account.connected);
    expect(scene.account.awaySince).toBeGreaterThanOrEqual(clockBefore);
    await sleep(outageMs);
    expect(scene.account.connected).toBe(false);
    expect((await scene.account.say.text({ id: ROOM, room: true }, '在', [])).result).toBe('refused');
    await gateway.up();
    const up = performance.now();
    expect(await heardAgain()).toBeLessThan(RETURN_MS);
    const took = Math.round(performance.now() - up);
    if (OUTAGE_S) process.stderr.write(`after ${OUTAGE_S} s (tls ${tls}): heard again after ${took} ms\n`);
    expect(scene.account.awaySince).toBeNull();
    expect(scene.told.gaps[0]?.ms).toBeGreaterThanOrEqual(outageMs);
    // One line at the beginning and one each minute, not one for each try.
    expect(scene.log.filter((line) => line.includes('away from the gateway')).length).toBeLessThanOrEqual(
      2 + Math.floor(outageMs / 60_000),
    );
  };
  it(
    'hears again after a long outage, and says since when it was away',
    longOutage,
    outageMs + 4 * PATIENCE_MS,
  );

  it('loses nothing in a black hole that the connection outlives', async () => {
    proxy.hole();
    const lost = [1, 2, 3].map(() =>
      gateway.puppet.post({ talkerId: 'wxid_he', roomId: ROOM, text: '洞里' }),
    );
    await eventually('the hole is noticed', () => !scene.account.connected);
    expect((await scene.account.say.text({ id: ROOM, room: true }, '在', [])).result).toBe('refused');
    await sleep(1000);
    proxy.resume();
    expect(await heardAgain()).toBeLessThan(RETURN_MS);
    await eventually('what was said in the hole', () =>
      lost.every((id) => scene.told.messages.some((message) => message.id === id)),
    );
    expect(scene.told.gaps).toEqual([]);
    untouched();
  });

  it('notices a black hole whose connection is lost, and hears again once there is a way', async () => {
    proxy.hole();
    await eventually('the hole is noticed', () => !scene.account.connected);
    proxy.resume();
    proxy.cut();
    expect(await heardAgain()).toBeLessThan(RETURN_MS);
    untouched();
  });

  it('keeps no pile of hanging connections while the gateway hangs', async () => {
    const sockets = new Set<Socket>();
    const note = (message: unknown): void => void sockets.add((message as { socket: Socket }).socket);
    proxy.hole();
    await eventually('the hole is noticed', () => !scene.account.connected);
    subscribe('net.client.socket', note);
    const before = proxy.taken;
    await eventually('it tries', () => proxy.taken > before + 3);
    unsubscribe('net.client.socket', note);
    const hanging = [...sockets].filter((socket) => socket.remotePort === proxy.port && !socket.destroyed);
    expect(hanging.length).toBeLessThanOrEqual(1);
    proxy.resume();
    await heardAgain();
    await eventually('only one connection stays', () => proxy.open === 1);
    untouched();
  });

  it('survives many cuts in a row', async () => {
    for (let i = 0; i < 10; i += 1) {
      proxy.cut();
      await sleep(i * 40);
    }
    expect(await heardAgain()).toBeLessThan(RETURN_MS);
    untouched();
  });
});

describe('starting', () => {
  it('keeps trying while the gateway is down', async () => {
    const gateway = await TestGateway.prepare();
    gateway.person('wxid_he', '老贺');
    gateway.room(ROOM, '群', ['wxid_he']);
    const scene = openAccount({ port: gateway.port });
    await sleep(3000);
    expect(scene.account.connected).toBe(false);
    expect(scene.account.awaySince).not.toBeNull();
    await gateway.up();
    await eventually('login', () => scene.told.logins.length === 1);
    expect(scene.told.gaps).toHaveLength(1);
    expect(scene.told.gaps[0]?.ms).toBeGreaterThan(2900);
    await scene.account.stop(1000);
    await gateway.stop();
  });

  it('starts a gateway whose puppet is not running', async () => {
    const gateway = await TestGateway.start({ login: false });
    await gateway.puppet.stop();
    const started = gateway.puppet.calls.start;
    const scene = openAccount({ port: gateway.port });
    await eventually('the puppet runs', () => gateway.puppet.calls.start > started);
    await scene.account.stop(1000);
    await gateway.stop();
  });

  it('knows from its last life since when it may have missed something', async () => {
    const gateway = await TestGateway.start();
    let kept: number | null = Date.now() - 90_000;
    const lifeSigns = {
      load: async () => kept,
      save: async (at: number) => void (kept = at),
    };
    const first = openAccount({ port: gateway.port, lifeSigns });
    await eventually('gap', () => first.told.gaps.length === 1);
    expect(first.told.gaps[0]?.ms).toBeGreaterThanOrEqual(90_000);
    await first.account.stop(1000);
    expect(kept).toBeGreaterThan(Date.now() - 60_000);

    const second = openAccount({ port: gateway.port, lifeSigns });
    await eventually('gap', () => second.told.gaps.length === 1);
    expect(second.told.gaps[0]?.ms).toBeLessThan(60_000);
    await second.account.stop(1000);
    await gateway.stop();
  });

  it('stops at once while it is still trying', async () => {
    const scene = openAccount({ port: await freePort() });
    await sleep(300);
    const started = performance.now();
    await scene.account.stop(60_000);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(DEFAULT_TIMING.awayAlarmMs).toBe(300_000);
    expect(scene.told.alarms).toEqual([]);
  });

  it('refuses an address that cannot be one, in one line', () => {
    expect(() => openAccount({ port: 1, token: 'nosni' })).toThrow(/names no server/);
  });
});
