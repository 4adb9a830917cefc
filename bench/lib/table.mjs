import { rounded } from './statistics.mjs';

/** The ratios of contracts.md, what stands beside each, and the goal. */
export const RATIOS = {
  recogniser_vs_jieba: { part: 'recogniser', beside: '@node-rs/jieba cutting the same text', goal: '>= 0.5' },
  intake_vs_job_per_message: { part: 'intake', beside: 'one BullMQ job a message, natural', goal: '>= 5' },
  bot_vs_bare_wechaty: { part: 'bot', beside: 'a wechaty bot that counts', goal: '>= 0.9' },
  cost_at_1m_vs_1k_cases: { part: 'scale', beside: 'the same with 1,000 stored cases', goal: '<= 1.1' },
};

const GOALS = {
  receipt_p99_ms: '< 300', bot_memory_mb: '< 300', redis_bytes_per_closed_case: '< 1536', ready_s: '< 5',
  daily_post_cpu_s: '< 1', daily_emergency_max_ms: '< 1000', show_ms: '< 50', todo_of_a_cadre_ms: '< 50', todo_of_a_town_ms: '< 50',
}; // prettier-ignore

/** What a county would want to know as well, and the product does not have yet. */
const NOT_THERE_YET = ['ranking', 'search by words'];

const span = ({ median, low, high }) => `${rounded(median)} (${rounded(low)} – ${rounded(high)})`;

/** @param {Record<string, object>} results of the parts that ran, by part */
export function table(results, machine, size) {
  const lines = ['Huiyin benchmark', ...Object.entries(machine).map(([name, value]) => `  ${name}: ${value}`)];
  if (size !== 'full') lines.push(`  ${size.toUpperCase()}: smaller numbers than the figures are meant for`);
  for (const [name, { part, beside, goal }] of Object.entries(RATIOS)) {
    const one = results[part];
    if (!one) continue;
    lines.push('', `${name}  ${span(one.ratio)}  goal ${goal}`, `  beside: ${beside}`);
    lines.push(`  ours ${span(one.ours)} ${one.unit}, beside ${span(one.theirs)} ${one.unit}; ${one.ratio.rounds} rounds`);
    lines.push(`  ${one.note}`);
  }
  const figures = Object.entries((results.scale ?? results.post)?.figures ?? {});
  if (figures.length > 0) lines.push('', 'figures');
  for (const [name, value] of figures)
    lines.push(`  ${name.padEnd(28)} ${rounded(value, 4)}${GOALS[name] ? `   goal ${GOALS[name]}` : ''}`);
  if (figures.length > 0) lines.push(`  not measured, not there yet: ${NOT_THERE_YET.join(', ')}`);
  return `${lines.join('\n')}\n`;
} // prettier-ignore

/** One object as contracts.md has it; spreads, notes and the machine stand beside the two that it fixes. */
export function report(results, machine, size) {
  const chosen = Object.entries(RATIOS).filter(([, { part }]) => results[part]);
  const { figures = {} } = results.scale ?? results.post ?? {};
  return {
    ratios: Object.fromEntries(chosen.map(([name, { part }]) => [name, rounded(results[part].ratio.median)])),
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value, 4)])),
    spreads: Object.fromEntries(chosen.map(([name, { part }]) => [name, results[part].ratio])),
    sides: Object.fromEntries(chosen.map(([name, { part }]) => [name, sideOf(results[part])])),
    ...(results.scale && { not_measured: NOT_THERE_YET }),
    machine,
    size,
  };
}

const sideOf = ({ ours, theirs, unit, note, details }) => ({
  ours,
  beside: theirs,
  unit,
  note,
  ...(details && { details }),
});
