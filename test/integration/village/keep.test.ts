import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVillage } from '../../../src/village/village.js';
import { CENSUS } from '../../support/village-census.js';

const CLOCK = { now: () => Date.parse('2026-05-02T08:00:00+08:00') };
const SHIMEN = '石门社区监督服务群';

describe('the chat over a restart', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'village-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is there again, pictures and all, under the same room ids', async () => {
    const first = await startVillage({ clock: CLOCK, census: CENSUS, folder });
    first.post({ from: 'wxid_he', room: SHIMEN, text: '路灯不亮' });
    const bytes = Buffer.from('a picture');
    const picture = first.post({
      from: 'wxid_he',
      room: SHIMEN,
      type: 'image',
      file: { name: 'a.png', bytes },
    });
    first.setFriend('wxid_he', false);
    await first.stop();

    const second = await startVillage({ clock: CLOCK, census: CENSUS, folder });
    const room = second.rooms[0]?.id ?? '';
    expect(second.lines(room).map((l) => [l.type, l.text])).toEqual([
      ['text', '路灯不亮'],
      ['image', ''],
    ]);
    expect(await second.file(picture)).toEqual({ name: 'a.png', bytes });
    const next = second.post({ from: 'wxid_tan', room: SHIMEN, text: '我家也是' });
    expect(second.lines(room).map((l) => l.seq)).toEqual([1, 2, 3]);
    expect([
      picture,
      ...second
        .lines(room)
        .slice(0, 2)
        .map((l) => l.id),
    ]).not.toContain(next);
    await second.stop();
  });

  it('keeps no more than the limit, and no picture of a dropped line', async () => {
    const village = await startVillage({ clock: CLOCK, census: CENSUS, folder, historyLimit: 3 });
    const file = { name: 'a.png', bytes: Buffer.from('a') };
    const picture = village.post({ from: 'wxid_he', room: SHIMEN, type: 'image', file });
    for (const text of ['一', '二', '三']) village.post({ from: 'wxid_he', room: SHIMEN, text });
    expect(village.lines(village.rooms[0]?.id ?? '').map((l) => l.text)).toEqual(['一', '二', '三']);
    expect(village.line(picture)).toBeNull();
    await village.stop();
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  it('moves an unreadable file aside and starts empty', async () => {
    await writeFile(join(folder, 'village.json'), '{"version":1,"lines":[{"id":7}]}');
    const village = await startVillage({ clock: CLOCK, census: CENSUS, folder });
    expect(village.lines(village.rooms[0]?.id ?? '')).toEqual([]);
    await village.stop();
    expect(await readFile(join(folder, 'village.json.unreadable'), 'utf8')).toContain('"id":7');
  });
});
