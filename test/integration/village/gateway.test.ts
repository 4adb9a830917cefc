import * as PUPPET from 'wechaty-puppet';
import type { Village } from '../../../src/village/api.js';
import { startVillage } from '../../../src/village/village.js';
import { connect } from '../../support/puppet-client.js';
import type { Client } from '../../support/puppet-client.js';
import { CENSUS } from '../../support/village-census.js';

const START = Date.parse('2026-05-02T08:00:00+08:00');
const SHIMEN = '石门社区监督服务群';
const { Message } = PUPPET.types;

let now = START;
let village: Village;
let client: Client;
let shimen: string;

beforeAll(async () => {
  village = await startVillage({ clock: { now: () => now }, census: CENSUS });
  client = await connect(village);
  shimen = village.rooms.find((r) => r.topic === SHIMEN)?.id ?? '';
});

afterAll(async () => {
  await client.stop();
  await village.stop();
});

/** Posts and reads the payload as the bot would, over gRPC. */
async function heard(post: Parameters<Village['post']>[0]): Promise<PUPPET.payloads.Message> {
  const id = village.post(post);
  expect(await client.next()).toBe(id);
  return client.puppet.messagePayload(id);
}

describe('the account', () => {
  it('is logged in, with friends and rooms', async () => {
    expect(client.puppet.currentUserId).toBe(village.bot.id);
    expect(village.botConnected).toBe(true);
    expect(await client.puppet.roomList()).toHaveLength(4);
    expect(await client.puppet.contactList()).toContain('wxid_he');
    expect((await client.puppet.contactPayload('wxid_he')).friend).toBe(true);
  });

  it('sits with the right people', async () => {
    const { topic, memberIdList } = await client.puppet.roomPayload(shimen);
    expect(topic).toBe(SHIMEN);
    expect(memberIdList).toEqual(
      expect.arrayContaining([village.bot.id, 'wxid_he', 'wxid_zhou', 'wxid_chen', 'wxid_li', 'wxid_ou']),
    );
    expect(memberIdList).not.toContain('wxid_xiang');
    expect(memberIdList).not.toContain('wxid_admin');
    const work = village.rooms.find((r) => r.topic === '店门镇工作群');
    expect(work?.members).toEqual(
      expect.arrayContaining(['wxid_li', 'wxid_zhou', 'wxid_xiang', 'wxid_ou', 'wxid_admin']),
    );
    expect(work?.members).not.toContain('wxid_he');
    expect(work?.members).not.toContain('wxid_chen');
  });
});

describe('what people post', () => {
  it('comes with speaker, room, time to the millisecond and type', async () => {
    now = START + 61_001;
    expect(await heard({ from: 'wxid_he', room: SHIMEN, text: '中院子路灯不亮' })).toMatchObject({
      talkerId: 'wxid_he',
      roomId: shimen,
      text: '中院子路灯不亮',
      timestamp: START + 61_001,
      type: Message.Text,
    });
  });

  it('carries mentions as ids and as text', async () => {
    const payload = await heard({
      from: 'wxid_zhou',
      room: SHIMEN,
      text: '交办 #1 @李望秋\u2005',
      mentions: ['wxid_li'],
    });
    expect(payload).toMatchObject({ mentionIdList: ['wxid_li'], text: '交办 #1 @李望秋\u2005' });
    const short = await heard({ from: 'wxid_he', room: SHIMEN, text: '路不平', mentions: [village.bot.id] });
    expect(short.text).toBe('@回音\u2005路不平');
  });

  it('uses the name of the room in mentions', async () => {
    village.setAlias(SHIMEN, 'wxid_peng', '彭书记');
    const payload = await heard({ from: 'wxid_he', room: SHIMEN, text: '来看看', mentions: ['wxid_peng'] });
    expect(payload.text).toBe('@彭书记\u2005来看看');
    expect((await client.puppet.roomMemberPayload(shimen, 'wxid_peng')).roomAlias).toBe('彭书记');
  });

  it('hands a quote over as text', async () => {
    const first = village.post({ from: 'wxid_tan', room: SHIMEN, text: '桥栏杆断了' });
    await client.next();
    const payload = await heard({ from: 'wxid_zhou', room: SHIMEN, text: '登记', quote: first });
    expect(payload.text).toMatch(/^「谭嫂子：桥栏杆断了」\n(- ){5,}-\n登记$/);
    const again = await heard({ from: 'wxid_tan', room: SHIMEN, text: '谢谢', quote: payload.id });
    expect(again.text).toContain('「周小满：登记」');
  });

  it.each([9, 30_000, 2_000_000])('hands over pictures of %d bytes', async (size) => {
    const bytes = Buffer.alloc(size, 'picture');
    const payload = await heard({
      from: 'wxid_he',
      room: SHIMEN,
      type: 'image',
      file: { name: 'lamp.png', bytes },
    });
    expect(payload.type).toBe(Message.Image);
    const box = await client.puppet.messageFile(payload.id);
    expect((await box.toBuffer()).equals(bytes)).toBe(true);
  });

  it('hands over places through the location call', async () => {
    const place = { latitude: 27.9, longitude: 110.1, name: '中院子', address: '店门镇石门社区三组' };
    const payload = await heard({ from: 'wxid_he', room: SHIMEN, type: 'location', place });
    expect(payload.type).toBe(Message.Location);
    const location = await client.puppet.messageLocation(payload.id);
    // The stock client of this version spreads the message object: the raw array holds the values in field order.
    expect(JSON.stringify(location)).toContain('店门镇石门社区三组');
  });

  it('tells of a recall, naming what was taken back', async () => {
    const { id } = await heard({ from: 'wxid_he', room: SHIMEN, text: '写错了' });
    village.recall('wxid_he', id);
    const recall = await client.puppet.messagePayload(await client.next());
    expect(recall).toMatchObject({ type: Message.Recalled, text: id, talkerId: 'wxid_he', roomId: shimen });
    expect(village.line(id)?.recalled).toBe(true);
  });

  it('tells a message again', async () => {
    const { id } = await heard({ from: 'wxid_he', room: SHIMEN, text: '一次' });
    village.duplicate(id);
    expect(await client.next()).toBe(id);
  });

  it('carries private messages', async () => {
    const payload = await heard({ from: 'wxid_he', to: 'bot', text: '我要反映一件事' });
    expect(payload).toMatchObject({ talkerId: 'wxid_he', listenerId: village.bot.id, roomId: '' });
  });
});

describe('what makes no sense is refused in one line', () => {
  it.each([
    [{ from: 'wxid_he', room: '店门镇工作群', text: 'x' }, '老贺不在“店门镇工作群”里'],
    [{ from: 'wxid_nobody', room: SHIMEN, text: 'x' }, '没有 wxid_nobody 这个人'],
    [{ from: 'wxid_he', room: '没有的群', text: 'x' }, '没有“没有的群”这个群'],
    [{ from: 'wxid_he', room: SHIMEN, text: 'x', quote: '404' }, '引用的那条消息不在这个聊天里'],
    [{ from: 'wxid_he', room: SHIMEN, text: 'x', mentions: ['wxid_xiang'] }, '向明德不在这个群里，不能 @'],
  ])('%j', (post, line) => {
    expect(() => village.post(post)).toThrow(line);
  });

  it('takes back only what is one’s own and younger than two minutes', async () => {
    const { id } = await heard({ from: 'wxid_he', room: SHIMEN, text: '我的' });
    expect(() => village.recall('wxid_tan', id)).toThrow('只能撤回自己的消息');
    now += 121_000;
    expect(() => village.recall('wxid_he', id)).toThrow('两分钟');
  });
});

describe('what the bot says', () => {
  it('gets an id, keeps its mentions and comes back as an event', async () => {
    const id = await client.puppet.messageSendText(shimen, '@老贺 已收到 #1', ['wxid_he']);
    expect(await client.next()).toBe(id);
    expect(await client.puppet.messagePayload(String(id))).toMatchObject({
      talkerId: village.bot.id,
      roomId: shimen,
      mentionIdList: ['wxid_he'],
    });
    expect(village.sent().at(-1)).toEqual({
      id,
      to: shimen,
      text: '@老贺 已收到 #1',
      mentionIds: ['wxid_he'],
      at: now,
    });
    expect((await village.waitFor((m) => m.text.includes('#1'))).id).toBe(id);
  });

  it('goes to a friend privately, to nobody else', async () => {
    const id = await client.puppet.messageSendText('wxid_li', '给您派了 #1');
    expect(await client.next()).toBe(id);
    expect(await client.puppet.messagePayload(String(id))).toMatchObject({
      listenerId: 'wxid_li',
      roomId: '',
    });
    village.setFriend('wxid_tang', false);
    await expect(client.puppet.messageSendText('wxid_tang', '您好')).rejects.toThrow('not a friend');
    village.setFriend('wxid_tang', true);
  });

  it('sends pictures and takes its own words back', async () => {
    const { FileBox } = await import('file-box');
    const bytes = Buffer.from('picture of a day');
    const id = String(await client.puppet.messageSendFile(shimen, FileBox.fromBuffer(bytes, 'day.png')));
    expect(await client.next()).toBe(id);
    expect(village.line(id)?.type).toBe('image');
    expect((await village.file(id))?.bytes).toEqual(bytes);
    expect(await client.puppet.messageRecall(id)).toBe(true);
    expect(village.line(id)?.recalled).toBe(true);
    await client.next();
  });

  it('is waited for in vain only so long, with its last words told', async () => {
    await expect(village.waitFor((m) => m.text === '没说过', 50)).rejects.toThrow('给您派了 #1');
  });
});
