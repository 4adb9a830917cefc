import { pictureSchema } from '../../../src/cases/posts/picture.js';
import { makeFile } from '../../../src/papers/file.js';
import { openAccount } from '../../support/account-scene.js';
import { eventually, sleep } from '../../support/eventually.js';
import { TestGateway } from '../../support/gateway.js';
import { FaultProxy } from '../../support/proxy.js';

const ROOM = { id: 'r1@chatroom', room: true };
const FILE = { name: '石门社区 日报 5月2日.png', bytes: Buffer.from('picture '.repeat(60_000)) };

async function open() {
  const gateway = await TestGateway.start();
  gateway.room(ROOM.id, '群', []);
  const proxy = await FaultProxy.start(gateway.port);
  const scene = openAccount({ port: proxy.port });
  await eventually('login', () => scene.told.logins.length > 0);
  return { gateway, proxy, scene };
}

async function end({ gateway, proxy, scene }: Awaited<ReturnType<typeof open>>): Promise<void> {
  await scene.account.stop(2_000);
  await proxy.stop();
  await gateway.stop();
}

describe('a file over the gateway', () => {
  it('arrives whole, under its name, once, and the id comes back', async () => {
    const all = await open();
    const picture = pictureSchema.parse({ title: '石门社区 日报', period: '5月2日', tiles: [], days: null, shares: null, ranking: null, lists: [], foot: '' }); // prettier-ignore
    const drawn = await makeFile({ kind: 'picture', name: FILE.name, picture });
    for (const file of [FILE, drawn]) {
      const { result, messageId } = await all.scene.account.say.file(ROOM, file);
      expect({ result, id: typeof messageId }).toEqual({ result: 'sent', id: 'string' });
    }
    const { files } = all.gateway.puppet;
    expect(files.map(({ chat, name }) => ({ chat, name }))).toEqual([
      { chat: ROOM.id, name: FILE.name },
      { chat: ROOM.id, name: FILE.name },
    ]);
    expect(files[0]?.bytes.equals(FILE.bytes)).toBe(true);
    expect(files[1]?.bytes.subarray(1, 4).toString()).toBe('PNG');
    await end(all);
  });

  it('is unknown when the answer is lost or an error, and is never sent a second way', async () => {
    const all = await open();
    all.gateway.puppet.onSend = async (_name, left) => {
      if (left) throw new Error('网络异常');
    };
    expect((await all.scene.account.say.file(ROOM, FILE)).result).toBe('unknown');
    all.gateway.puppet.onSend = async (_name, left) => {
      if (left) all.proxy.cut();
    };
    expect((await all.scene.account.say.file(ROOM, FILE)).result).toBe('unknown');
    await eventually('connected again', () => all.scene.account.connected && all.scene.told.gaps.length > 0);
    await sleep(500);
    expect(all.gateway.puppet.files).toHaveLength(2);
    expect(all.scene.account.counts).toMatchObject({ sent: 0, unknown: 2 });
    await end(all);
  });

  it('is refused while the gateway is away', async () => {
    const all = await open();
    await all.gateway.down();
    await eventually('away', () => !all.scene.account.say.connected());
    expect((await all.scene.account.say.file(ROOM, FILE)).result).toBe('refused');
    expect(all.gateway.puppet.files).toEqual([]);
    await end(all);
  });
});
