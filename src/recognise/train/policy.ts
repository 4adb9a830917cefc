import type { ChoiceExample } from '../choose/train-net.js';
import { kept, type Choices } from '../choose/options.js';
import type { VillageModel } from '../model/village-model.js';
import { watchedReader } from '../recogniser.js';
import { roomMessage, type LabelledLine } from '../transcript.js';

/** Chatter about a matter (a joke, a 好的) may or may not be linked: it counts less. */
const TALK_WEIGHT = 0.4;
/** A later line of a matter that was let pass: opening it then is late, yet better than never. */
const LATE_WEIGHT = 0.4;
/** An answer to a matter that nobody has noticed belongs to none of those at hand: it must not confirm a false one. */
const STRANGER_WEIGHT = 0.7;
/** An answer that reveals a matter is rare and precious. */
const REVEALING_WEIGHT = 2;

/**
 * One group as a trained recogniser lives through it, mistakes and all: what each line truly was among the choices
 * that it then had. A network that learns from these learns to live with its own mistakes (DAgger: Ross, Gordon &
 * Bagnell 2011).
 */
export function policyExamples(group: LabelledLine[], model: VillageModel): ChoiceExample[] {
  const labels = new Map(group.map((line) => [String(line.seq), line]));
  const examples: ChoiceExample[] = [];
  const begun = new Set<string>();
  const reader = watchedReader(model, ({ message }, choices) => {
    const label = labels.get(message.id);
    if (!label) return;
    examples.push({ ...kept(choices), ...truthOf(label, choices, labels, begun) });
  });
  for (const line of group) {
    const decision = reader.read(roomMessage(line));
    if (decision.action === 'ignore' || decision.matter === null) continue;
    const meant = labels.get(decision.matter)?.matter;
    if (meant) begun.add(meant);
  }
  return examples;
}

function truthOf(
  label: LabelledLine,
  choices: Choices,
  labels: Map<string, LabelledLine>,
  begun: Set<string>,
): { truth: number; weight: number } {
  const { matter, intent } = label;
  const meant = (id: string): string => labels.get(id)?.matter ?? '';
  if (matter === '') return { truth: 0, weight: 1 };
  const link = choices.matters.findIndex((one) => meant(one.id) === matter);
  if (link >= 0) return { truth: 2 + link, weight: intent === 'chatter' ? TALK_WEIGHT : 1 };
  if (label.case) return { truth: choices.begins ? 1 : 0, weight: 1 };
  if (begun.has(matter)) return { truth: 0, weight: 0 }; // begun, but no longer among the choices
  return unbegun(label, choices, meant);
}

/** Of a matter that nobody has noticed yet. */
function unbegun(
  label: LabelledLine,
  choices: Choices,
  meant: (id: string) => string,
): { truth: number; weight: number } {
  const { matter, intent } = label;
  if (intent === 'answer') {
    const missed = choices.missedLines.findIndex((line) => meant(line.message.id) === matter);
    return missed < 0
      ? { truth: 0, weight: STRANGER_WEIGHT }
      : { truth: 2 + choices.links.length + missed, weight: REVEALING_WEIGHT };
  }
  if (intent === 'followup' && choices.begins) return { truth: 1, weight: LATE_WEIGHT };
  return { truth: 0, weight: 1 }; // a fragment, or talk
}
