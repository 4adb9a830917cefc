import type { Signals } from '../signals.js';

const BIAS = -2.9;

/**
 * Log-odds that a text accuses somebody in office. A breach alone is gossip or a film; it takes somebody in office,
 * their kin or public money beside it. News from elsewhere and jokes weaken it, adverts rule it out.
 */
export function accusationOdds(signals: Signals): number {
  const breach = signals.count('breach');
  const office = signals.has('office');
  const kin = signals.has('kin');
  const veiled = signals.count('veiled');
  const spoils = signals.count('spoils');
  if (!grounded(breach, office, kin, veiled, spoils)) return -6;
  const guilt = Math.min(breach, 3) * 0.9 + (breach > 0 ? 1 : 0);
  const who = (office ? 0.9 : 0) + (kin ? 1.4 : 0) + (office && kin ? 0.6 : 0);
  const how = Math.min(veiled, 2) * 1 + Math.min(spoils, 3) * 0.45;
  return BIAS + guilt + who + how - doubt(signals);
}

function doubt(signals: Signals): number {
  const advert = Math.min(signals.count('advert'), 3) * 1.5;
  const away = (signals.has('elsewhere') ? 2 : 0) + (signals.has('joke') ? 1 : 0);
  return advert + away + (signals.has('notice') ? 1 : 0);
}

/** Who and what must both stand in it, in one of these pairs. */
function grounded(breach: number, office: boolean, kin: boolean, veiled: number, spoils: number): boolean {
  if (breach > 0) return office || kin || veiled > 0 || spoils > 1;
  if (kin) return spoils > 0;
  return veiled > 0 && spoils > 0 && office;
}
