import type { OutboxRow } from '../../../src/cases/outcome.js';
import { Echoes } from '../../../src/workers/echoes.js';
import { lastHour } from '../../../src/workers/daily.js';
import { jobId } from '../../../src/workers/jobs.js';
import { mergeRows } from '../../../src/workers/merge-rows.js';
import { demoMorning, isHeld, isQuiet, readAt } from '../../../src/workers/quiet-hours.js';

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const NIGHT = { from: 22 * 60, to: 7 * 60 };

function row(part: string, more: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id: part,
    place: '店门镇/石门社区',
    caseId: null,
    chat: { id: 'r@chatroom', room: true },
    orElse: null,
    text: `@老贺 已收到 ${part}。周支书今天回话。`,
    mentions: ['v1'],
    priority: 'receipt',
    createdAt: 0,
    prompt: false,
    merge: { part, tail: '周支书今天回话。' },
    ...more,
  };
}

describe('quiet hours', () => {
  it.each([
    ['2026-05-02T21:59', false],
    ['2026-05-02T22:00', true],
    ['2026-05-03T00:00', true],
    ['2026-05-03T06:59', true],
    ['2026-05-03T07:00', false],
  ])('over midnight: %s %s', (time, quiet) => {
    expect(isQuiet(NIGHT, at(time))).toBe(quiet);
  });

  it('within one day', () => {
    const noon = { from: 12 * 60, to: 14 * 60 };
    expect(isQuiet(noon, at('2026-05-02T13:59'))).toBe(true);
    expect(isQuiet(noon, at('2026-05-02T14:00'))).toBe(false);
    expect(isQuiet(null, at('2026-05-02T13:00'))).toBe(false);
  });

  it('hold all but emergencies and answers to who just asked outside the village group', () => {
    const night = at('2026-05-02T23:00');
    expect(isHeld(row('#1'), NIGHT, night)).toBe(true);
    expect(isHeld(row('#1', { priority: 'emergency' }), NIGHT, night)).toBe(false);
    expect(isHeld(row('#1', { prompt: true }), NIGHT, night)).toBe(false);
    expect(isHeld(row('#1'), NIGHT, at('2026-05-02T12:00'))).toBe(false);
  });
});

describe('when something is read', () => {
  it.each([
    ['2026-05-02T21:59', '2026-05-02T21:59'],
    ['2026-05-02T23:10', '2026-05-03T07:00'],
    ['2026-05-03T00:00', '2026-05-03T07:00'],
    ['2026-05-03T07:00', '2026-05-03T07:00'],
  ])('written at %s: %s', (written, read) => {
    expect(readAt(NIGHT, 'normal', at(written))).toBe(at(read));
    expect(readAt(NIGHT, 'emergency', at(written))).toBe(at(written));
    expect(readAt(null, 'normal', at(written))).toBe(at(written));
  });
});

describe('a demonstration', () => {
  it.each([
    ['2026-05-02T03:46', '2026-05-02T08:00'],
    ['2026-05-02T06:59', '2026-05-02T08:00'],
    ['2026-05-02T21:30', '2026-05-03T08:00'],
    ['2026-05-02T23:00', '2026-05-03T08:00'],
  ])('tried at %s begins at %s', (now, morning) => {
    expect(demoMorning(NIGHT, at(now))).toBe(at(morning));
  });

  it('begins by day when it is day, and where nothing is ever quiet', () => {
    expect(demoMorning(NIGHT, at('2026-05-02T07:00'))).toBeNull();
    expect(demoMorning(NIGHT, at('2026-05-02T20:59'))).toBeNull();
    expect(demoMorning(null, at('2026-05-02T03:00'))).toBeNull();
  });
});

describe('merging receipts', () => {
  const render = (_: string, values: Record<string, string | number>): string =>
    `已收到 ${values['parts'] ?? ''}。${values['tail'] ?? ''}`;

  it('lists them and mentions everybody once', () => {
    const rows = [row('#12 路灯（@老贺）'), row('#13 垃圾（@谭嫂子）', { mentions: ['v2', 'v1'] })];
    const merged = mergeRows(rows, render);
    expect(merged.text).toBe('已收到 #12 路灯（@老贺）、#13 垃圾（@谭嫂子）。周支书今天回话。');
    expect(merged.mentions).toEqual(['v1', 'v2']);
  });

  it('gives a line of its own to what is due at another time', () => {
    const later = { part: '#13 垃圾（@谭嫂子）', tail: '周支书明天上午回话。' };
    const rows = [row('#12 路灯（@老贺）'), row('', { merge: later }), row('#14 停水（@老贺）')];
    expect(mergeRows(rows, render).text).toBe(
      '已收到 #12 路灯（@老贺）、#14 停水（@老贺）。周支书今天回话。\n已收到 #13 垃圾（@谭嫂子）。周支书明天上午回话。',
    );
  });

  it('leaves a single one as it is', () => {
    expect(mergeRows([row('#12')], render).text).toBe('@老贺 已收到 #12。周支书今天回话。');
  });
});

describe('echoes of our own messages', () => {
  it('settle an unknown outcome, also when they come before the question', async () => {
    const echoes = new Echoes(20);
    const one = echoes.expect('r', '已收到 #1');
    expect(echoes.heard('r', '已收到 #2')).toBe(false);
    expect(echoes.heard('r', '已收到 #1')).toBe(true);
    await expect(one.settled()).resolves.toBe('sent');
    const two = echoes.expect('r', '已收到 #3');
    const settled = two.settled();
    echoes.heard('r', '已收到 #3');
    await expect(settled).resolves.toBe('sent');
  });

  it('one echo settles one message; without one it stays unknown', async () => {
    const echoes = new Echoes(20);
    const one = echoes.expect('r', '同样的话');
    const two = echoes.expect('r', '同样的话');
    echoes.heard('r', '同样的话');
    await expect(one.settled()).resolves.toBe('sent');
    await expect(two.settled()).resolves.toBe('unknown');
  });

  it('what nobody expects any more is not claimed', () => {
    const echoes = new Echoes(20);
    echoes.expect('r', '话').forget();
    expect(echoes.heard('r', '话')).toBe(false);
  });
});

describe('the hour of the daily post', () => {
  const evening = 18 * 60;
  it.each([
    ['2026-05-02T17:59', '2026-05-01T18:00'],
    ['2026-05-02T18:00', '2026-05-02T18:00'],
    ['2026-05-03T09:00', '2026-05-02T18:00'],
    ['2026-01-01T00:00', '2025-12-31T18:00'],
  ])('at %s the last was %s', (now, expected) => {
    expect(lastHour(at(now), evening)).toBe(at(expected));
  });
});

describe('job ids', () => {
  it('hold nothing that BullMQ refuses and differ by run', () => {
    expect(jobId('i', '123@chatroom:x', 'boot')).toMatch(/^i-[\w-]{22}$/u);
    expect(jobId('i', 'a', 'one')).not.toBe(jobId('i', 'a', 'two'));
    expect(jobId('s', 'a', 'one')).toBe(jobId('s', 'a', 'one'));
  });
});
