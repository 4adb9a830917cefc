import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pictureSchema, type SentFile } from '../../../src/cases/posts/picture.js';
import { Studio } from '../../../src/papers/studio.js';

const PAINTER = new URL('../../../dist/papers/painter.js', import.meta.url);

const pictureOf = (rows: number): SentFile => {
  const lists = [
    { title: '超期的', rows: Array.from({ length: rows }, (_, i) => `#${i} 路灯不亮`), alarm: true },
  ];
  const picture = pictureSchema.parse({ title: '衡岭县', period: '5月2日', tiles: [], days: null, shares: null, ranking: null, lists, foot: '' }); // prettier-ignore
  return { kind: 'picture', name: '衡岭县 日报.png', picture };
};

const painters = (): number[] =>
  execFileSync('ps', ['-eo', 'pid,ppid,args'])
    .toString()
    .split('\n')
    .filter((line) => line.includes('papers/painter.js'))
    .map((line) => line.trim().split(/\s+/u).map(Number))
    .flatMap(([pid, parent]) => (pid !== undefined && parent === process.pid ? [pid] : []));

const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('huiyin-painter-'));

describe('the studio', () => {
  it('draws in a process of its own, and leaves nothing behind', async () => {
    const before = new Set(folders());
    const studio = new Studio(PAINTER);
    expect(painters()).toEqual([]);
    const { name, bytes } = await studio.make(pictureOf(1));
    expect(name).toBe('衡岭县 日报.png');
    expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe('PNG');
    expect(painters()).toHaveLength(1);
    await studio.close();
    expect(painters()).toEqual([]);
    expect(folders().filter((one) => !before.has(one))).toEqual([]);
    await expect(studio.make(pictureOf(1))).rejects.toThrow('closed');
  });

  it('does not keep the loop from turning while it draws', async () => {
    const studio = new Studio(PAINTER);
    await studio.make(pictureOf(1));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const before = process.cpuUsage();
    await Promise.all(Array.from({ length: 6 }, () => studio.make(pictureOf(40))));
    clearInterval(timer);
    // Six pictures of this size take their painter over a second; drawn here, they would leave no turn in between.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(400);
    expect(turns).toBeGreaterThan(20);
    await studio.close();
  });

  it('replaces a painter that was killed; what can never be made is said so, and does not stop the next', async () => {
    const studio = new Studio(PAINTER);
    await studio.make(pictureOf(1));
    const [pid] = painters();
    const made = studio.make(pictureOf(40));
    process.kill(pid ?? 0, 'SIGKILL');
    expect((await made).bytes.length).toBeGreaterThan(10_000);
    const broken = { ...pictureOf(1), picture: { title: 1 } } as unknown as SentFile;
    await expect(studio.make(broken)).rejects.toThrow('title');
    expect((await studio.make(pictureOf(1))).bytes.length).toBeGreaterThan(1_000);
    await studio.close();
  });
});
