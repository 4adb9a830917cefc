import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { apply } from './cases/apply.js';
import { DAY } from './cases/calendar.js';
import { SYSTEM_ACTOR, type Case, type Millis } from './cases/case.js';
import { correctionId } from './cases/correction.js';
import { placeName, type Directory } from './cases/directory.js';
import { forgetPerson, isOwn, type Forgotten } from './cases/erase.js';
import { memoKey } from './cases/memo-keys.js';
import { FINAL_STATES, type CaseState } from './cases/words.js';
import { whoIsMeant } from './cli-erase-who.js';
import { withStores } from './cli-stores.js';
import { SEALED_PLACE } from './cases/sealed-code.js';
import type { Stores } from './store/stores.js';
import { StartFault } from './main/fault.js';
import { mergedUnder } from './workers/merged-under.js';
import { forgetLines } from './workers/forget-lists.js';

type Print = (line: string) => void;

/** What there is of somebody. */
interface Found {
  own: Case[];
  /** Cases of others that they joined, added to or rated. */
  others: string[];
  messageIds: string[];
}

/** `huiyin erase --person WHO [--yes]`: says what it would do, and does it with `--yes`. Resolves with the exit code. */
export async function erasePerson(flags: { person: string; yes?: true }, print: Print): Promise<number> {
  let code = 0;
  await withStores(async (stores, directory, now) => {
    const who = await whoIsMeant(stores, directory, flags.person);
    const found = await look(stores, who);
    const open = found.own.filter((c) => !(FINAL_STATES as readonly CaseState[]).includes(c.state));
    await refuseShared(stores, open, who);
    print(`${found.own.length} cases of their own lose words, names and attachments; number, times and outcome stay.`); // prettier-ignore
    if (open.length > 0) print(`${open.length} of them are still open and are withdrawn first: ${namesOf(open)}. Tell who handles them.`); // prettier-ignore
    print(`${found.others.length} cases of others lose what this person said in them.`);
    print('Messages to and about them, their last day in the chats, corrections, suggestions, enrolment and indexes go, too.'); // prettier-ignore
    if (!flags.yes) {
      print('Nothing was done. This cannot be taken back: run it again with --yes.');
      code = 1;
      return;
    }
    for (const c of open) await withdraw(stores, c, now, directory);
    await erase(stores, directory, who, found, now, print);
  });
  return code;
}

/** A case that lives on for others, too, would end for them without a word. @throws StartFault */
async function refuseShared(stores: Stores, open: Case[], who: Forgotten): Promise<void> {
  for (const c of open) {
    for (const id of c.sealed ? [] : await mergedUnder(stores, c.id)) {
      const other = await stores.cases.load(id);
      // What was erased itself waits for nothing.
      if (other === null || other.text === '' || isOwn(other, who)) continue;
      throw new StartFault(
        `huiyin erase: ${id} of somebody else went into ${c.id}, which is open and would end: let a cadre write 拆分 ${id.slice(id.lastIndexOf('#'))} first`,
      );
    }
  }
}

/** Sealed cases bear a code that is nobody's business on a terminal. */
function namesOf(cases: Case[]): string {
  const plain = cases.filter((c) => !c.sealed).map((c) => c.id);
  const sealed = cases.length - plain.length;
  return [...plain, ...(sealed > 0 ? [`${sealed} sealed`] : [])].join(', ');
}

async function look(stores: Stores, who: Forgotten): Promise<Found> {
  const found: Found = { own: [], others: [], messageIds: [] };
  const texts = [...who.ids, ...(who.named ? [who.named.name] : [])];
  for (const place of [...(await stores.cases.places()).sort(), SEALED_PLACE]) {
    if (who.ids.size === 0 && place !== who.named?.place) continue;
    for await (const page of stores.privacy.mentioning(place, texts)) {
      for (const id of page.ids) await lookAt(stores, id, who, found);
    }
  }
  return found;
}

async function lookAt(stores: Stores, id: string, who: Forgotten, found: Found): Promise<void> {
  const c = await stores.cases.load(id);
  if (c === null) return;
  const erased = forgetPerson(c, await stores.cases.history(id), who);
  if (erased === null) return;
  if (isOwn(c, who)) found.own.push(c);
  else found.others.push(id);
  found.messageIds.push(...erased.messageIds);
}

/** In the system's name; of a sealed case in the person's own, for nobody else may. Nothing is said in any chat. */
async function withdraw(stores: Stores, c: Case, now: Millis, directory: Directory): Promise<void> {
  const by = c.sealed ? { ...c.petitioner, offices: [] } : SYSTEM_ACTOR;
  const outcome = apply(c, { type: 'withdraw' }, {
    by,
    now,
    messageId: '',
    chat: c.chat,
    salt: randomBytes(16).toString('hex'),
    history: [],
    placeName: placeName(c.place, directory.county),
  }); // prettier-ignore
  if (!outcome.ok) return;
  const changed = { case: outcome.case, expectVersion: c.version, events: outcome.events };
  const opId = `erase:${c.id}:${c.version}`;
  const change = { place: c.place, opId, expectCounter: null, cases: [changed], rows: [], links: {} };
  const result = await stores.cases.save(change);
  const again = result === 'conflict' ? await stores.cases.load(c.id) : null;
  if (again) await withdraw(stores, again, now, directory);
}

async function erase(
  stores: Stores,
  directory: Directory,
  who: Forgotten,
  found: Found,
  now: Millis,
  print: Print,
): Promise<void> {
  for (const id of [...found.own.map((c) => c.id), ...found.others]) {
    const erased = await stores.privacy.rewrite(id, (c, events) => forgetPerson(c, events, who));
    const chat = erased?.case.chat;
    // The running product reads the room anew: nothing that they say is linked to what is gone.
    if (chat?.room) await stores.memos.set(memoKey.roomVersion(chat.id), randomBytes(6).toString('hex'), 30 * DAY); // prettier-ignore
  }
  const ids = [...who.ids];
  const caseIds = found.own.map((c) => c.id);
  const forgot = await stores.privacy.forget({
    ids,
    caseIds,
    corrections: found.messageIds.map(correctionId),
  });
  const desk = {
    ...stores,
    clock: { now: () => now },
    random: (bytes: number) => randomBytes(bytes).toString('hex'),
    log: pino({ level: 'silent' }),
  };
  const lines = await forgetLines(desk, directory, who.ids);
  await stores.privacy.dropRequests(ids);
  await stores.record.append({
    op: `erase:${performance.timeOrigin}:${process.pid}`,
    kind: 'erase',
    at: now,
    by: { id: 'cli', name: '' },
    verb: 'person',
    case: null,
    outcome: 'ok',
    detail: { own: found.own.length, others: found.others.length, ...forgot, lines },
  });
  print(`Done: ${found.own.length} own cases, ${found.others.length} of others, ${forgot.outbox} messages, ${forgot.recents} recent lines, ${forgot.corrections} corrections, ${lines} suggestions.`); // prettier-ignore
}
