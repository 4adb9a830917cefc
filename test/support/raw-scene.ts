import type { Scene, SceneOptions } from './account-scene.js';
import { openAccount } from './account-scene.js';
import { eventually } from './eventually.js';
import { RawGateway } from './raw-gateway.js';

export interface RawScene {
  gateway: RawGateway;
  scene: Scene;
  /** Both at once; resolves when they are connected. */
  open(raw?: Parameters<typeof RawGateway.start>[0], options?: Partial<SceneOptions>): Promise<void>;
  /** Ids of the messages handled so far. */
  heard(): string[];
}

/**
 * For a describe block: each test opens an account on a gateway written by hand; after it both are stopped. Nothing may
 * have been rejected unhandled, and the gateway's puppet neither stopped nor logged out.
 */
export function rawScene(): RawScene {
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  const raw: RawScene = {
    gateway: undefined as unknown as RawGateway,
    scene: undefined as unknown as Scene,
    async open(gateway = {}, options = {}) {
      raw.gateway = await RawGateway.start(gateway);
      raw.scene = openAccount({ port: raw.gateway.port, ...options });
      await eventually('connected', () => raw.scene.account.connected);
    },
    heard: () => raw.scene.told.messages.map((message) => message.id),
  };
  beforeAll(() => process.on('unhandledRejection', note));
  afterAll(() => process.off('unhandledRejection', note));
  afterEach(async () => {
    await raw.scene.account.stop(1000);
    expect(raw.gateway.calls).toMatchObject({ stop: 0, logout: 0 });
    await raw.gateway.stop();
    expect(rejections).toEqual([]);
  });
  return raw;
}
