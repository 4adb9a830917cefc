import type { Inbox } from '../../../src/cases/ports.js';
import { createStores } from '../../../src/store/stores.js';
import type { Scene } from '../../support/account-scene.js';
import { openAccount } from '../../support/account-scene.js';
import { eventually, sleep } from '../../support/eventually.js';
import { TestGateway } from '../../support/gateway.js';
import { TestRedis } from '../../support/redis.js';

const ROOMS = Array.from({ length: 12 }, (_, i) => `room${i}@chatroom`);

/** The same row of numbers in [0, 1) on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

describe('messages of twelve rooms, over gRPC and Redis', () => {
  let server: TestRedis;
  let inbox: Inbox;
  let gateway: TestGateway;
  let accounts = 0;
  const open: Scene[] = [];

  beforeAll(async () => {
    server = await TestRedis.start();
    gateway = await TestGateway.start();
    for (let i = 0; i < 20; i += 1) gateway.person(`wxid_${i}`, `村民${i}`);
    const everybody = Array.from({ length: 20 }, (_, i) => `wxid_${i}`);
    for (const id of ROOMS) gateway.room(id, id, everybody);
  });
  beforeEach(() => {
    accounts += 1;
    inbox = createStores(server.connect(), { account: `order${accounts}` }).inbox;
    gateway.puppet.beforePayload = async () => undefined;
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((scene) => scene.account.stop(1000)));
  });
  afterAll(async () => {
    await gateway.stop();
    await server.stop();
  });

  async function account(timing: Parameters<typeof openAccount>[0]['timing'] = {}): Promise<Scene> {
    const scene = openAccount({ port: gateway.port, inbox, timing });
    open.push(scene);
    await eventually('login', () => scene.told.logins.length > 0);
    return scene;
  }

  /** `count` messages over all rooms, in bursts; ids by room in order of sending. */
  async function talk(count: number, seed: number): Promise<Map<string, string[]>> {
    const random = numbers(seed);
    const said = new Map<string, string[]>(ROOMS.map((id) => [id, []]));
    for (let i = 0; i < count; i += 1) {
      const roomId = ROOMS[Math.floor(random() * ROOMS.length)] ?? '';
      const talkerId = `wxid_${Math.floor(random() * 20)}`;
      said.get(roomId)?.push(gateway.puppet.post({ talkerId, roomId, text: `${i}` }));
      if (i % 50 === 49) await sleep(5);
    }
    return said;
  }

  function byRoom(scene: Scene): Map<string, string[]> {
    const rooms = new Map<string, string[]>(ROOMS.map((id) => [id, []]));
    for (const message of scene.told.messages) rooms.get(message.chat.id)?.push(message.id);
    return rooms;
  }

  it('are delivered once each, in each room as they arrived, however their payloads dawdle', async () => {
    const random = numbers(7);
    const flaky = new Set<string>();
    gateway.puppet.beforePayload = async (id) => {
      if (random() < 0.5) await sleep(random() * 60);
      if (random() >= 0.05 || flaky.has(id)) return;
      flaky.add(id);
      throw new Error('not yet');
    };
    const scene = await account();
    const running = new Map<string, number>();
    scene.onMessage = async ({ chat }) => {
      running.set(chat.id, (running.get(chat.id) ?? 0) + 1);
      expect(running.get(chat.id)).toBe(1);
      await sleep(random() * 3);
      running.set(chat.id, 0);
    };
    const said = await talk(1200, 11);
    await eventually('all', () => scene.told.messages.length === 1200);
    expect(byRoom(scene)).toEqual(said);
    expect(flaky.size).toBeGreaterThan(10);
    await eventually('settled', () => scene.account.backlog === 0);
    await eventually('nothing left', async () => (await inbox.pending()).length === 0);
  });

  it('wait for one that cannot be read for a while, then pass it; it is delivered late', async () => {
    const scene = await account({ holdMs: 3_000 });
    let stuck = true;
    let slow = '';
    gateway.puppet.beforePayload = async (id) => {
      if (id === slow && stuck) throw new Error('not readable yet');
    };
    slow = gateway.puppet.nextId();
    gateway.puppet.post({ id: slow, talkerId: 'wxid_1', roomId: ROOMS[0] ?? '', text: 'slow' });
    const after = [1, 2, 3].map((n) =>
      gateway.puppet.post({ talkerId: 'wxid_2', roomId: ROOMS[n % 2] ?? '', text: `after ${n}` }),
    );
    await sleep(200);
    expect(scene.told.messages).toEqual([]);
    await eventually('those after it', () => scene.told.messages.length === 3);
    expect(scene.told.messages.map(({ id }) => id).sort()).toEqual([...after].sort());
    stuck = false;
    await eventually('the slow one', () => scene.told.messages.at(-1)?.id === slow);
  });

  it('do not wait for a chat whose handler is stuck or fails', async () => {
    const scene = await account();
    let free: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => (free = resolve));
    let failures = 0;
    scene.onMessage = async ({ chat }) => {
      if (chat.id === ROOMS[0]) await stuck;
      if (chat.id !== ROOMS[1] || failures >= 3) return;
      failures += 1;
      throw new Error('the store is away');
    };
    const say = (room: string | undefined, text: string): string =>
      gateway.puppet.post({ talkerId: 'wxid_1', roomId: room ?? '', text });
    const first = [say(ROOMS[0], 'a'), say(ROOMS[0], 'b')];
    const second = [say(ROOMS[1], 'c'), say(ROOMS[1], 'd')];
    say(ROOMS[2], 'e');
    await eventually('the others', () => scene.told.messages.length === 3);
    expect(byRoom(scene).get(ROOMS[1] ?? '')).toEqual(second);
    await eventually('only theirs left', async () => (await inbox.pending()).join() === first.join());
    free();
    await eventually('the stuck chat', () => scene.told.messages.length === 5);
    expect(byRoom(scene).get(ROOMS[0] ?? '')).toEqual(first);
  });

  it('left behind by a process that died are delivered by the next: first, in order, once', async () => {
    const dying = await account();
    dying.onMessage = ({ text }) => (text === '2' ? new Promise(() => undefined) : Promise.resolve());
    const ids = ['1', '2', '3', '4'].map((text) =>
      gateway.puppet.post({ talkerId: 'wxid_1', roomId: ROOMS[3] ?? '', text }),
    );
    await eventually('the first', () => dying.told.messages.length === 1);
    await eventually('it is settled', async () => (await inbox.pending()).length === 3);
    await dying.account.stop(50);
    expect(await inbox.pending()).toEqual(ids.slice(1));

    const next = openAccount({ port: gateway.port, inbox });
    open.push(next);
    await eventually('login', () => next.told.logins.length > 0);
    const later = gateway.puppet.post({ talkerId: 'wxid_1', roomId: ROOMS[3] ?? '', text: '5' });
    await eventually('all', () => next.told.messages.length === 4);
    expect(next.told.messages.map(({ id }) => id)).toEqual([...ids.slice(1), later]);
    await eventually('nothing left', async () => (await inbox.pending()).length === 0);
  });

  it('are kept while Redis is away, and none is lost or doubled', async () => {
    const scene = await account();
    const before = await talk(100, 3);
    await server.kill9();
    const during = await talk(300, 5);
    await sleep(500);
    await server.restart();
    await eventually('all', () => scene.told.messages.length >= 400);
    await sleep(300);
    const said = new Map(ROOMS.map((id) => [id, [...(before.get(id) ?? []), ...(during.get(id) ?? [])]]));
    expect(byRoom(scene)).toEqual(said);
  });
});
