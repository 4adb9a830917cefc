import type { Signals } from '../signals.js';

const BIAS = -2.9;

/**
 * Log-odds that a text accuses somebody in office. A breach alone is gossip or a film; it takes somebody in office,
 * their kin or public money beside it. News from elsewhere and jokes weaken it, adverts rule it out.
 */
export function accusationOdds(signals: Signals): number {
  const breach = signals.count('breach');
  const office = signals.count('office');
  const kin = signals.count('kin');
  const veiled = signals.count('veiled');
  const spoils = signals.count('spoils');
  if (!grounded(breach, office, kin, veiled, spoils)) return -6;
  const guilt = Math.min(breach, 3) * 0.9 + (breach > 0 ? 1 : 0);
  const who = (office > 0 ? 0.9 : 0) + (kin > 0 ? 1.4 : 0) + (office > 0 && kin > 0 ? 0.6 : 0);
  const how = Math.min(veiled, 2) * 1 + Math.min(spoils, 3) * 0.45;
  const doubt =
    Math.min(signals.count('advert'), 3) * 1.5 +
    (signals.has('joke') ? 1 : 0) +
    (signals.has('elsewhere') ? 1.6 : 0);
  return BIAS + guilt + who + how - doubt - (signals.has('notice') ? 1 : 0);
}

/** Who and what must both stand in it, in one of these pairs. */
function grounded(breach: number, office: number, kin: number, veiled: number, spoils: number): boolean {
  if (breach > 0) return office + kin + veiled > 0 || spoils > 1;
  if (kin > 0) return spoils > 0 && (office > 0 || veiled > 0);
  return veiled > 0 && spoils > 0 && office > 0;
}
