import { FileBox } from 'file-box';
import type { Incoming } from '../../../src/cases/message.js';
import type { Scene } from '../../support/account-scene.js';
import { openAccount } from '../../support/account-scene.js';
import { eventually } from '../../support/eventually.js';
import { TestGateway } from '../../support/gateway.js';

const ROOM = 'village@chatroom';
/** The product's clock stands still in another year than the machine. */
const NOW = Date.UTC(2027, 0, 5, 3);

describe('what a message holds when it arrives', () => {
  let gateway: TestGateway;
  let scene: Scene;

  beforeAll(async () => {
    gateway = await TestGateway.start();
    gateway.person('wxid_he', '老贺');
    gateway.person('wxid_zhou', '周小满');
    gateway.person('wxid_stranger', '外乡人', false);
    gateway.room(ROOM, '石门社区监督服务群', ['wxid_he', 'wxid_zhou']);
    gateway.puppet.roomAliases.set(`${ROOM} wxid_zhou`, '周支书');
    gateway.puppet.roomAliases.set(`${ROOM} wxid_bot`, '小回');
    scene = openAccount({ port: gateway.port, clock: { now: () => NOW } });
    await eventually('login', () => scene.told.logins.length > 0);
  });
  afterAll(async () => {
    await scene.account.stop(1000);
    await gateway.stop();
  });

  type Posted = Parameters<TestGateway['puppet']['post']>[0];
  async function arrives(message: Partial<Posted>): Promise<Incoming> {
    const id = gateway.puppet.post({ talkerId: 'wxid_he', roomId: ROOM, ...message });
    const found = (): Incoming | undefined => scene.told.messages.find((one) => one.id === id);
    await eventually('the message', () => found() !== undefined);
    return found() as Incoming;
  }

  it('a text in a room: who, where, when, what', async () => {
    const id = gateway.puppet.nextId();
    const message = await arrives({ id, text: '院子里路灯不亮\r\n三天了', timestamp: Date.now() - 120_000 });
    expect(message).toEqual({
      id,
      chat: { id: ROOM, room: true },
      who: 'wxid_he',
      name: '老贺',
      at: expect.any(Number) as number,
      type: 'text',
      text: '院子里路灯不亮\n三天了',
      reply: '院子里路灯不亮\n三天了',
      quote: null,
      mentions: [],
      mentionsBot: false,
    });
    expect(message.at).toBeLessThanOrEqual(NOW - 119_000);
    expect(message.at).toBeGreaterThan(NOW - 180_000);
  });

  it('a private chat is that with the other', async () => {
    const message = await arrives({ roomId: '', listenerId: 'wxid_bot', text: '绑定 123456' });
    expect(message.chat).toEqual({ id: 'wxid_he', room: false });
    expect(message.name).toBe('老贺');
  });

  it('the name shown in the room comes before the nickname, and a new one is seen', async () => {
    expect((await arrives({ talkerId: 'wxid_zhou', text: '在' })).name).toBe('周支书');
    gateway.puppet.roomAliases.set(`${ROOM} wxid_zhou`, '周书记');
    gateway.puppet.emit('dirty', { payloadType: 4, payloadId: ROOM });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await arrives({ talkerId: 'wxid_zhou', text: '在' })).name).toBe('周书记');
  });

  it('a name that cannot be had is empty, and nobody waits for it', async () => {
    let free = (): void => undefined;
    gateway.puppet.beforeMember = () => new Promise((resolve) => (free = resolve));
    const message = await arrives({ talkerId: 'wxid_stranger', text: '问一下' });
    gateway.puppet.beforeMember = async () => undefined;
    free();
    expect(message.name).toBe('');
  });

  it('a quote and its reply', async () => {
    const rule = '- - - - - - - - - - - - - - -';
    const message = await arrives({ talkerId: 'wxid_zhou', text: `「老贺：院子里路灯不亮」\n${rule}\n登记` });
    expect(message.quote).toEqual({ name: '老贺', text: '院子里路灯不亮' });
    expect(message.reply).toBe('登记');
    expect(message.text).toContain('「老贺');
  });

  it('mentions by id, and by name where the gateway gives no ids', async () => {
    const byId = await arrives({ text: '@小回 路灯', mentionIdList: ['wxid_bot', 'wxid_zhou'] });
    expect(byId).toMatchObject({ mentions: ['wxid_bot', 'wxid_zhou'], mentionsBot: true });
    await arrives({ talkerId: 'wxid_zhou', text: '我在' });
    const byName = await arrives({ text: '@周书记\u2005@小回\u2005路灯不亮' });
    expect(byName.mentions.sort()).toEqual(['wxid_bot', 'wxid_zhou']);
    expect(byName.mentionsBot).toBe(true);
    expect((await arrives({ text: '@回音 路灯' })).mentionsBot).toBe(true);
    expect((await arrives({ text: '@回音壁 路灯' })).mentionsBot).toBe(false);
    expect((await arrives({ text: '@所有人 开会' })).mentionsBot).toBe(false);
  });

  it('a mention inside the quoted part is none', async () => {
    const message = await arrives({ text: '「谭嫂子：@小回 路灯」\n- - - - - -\n是的' });
    expect(message.mentionsBot).toBe(false);
  });

  it('a place, with its fields', async () => {
    const id = gateway.puppet.nextId();
    const place = {
      accuracy: 15,
      latitude: 26.5,
      longitude: 112.25,
      name: '三组桥头',
      address: '石门村三组',
    };
    gateway.puppet.locations.set(id, place);
    const message = await arrives({ id, type: 8, text: '<xml/>' });
    expect(message).toMatchObject({ type: 'location', text: '石门村三组', reply: '石门村三组' });
    expect(message.location).toEqual({
      latitude: 26.5,
      longitude: 112.25,
      name: '三组桥头',
      address: '石门村三组',
    });
    const lost = await arrives({ type: 8, text: '三组桥头' });
    expect(lost).toMatchObject({ type: 'location', text: '三组桥头' });
    expect(lost).not.toHaveProperty('location');
  });

  it('a recall names what it takes back', async () => {
    const taken = await arrives({ text: '发错了' });
    const recall = await arrives({ type: 13, text: taken.id });
    expect(recall).toMatchObject({ type: 'recalled', text: '', recalls: taken.id });
    expect(await arrives({ type: 13, text: '老贺 撤回了一条消息' })).not.toHaveProperty('recalls');
  });

  it('a link its title, a sticker and a voice nothing, a document its name', async () => {
    expect(await arrives({ type: 14 })).toMatchObject({
      type: 'link',
      text: expect.stringContaining('mock title') as string,
    });
    expect(await arrives({ type: 9 })).toMatchObject({
      type: 'link',
      text: expect.stringContaining('mock title') as string,
    });
    expect(await arrives({ type: 5, text: '<emoji/>' })).toMatchObject({ type: 'sticker', text: '' });
    expect(await arrives({ type: 2, text: '<voice/>' })).toMatchObject({ type: 'audio', text: '' });
    expect(await arrives({ type: 1, filename: '请求.docx' })).toMatchObject({
      type: 'link',
      text: '请求.docx',
    });
    expect(await arrives({ type: 0, text: '?' })).toMatchObject({ type: 'text', text: '' });
  });

  it('a picture is a reference whose bytes can be had, up to a size', async () => {
    const bytes = Buffer.alloc(200_000, 7);
    const id = gateway.puppet.nextId();
    gateway.mocker.cacheFileBoxPayload.set(
      id,
      FileBox.fromBase64(bytes.toString('base64'), 'lamp.jpg').toJSON(),
    );
    expect(await arrives({ id, type: 6 })).toMatchObject({ type: 'image', text: '' });
    expect(await scene.account.file(id, 300_000)).toEqual({ name: 'lamp.jpg', bytes });
    expect(await scene.account.file(id, 100_000)).toBeNull();
    expect(await scene.account.file('no-such-message', 1000)).toBeNull();
  });

  it('the account’s own messages are told apart', async () => {
    const before = scene.told.own.length;
    const sent = await scene.account.say.text({ id: ROOM, room: true }, '@老贺 已收到', ['wxid_he']);
    expect(sent.result).toBe('sent');
    await eventually('the echo', () => scene.told.own.length === before + 1);
    expect(scene.told.own.at(-1)).toMatchObject({
      id: sent.messageId,
      text: '@老贺 已收到',
      chat: { id: ROOM },
    });
    expect(gateway.puppet.sent.at(-1)).toMatchObject({ chat: ROOM, mentions: ['wxid_he'] });
  });
});
