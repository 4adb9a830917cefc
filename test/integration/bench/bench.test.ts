import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const BENCH = fileURLToPath(new URL('../../../bench/bench.mjs', import.meta.url));

const positive = z.number().positive();
const ratio = z.object({ median: positive, low: positive, high: positive, rounds: z.int().positive() });
/** contracts.md, last section; what stands beside the two is ours. */
const printed = z.object({
  ratios: z.strictObject({
    bot_vs_bare_wechaty: positive,
    intake_vs_job_per_message: positive,
    recogniser_vs_jieba: positive,
    cost_at_1m_vs_1k_cases: positive,
  }),
  figures: z.record(z.string(), z.number()).and(
    z.object({
      receipt_p50_ms: positive, receipt_p99_ms: positive, bot_memory_mb: positive, redis_bytes_per_closed_case: positive,
      ready_s: positive, daily_post_cpu_s: z.number(), show_ms: positive, todo_of_a_cadre_ms: positive,
    }),
  ),
  spreads: z.record(z.string(), ratio),
  machine: z.object({ cpu: z.string(), cores: positive, node: z.string(), redis: z.string(), kernel: z.string() }),
  size: z.literal('smoke'),
}); // prettier-ignore

const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('hy-bench-'));

describe('npm run bench', () => {
  it('prints one JSON object on stdout alone, and leaves nothing behind', () => {
    const before = new Set(folders());
    const { stdout, stderr } = spawnSync(process.execPath, [BENCH, '--smoke', '--json'], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('bench: scale');
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const found = printed.parse(JSON.parse(stdout));
    expect(Object.keys(found.spreads).sort()).toEqual(Object.keys(found.ratios).sort());
    expect(folders().filter((name) => !before.has(name))).toEqual([]);
  });
});
