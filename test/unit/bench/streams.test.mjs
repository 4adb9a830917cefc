import { MIX, MIX_SIZE, scenes } from '../../../bench/lib/corpus.mjs';
import { COUNTY, county, messagesOf } from '../../../bench/lib/county.mjs';
import { readOptions } from '../../../bench/lib/options.mjs';
import { report, table } from '../../../bench/lib/table.mjs';

describe('what the benchmark plays', () => {
  const all = scenes();

  it('has one petition and three that belong to it in twenty lines', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const scene of all) {
      expect(scene).toHaveLength(MIX_SIZE);
      expect(scene.filter((line) => line.matter !== '')).toHaveLength(MIX.petitions + MIX.linked);
      expect(scene.filter((line) => line.matter === '' && line.intent !== 'chatter')).toEqual([]);
    }
  });

  it('lets rooms talk side by side, two minutes between a room’s messages', () => {
    const messages = messagesOf(all, 3, { prefix: 'm', count: 9, until: 1_000_000 });
    expect(messages.map(({ room }) => room.slice(0, 5))).toEqual(['room0', 'room1', 'room2', 'room0', 'room1', 'room2', 'room0', 'room1', 'room2']); // prettier-ignore
    expect(messages[3].at - messages[0].at).toBe(120_000);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(9);
    expect(messages.at(-1).at).toBeLessThan(1_000_000);
  });

  it('shares a county’s people out over its groups', () => {
    const rooms = county();
    expect(rooms).toHaveLength(COUNTY.groups);
    expect(rooms.reduce((sum, { members }) => sum + members.length, 0)).toBe(COUNTY.people);
  });
});

describe('what it tells', () => {
  const side = { median: 2, low: 1, high: 3, rounds: 5 };
  const one = { ratio: side, ours: side, theirs: side, unit: 'messages/s', note: 'few' };

  it('names every ratio that was measured, and no other', () => {
    const results = { recogniser: one, scale: { ...one, figures: { ready_s: 1.23456 } } };
    expect(report(results, {}, 'full')).toMatchObject({
      ratios: { recogniser_vs_jieba: 2, cost_at_1m_vs_1k_cases: 2 },
      figures: { ready_s: 1.235 },
    });
    expect(table(results, { cores: 2 }, 'quick')).toMatch(/QUICK: smaller numbers[^]*recogniser_vs_jieba {2}2 \(1 – 3\) {2}goal >= 0.5[^]*ready_s +1.235 +goal < 5/); // prettier-ignore
    expect(table(results, {}, 'full')).not.toContain('bot_vs_bare_wechaty');
  });

  it('refuses what is no option', () => {
    expect(() => readOptions(['--fast'])).toThrow('--fast is no option');
    expect(() => readOptions(['--only', 'speed'])).toThrow('--only wants one of recogniser');
    expect(readOptions(['--json', '--only', 'bot'])).toMatchObject({
      json: true,
      size: 'full',
      parts: ['bot'],
    });
  });
});
