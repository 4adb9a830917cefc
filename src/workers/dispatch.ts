import type { Actor, Case } from '../cases/case.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { isDelicate } from '../cases/delicate.js';
import type { Verb } from '../cases/command.js';
import type { Decision } from '../cases/message.js';
import type { IntakeItem } from '../cases/ports.js';
import type { PetitionKind } from '../cases/words.js';
import { PETITION_KINDS } from '../cases/words.js';
import type { Desk, Judged } from './desk.js';
import { feedback } from './feedback.js';
import { asMaterial, followUp, shownBefore, wordsOf } from './follow-up.js';
import { livingCase } from './living-case.js';
import { loadOrNull } from './load-or-null.js';
import { namedOfficial } from './named-official.js';
import { officialAnswer, quotedAnswer } from './official-answer.js';
import { openMatter } from './open-matter.js';
import { proofGiven } from './proof.js';
import { raisesMatter } from './raise.js';
import { recorded } from './recorded.js';
import { refuse } from './reply.js';
import { runCommand } from './run-command.js';
import { suggest } from './suggestions.js';
import { takeBack } from './take-back.js';
import { privateWords } from './private-words.js';
import { suggestVoice, takenUp } from './voice.js';
import { awaitedBy } from './waits.js';

/** What one message of interest leads to. Everything in here can be done twice: the second time changes nothing. */
export async function handleItem(desk: Desk, item: IntakeItem): Promise<void> {
  const { message, decision } = item;
  const by = desk.directory().actor(message.who, message.name);
  if (isDelicate(item)) await desk.recents.veil(message.chat.id, [message.id]);
  desk.tally.intake(outcomeOf(item), desk.clock.now() - message.at);
  if (item.malformed) return refuse(desk, item, { key: item.malformed, values: {} });
  const talk = item.command?.verb === 'raise' && !raisesMatter(item);
  const { command } = item;
  if (command && !talk) return recorded(desk, item, by, command, () => runCommand(desk, item, by, command));
  if (message.type === 'recalled') return takeBack(desk, item, by);
  if (by.offices.length > 0 && (await proofGiven(desk, item, by))) return;
  if (!message.chat.room) return privateWords(desk, item, by);
  if (by.offices.length > 0 && message.quote) {
    const handled = await quotedAnswer(desk, item, by);
    if (handled) return;
  }
  const awaited = await awaitedBy(desk, item, by);
  if (awaited) return followUp(desk, item, by, awaited);
  if (decision) await recognised(desk, item, by, decision);
}

/** Commands that only a sealed case knows. */
const UNCOUNTED: Verb[] = ['seal', 'unseal', 'copy'];

/** What is counted: that there was an accusation shows in no figure. */
function outcomeOf({ command, decision, message }: IntakeItem): string {
  if (command && UNCOUNTED.includes(command.verb)) return 'show';
  if (command) return command.verb;
  return decision?.sealed ? 'petition' : (decision?.intent ?? message.type);
}

async function recognised(desk: Desk, item: IntakeItem, by: Actor, decision: Decision): Promise<void> {
  if (decision.action === 'open') return openDecided(desk, item, by, decision);
  if (decision.action === 'suggest') {
    if (item.message.type === 'audio' && !item.message.voice?.transcribed) return suggestVoice(desk, item);
    return suggest(desk, item, decision.sealed || namedOfficial(desk, item.message.reply) !== null);
  }
  const saidTo = await caseOf(desk, item, decision);
  if (!saidTo) return;
  const c = await livingCase(desk, saidTo);
  if (decision.intent === 'answer') return officialAnswer(desk, item, by, c);
  if (decision.intent === 'feedback') return feedback(desk, item, by, c);
  if (decision.intent === 'followup') return followUp(desk, item, by, c, saidTo);
}

/** The case of the matter that this message belongs to; null when its matter was only suggested. */
async function caseOf(desk: Desk, item: IntakeItem, decision: Decision): Promise<Case | null> {
  const place = desk.directory().groupOf(item.message.chat.id)?.place;
  if (decision.matter === null || place === undefined) return null;
  for (const slot of decision.sealed ? [SEALED_PLACE] : [place]) {
    const id = await desk.cases.caseOfMessage(slot, decision.matter);
    const c = id ? await loadOrNull(desk, id) : null;
    if (c === null) continue;
    // What follows an accusation stays with it, also when that has become an ordinary case.
    return decision.sealed && !(await livingCase(desk, c)).sealed ? null : c;
  }
  return null;
}

/**
 * Opens what the recogniser is sure of. When an official's answer reveals a missed matter, the case is the villager's:
 * their words, their time; the answer then counts on it.
 */
async function openDecided(desk: Desk, item: IntakeItem, by: Actor, decision: Decision): Promise<void> {
  const { message } = item;
  const revealed = decision.matter !== null && decision.matter !== message.id;
  const original = revealed ? await desk.recents.find(message.chat.id, decision.matter ?? '') : message;
  const place = desk.directory().groupOf(message.chat.id)?.place;
  if (!original || place === undefined) return;
  const voice = original.type === 'audio' ? [asMaterial(desk, original)] : [];
  const materials = [...(await shownBefore(desk, original)), ...voice];
  const opened = await openMatter(desk, {
    opId: `open:${original.id}`,
    text: wordsOf(desk, original),
    place,
    chat: original.chat,
    petitioner: { id: original.who, name: original.name },
    by: revealed ? desk.directory().actor(original.who, original.name) : by,
    registrar: null,
    messageId: original.id,
    at: original.at,
    judged: judgedBy(decision),
    confidence: decision.confidence,
    ...(decision.settledBy !== undefined && { model: decision.settledBy }),
    materials,
  });
  if (opened) await takenUp(desk, place, materials);
  if (opened && revealed) await officialAnswer(desk, item, by, opened);
}

/** An answer that reveals a matter carries the answer's intent: then the words are judged anew. */
function judgedBy(decision: Decision): Judged | null {
  const kind = PETITION_KINDS.find((one): one is PetitionKind => one === decision.intent);
  if (!kind || decision.category === '' || decision.urgency === '') return null;
  return { kind, category: decision.category, urgency: decision.urgency, sealed: decision.sealed };
}
