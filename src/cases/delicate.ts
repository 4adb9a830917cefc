import type { Command } from './command.js';
import type { IntakeItem } from './ports.js';

/** A message that speaks of an accusation: nothing of it may be kept where others than inspectors could read it. */
export function isDelicate({ decision, command }: Pick<IntakeItem, 'decision' | 'command'>): boolean {
  return decision?.sealed === true || (command !== null && namesCode(command));
}

/** A command on a sealed case, or one that makes or opens one. */
export function namesCode(command: Command): boolean {
  if (command.verb === 'seal') return true;
  const refs = 'ref' in command ? [command.ref, ...('into' in command ? [command.into] : [])] : [];
  return refs.some((ref) => ref.kind === 'code');
}
