import type { Actor } from './case.js';
import type { Speaker } from './words.js';

/** How the recogniser sees a speaker: by enrolled office, never by nickname. */
export function speakerOf(actor: Actor): Speaker {
  const roles = new Set(actor.offices.map((office) => office.role));
  if (roles.size === 0) return 'villager';
  if ([...roles].every((role) => role === 'doctor')) return 'doctor';
  return [...roles].every((role) => role === 'volunteer') ? 'volunteer' : 'official';
}
