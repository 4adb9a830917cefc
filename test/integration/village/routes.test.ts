import type { Hono } from 'hono';
import type { Village } from '../../../src/village/api.js';
import { villageRoutes } from '../../../src/village/routes.js';
import { startVillage } from '../../../src/village/village.js';
import { until } from '../../support/puppet-client.js';
import { CENSUS } from '../../support/village-census.js';

const SHIMEN = '石门社区监督服务群';
const API = 'http://localhost/village/api';
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('what the page calls', () => {
  let now = Date.parse('2026-05-02T08:00:00+08:00');
  let village: Village;
  let app: Hono;
  const errors: Error[] = [];
  const clock = {
    now: () => now,
    advance: (ms: number) => {
      if (ms === 13) throw new Error('a broken clock');
      now += ms;
    },
  };

  beforeAll(async () => {
    village = await startVillage({ clock, census: CENSUS });
    app = villageRoutes(village, clock, { paceMs: 5, onError: (error) => errors.push(error) });
  });

  afterAll(() => village.stop());

  async function post(
    path: string,
    value: unknown,
    headers: Record<string, string> = {},
  ): Promise<[number, unknown]> {
    const body = typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value);
    const response = await app.request(API + path, { method: 'POST', body: new Blob([body]), headers });
    return [response.status, await response.json()];
  }

  const he = { from: 'wxid_he', chat: '' };
  beforeAll(() => {
    he.chat = village.rooms[0]?.id ?? '';
  });

  it('answers a post with the id that the gateway uses', async () => {
    const [status, answer] = await post('/messages', { ...he, type: 'text', text: '路灯不亮' });
    expect(status).toBe(200);
    expect(village.line((answer as { id: string }).id)?.text).toBe('路灯不亮');
  });

  it.each([
    ['no JSON', '{', '请求不是 JSON'],
    ['nothing', {}, '这里只能发文字、位置和语音'],
    ['no speaker', { type: 'text', text: 'x', chat: 'bot' }, '缺少编号'],
    ['blank', { type: 'text', text: ' \n', from: 'wxid_he', chat: 'bot' }, '不能发空白消息'],
    [
      '20,001 characters',
      { type: 'text', text: '长'.repeat(20_001), from: 'wxid_he', chat: 'bot' },
      '最多两万字',
    ],
    ['a megabyte', { type: 'text', text: '长'.repeat(400_000), from: 'wxid_he', chat: 'bot' }, '最多两万字'],
    [
      'a foreign room',
      { type: 'text', text: 'x', from: 'wxid_he', chat: '店门镇工作群' },
      '老贺不在“店门镇工作群”里',
    ],
    ['an unknown person', { type: 'text', text: 'x', from: 'wxid_x', chat: 'bot' }, '没有 wxid_x 这个人'],
    [
      'a place off the globe',
      { type: 'location', from: 'wxid_he', chat: 'bot', place: { latitude: 91 } },
      '纬度不对',
    ],
    ['an endless voice', { type: 'audio', seconds: 61, from: 'wxid_he', chat: 'bot' }, '最长六十秒'],
  ])('refuses %s in one Chinese line', async (_, value, line) => {
    const [status, answer] = await post('/messages', value);
    expect(status).toBe(400);
    expect(answer).toEqual({ error: expect.stringContaining(line) as unknown });
  });

  it('takes 20,000 characters', async () => {
    const [status] = await post('/messages', {
      type: 'text',
      text: '长'.repeat(20_000),
      from: 'wxid_he',
      chat: 'bot',
    });
    expect(status).toBe(200);
  });

  it('takes pictures up to 5 MB, by their bytes and not by their name', async () => {
    const path = `/pictures?from=wxid_he&chat=${encodeURIComponent(he.chat)}&name=a.exe`;
    const [status, answer] = await post(path, PNG);
    expect(status).toBe(200);
    const { id } = answer as { id: string };
    expect(village.line(id)?.file?.name).toBe('a.png');
    const file = await app.request(`${API}/files/${id}`);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
    expect(await post(path, Buffer.from('<html>'))).toEqual([
      400,
      { error: expect.stringContaining('这不是图片') as unknown },
    ]);
    const big = Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]);
    expect(await post(path, big)).toEqual([400, { error: '图片太大了，最多 5 MB' }]);
    village.recall('wxid_he', id);
    expect((await app.request(`${API}/files/${id}`)).status).toBe(400);
  });

  it('shows a chat only to who is in it, and of a recalled line nothing', async () => {
    const id = village.post({ from: 'wxid_he', room: SHIMEN, text: '机密' });
    village.recall('wxid_he', id);
    const foreign = await app.request(
      `${API}/lines?as=wxid_tang&chat=${encodeURIComponent(he.chat)}&before=999`,
    );
    expect([foreign.status, await foreign.json()]).toEqual([400, { error: '你不在这个群里' }]);
    const chats = await (await app.request(`${API}/chats?as=wxid_tan`)).text();
    expect(chats).toContain('路灯不亮');
    expect(chats).not.toContain('机密');
    expect(chats).not.toContain('长长长');
  });

  it('turns the clock, forward only', async () => {
    const before = now;
    expect(await post('/clock', { advanceMs: 3_600_000 })).toEqual([200, { now: before + 3_600_000 }]);
    expect((await post('/clock', { advanceMs: -1 }))[1]).toEqual({ error: '时间只能往前走' });
    expect((await post('/clock', { advanceMs: 1e12 }))[1]).toEqual({ error: '一次最多快进 31 天' });
    expect(now).toBe(before + 3_600_000);
  });

  it('calls a fault a fault, and reports it', async () => {
    expect(await post('/clock', { advanceMs: 13 })).toEqual([500, { error: '村子里出了点问题，请再试一次' }]);
    expect(errors.map((e) => e.message)).toEqual(['a broken clock']);
  });

  it('answers this machine only, and no other site’s page', async () => {
    const foreign = await app.request('http://evil.example/village/api/village');
    expect([foreign.status, await foreign.json()]).toEqual([
      400,
      { error: expect.stringContaining('只能在本机打开') as unknown },
    ]);
    const [status] = await post('/day', { do: 'play' }, { 'sec-fetch-site': 'cross-site' });
    expect(status).toBe(400);
    expect((await app.request('http://127.0.0.1:8080/')).status).toBe(200);
  });

  it('serves the page with a policy, and nothing beside it', async () => {
    const page = await app.request('http://localhost/');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(await page.text()).toContain('/village/page/app.mjs');
    for (const name of ['app.mjs', 'chat.css', 'vendor/preact.mjs', 'day/lamp-dark.jpg']) {
      expect((await app.request(`http://localhost/village/page/${name}`)).status).toBe(200);
    }
    for (const name of ['..%2fvillage.ts', '%2e%2e/village.ts', 'vendor/../../village.ts', '']) {
      expect((await app.request(`http://localhost/village/page/${name}`)).status).toBe(404);
    }
  });

  it('streams what a person may see, and ends with the village', async () => {
    const response = await app.request(`${API}/events?as=wxid_he`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let heard = '';
    const reading = (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        heard += Buffer.from(chunk).toString();
    })();
    await until(() => heard.includes('event: clock') && heard.includes('event: day'));
    village.post({ from: 'wxid_tan', room: SHIMEN, text: '听得见' });
    village.post({ from: 'wxid_tan', to: 'bot', text: '听不见' });
    village.post({ from: 'wxid_tang', room: '枫树坳村便民服务群', text: '也听不见' });
    const id = village.post({ from: 'wxid_he', room: SHIMEN, text: '收回' });
    village.recall('wxid_he', id);
    await until(() => heard.includes('event: recall'));
    expect(heard).toContain('"text":"听得见"');
    expect(heard).not.toContain('听不见"');
    await village.stop();
    await reading;
  });
});
