import { ladderTime, type LadderTime } from '../cases/ladder-time.js';
import type { Desk } from './desk.js';

/** The county's working hours and quiet hours, as the ladder counts them. */
export function ladderTimeOf(desk: Desk): LadderTime {
  return ladderTime(desk.settings.rules.hours, desk.settings.quiet);
}
