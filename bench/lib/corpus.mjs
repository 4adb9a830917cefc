import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';

/** What villagers write, from the project's own labelled groups. */
const GROUPS = join(ROOT, 'corpus/groups');

/** @returns {object[][]} the lines of each group, in their order */
export function corpusGroups() {
  const files = readdirSync(GROUPS).filter((name) => name.endsWith('.jsonl')).sort(); // prettier-ignore
  return files.map((file) => {
    const lines = readFileSync(join(GROUPS, file), 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  });
}

/** Of every 20 messages one petition, three that belong to it, sixteen of neighbours' talk. */
export const MIX = { petitions: 1, linked: 3, talk: 16 };
export const MIX_SIZE = MIX.petitions + MIX.linked + MIX.talk;

const plain = (line) => line.type === 'text' && line.text.length > 1 && !line.sealed;

/** One matter of a group with its company, and what neighbours talked of after it, in the mix above. */
function scenesOf(group) {
  const matters = new Map();
  const talk = [];
  for (const line of group.filter(plain)) {
    if (line.matter === '' && line.intent === 'chatter') talk.push(line);
    if (line.matter !== '') matters.set(line.matter, [...(matters.get(line.matter) ?? []), line]);
  }
  if (talk.length < MIX.talk) return [];
  const whole = [...matters.values()].filter(([first, ...rest]) => first.case && rest.length >= MIX.linked);
  return whole.map((matter, i) => {
    const others = Array.from({ length: MIX.talk }, (_, k) => talk[(i * MIX.talk + k) % talk.length]);
    const lines = matter.slice(0, MIX.petitions + MIX.linked);
    return [...others.slice(0, 8), ...lines, ...others.slice(8)];
  });
}

/** Scenes of 20 lines each, in the mix above: some talk, the petition with its company, talk again. */
export function scenes(groups = corpusGroups()) {
  return groups.flatMap(scenesOf);
}

/** Texts that raise a matter at first sight: what the recogniser opens in a room that it knows nothing of. */
export function clearPetitions(recogniser, groups = corpusGroups()) {
  const raised = groups.flat().filter((line) => plain(line) && line.case && line.role === 'villager');
  return raised
    .map((line) => line.text)
    .filter((text) => {
      const message = { id: '1', at: 0, who: 'v', name: '老乡', speaker: 'villager', type: 'text', text };
      const { action, sealed } = recogniser.room([]).read(message);
      return action === 'open' && !sealed;
    });
}
